//! Hashes of structures, without code for each type.

use std::hash::{Hash, Hasher};

use crate::{Blob, Document, Structure, Timestamp, Value, Writer};

/// Hashes the members of a structure.
///
/// Derived implementations of `Hash` would take longer to compile than those of any other trait of shapes.
#[inline]
pub fn hash_structure<H: Hasher>(structure: &dyn Structure, state: &mut H) {
    hash_with(structure, state);
}

fn hash_with(structure: &dyn Structure, state: &mut dyn Hasher) {
    HashWriter(state).structure(structure);
}

/// Gives what is written to a hasher. Equal values are written alike, so their hashes are equal.
struct HashWriter<'a>(&'a mut dyn Hasher);

impl Writer for HashWriter<'_> {
    fn boolean(&mut self, value: bool) {
        self.0.write_u8(u8::from(value));
    }

    fn integer(&mut self, value: i64) {
        self.0.write_i64(value);
    }

    /// Adds nothing, because equal numbers may have different bits.
    fn float(&mut self, _: f32) {}

    /// Adds nothing, because equal numbers may have different bits.
    fn double(&mut self, _: f64) {}

    fn string(&mut self, value: &str) {
        value.hash(&mut self.0);
    }

    fn blob(&mut self, value: &Blob) {
        value.hash(&mut self.0);
    }

    fn timestamp(&mut self, value: Timestamp) {
        value.hash(&mut self.0);
    }

    /// Adds nothing, because a document may have floating-point numbers.
    fn document(&mut self, _: &Document) {}

    fn null(&mut self) {
        self.0.write_u8(0);
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.0.write_usize(len);
        for index in 0..len {
            item(index).write(self);
        }
    }

    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        self.0.write_usize(len);
        for (key, value) in entries {
            self.string(key);
            value.write(self);
        }
    }

    fn structure(&mut self, structure: &dyn Structure) {
        structure.visit_fields(&mut |fields| {
            for field in fields {
                self.0.write_u8(u8::from(field.is_absent()));
                field.write(self);
            }
        });
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        self.0.write_u8(u8::from(member.is_some()));
        if let Some((name, value)) = member {
            self.string(name);
            value.write(self);
        }
    }
}
