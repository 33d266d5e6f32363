//! Where values are written to.

use crate::{Blob, Document, Structure, Timestamp, Value};

/// Writes one value in a format. Keeps its first error and ignores what comes after it.
pub trait Writer {
    /// A boolean.
    fn boolean(&mut self, value: bool);

    /// A whole number of any width.
    fn integer(&mut self, value: i64);

    /// A floating-point number of 32 bits.
    fn float(&mut self, value: f32);

    /// A floating-point number of 64 bits.
    fn double(&mut self, value: f64);

    /// A string.
    fn string(&mut self, value: &str);

    /// Bytes.
    fn blob(&mut self, value: &Blob);

    /// A point in time.
    fn timestamp(&mut self, value: Timestamp);

    /// Untyped data.
    fn document(&mut self, value: &Document);

    /// The absence of a value, in a list or map that allows it.
    fn null(&mut self);

    /// A list: `item` returns the element at an index below `len`.
    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value);

    /// A map.
    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>);

    /// A structure: its members that are present.
    fn structure(&mut self, structure: &dyn Structure);

    /// The next value is sensitive: a writer for people does not show it. Writers of formats ignore this.
    fn mark_sensitive(&mut self) {}

    /// A union: its one member, if it is known, and the names of all members, in model order.
    fn union(&mut self, names: &[&'static str], member: Option<(&'static str, &dyn Value)>);
}
