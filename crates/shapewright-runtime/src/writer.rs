//! The trait of formats that values are written to.

use crate::{Blob, Document, Structure, Timestamp, Value};

/// Writes one value in a format. Keeps its first error and ignores later calls.
pub trait Writer {
    /// Writes a boolean.
    fn boolean(&mut self, value: bool);

    /// Writes a whole number of any width.
    fn integer(&mut self, value: i64);

    /// Writes a floating-point number of 32 bits.
    fn float(&mut self, value: f32);

    /// Writes a floating-point number of 64 bits.
    fn double(&mut self, value: f64);

    /// Writes a string.
    fn string(&mut self, value: &str);

    /// Writes bytes.
    fn blob(&mut self, value: &Blob);

    /// Writes a point in time.
    fn timestamp(&mut self, value: Timestamp);

    /// Writes untyped data.
    fn document(&mut self, value: &Document);

    /// Writes null, in a list or map that allows it.
    fn null(&mut self);

    /// Writes a list: `item` returns the element at an index below `len`.
    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value);

    /// Writes a map.
    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>);

    /// Writes a structure: its members that are present.
    fn structure(&mut self, structure: &dyn Structure);

    /// Marks the next value as sensitive. Writers for logs and reports do not show it; writers of formats ignore the
    /// mark.
    fn mark_sensitive(&mut self) {}

    /// Writes a union: its member, if it is known. `names` has all members, in model order.
    fn union(&mut self, names: &[&'static str], member: Option<(&'static str, &dyn Value)>);
}
