//! Hashes of values, without code for each type.

use std::hash::{Hash, Hasher};

use crate::{Blob, Document, Structure, Timestamp, Value, Writer};

/// Hashes a value, also one with floating-point numbers or documents. Equal values have the same hash.
pub fn hash_value(value: &dyn Value, state: &mut dyn Hasher) {
    value.write(&mut HashWriter(state));
}

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

    fn float(&mut self, value: f32) {
        self.double(value.into());
    }

    fn double(&mut self, value: f64) {
        // Adding zero turns -0 into 0, which is equal to it.
        self.0.write_u64((value + 0.0).to_bits());
    }

    fn string(&mut self, value: &str) {
        value.hash(&mut self.0);
    }

    fn blob(&mut self, value: &Blob) {
        value.hash(&mut self.0);
    }

    fn timestamp(&mut self, value: Timestamp) {
        value.hash(&mut self.0);
    }

    fn document(&mut self, value: &Document) {
        match value {
            Document::Null => self.null(),
            Document::Boolean(value) => self.boolean(*value),
            Document::Integer(value) => self.integer(*value),
            Document::Float(value) => self.double(*value),
            Document::String(value) => self.string(value),
            Document::List(items) => {
                self.0.write_usize(items.len());
                for item in items {
                    self.document(item);
                }
            }
            Document::Object(entries) => {
                self.0.write_usize(entries.len());
                for (name, value) in entries {
                    self.string(name);
                    self.document(value);
                }
            }
        }
    }

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
