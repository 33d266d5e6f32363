//! Hashes of values that have an equality but neither an order nor a hash: structures with decimal numbers, documents.

use std::hash::{BuildHasher, Hash, Hasher};

use shapewright_runtime::{Blob, Document, Structure, Timestamp, Value, Writer};

/// The hash of a value. Equal values have the same one; `key` keeps others from choosing values that collide.
pub(crate) fn fingerprint(value: &dyn Value, key: &impl BuildHasher) -> u64 {
    let mut hasher = key.build_hasher();
    value.write(&mut Fingerprint(&mut hasher));
    hasher.finish()
}

/// Hashes what is written.
struct Fingerprint<'h>(&'h mut dyn Hasher);

impl Fingerprint<'_> {
    fn add(&mut self, value: impl Hash) {
        value.hash(&mut self.0);
    }
}

impl Writer for Fingerprint<'_> {
    fn boolean(&mut self, value: bool) {
        self.add(value);
    }

    fn integer(&mut self, value: i64) {
        self.add(value);
    }

    fn float(&mut self, value: f32) {
        self.double(value.into());
    }

    fn double(&mut self, value: f64) {
        // Adding zero turns -0 into 0, which is equal to it.
        self.add((value + 0.0).to_bits());
    }

    fn string(&mut self, value: &str) {
        self.add(value);
    }

    fn blob(&mut self, value: &Blob) {
        self.add(&value.0);
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.add(value);
    }

    fn document(&mut self, value: &Document) {
        match value {
            Document::Null => self.null(),
            Document::Boolean(value) => self.boolean(*value),
            Document::Integer(value) => self.integer(*value),
            Document::Float(value) => self.double(*value),
            Document::String(value) => self.string(value),
            Document::List(items) => {
                self.add(items.len());
                for item in items {
                    self.document(item);
                }
            }
            Document::Object(entries) => {
                self.add(entries.len());
                for (name, value) in entries {
                    self.add(name);
                    self.document(value);
                }
            }
        }
    }

    fn null(&mut self) {
        self.add(());
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.add(len);
        for index in 0..len {
            item(index).write(self);
        }
    }

    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        self.add(len);
        for (key, value) in entries {
            self.add(key);
            value.write(self);
        }
    }

    fn structure(&mut self, structure: &dyn Structure) {
        structure.visit_fields(&mut |fields| {
            for field in fields {
                self.add(field.is_absent());
                field.write(self);
            }
        });
    }

    fn union(&mut self, _names: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        self.add(member.map(|(name, _)| name));
        if let Some((_, value)) = member {
            value.write(self);
        }
    }
}
