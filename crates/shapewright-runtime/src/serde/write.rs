//! Implements `Writer` for serializers.

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::{Blob, Document, Field, Structure, Timestamp, Value, Writer};

/// Implements serde's `Serialize` for a value.
pub(super) struct Item<'a>(pub(super) &'a dyn Value);

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut writer = SerdeWriter::Ready(serializer);
        self.0.write(&mut writer);
        writer.finish()
    }
}

/// Writes a structure.
pub(super) fn structure<S: Serializer>(structure: &dyn Structure, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = SerdeWriter::Ready(serializer);
    writer.structure(structure);
    writer.finish()
}

/// Implements serde's `Serialize` for a field.
struct Slot<'a>(&'a dyn Field);

impl Serialize for Slot<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut writer = SerdeWriter::Ready(serializer);
        self.0.write(&mut writer);
        writer.finish()
    }
}

/// A serializer, or its result after it is consumed.
enum SerdeWriter<S: Serializer> {
    Ready(S),
    Busy,
    Done(Result<S::Ok, S::Error>),
}

impl<S: Serializer> SerdeWriter<S> {
    /// Consumes the serializer. Later calls do nothing.
    fn put(&mut self, put: impl FnOnce(S) -> Result<S::Ok, S::Error>) {
        *self = match std::mem::replace(self, SerdeWriter::Busy) {
            SerdeWriter::Ready(serializer) => SerdeWriter::Done(put(serializer)),
            done => done,
        };
    }

    fn finish(self) -> Result<S::Ok, S::Error> {
        match self {
            SerdeWriter::Done(result) => result,
            _ => Err(S::Error::custom("a value wrote nothing")),
        }
    }
}

impl<S: Serializer> Writer for SerdeWriter<S> {
    fn boolean(&mut self, value: bool) {
        self.put(|to| to.serialize_bool(value));
    }

    fn integer(&mut self, value: i64) {
        self.put(|to| to.serialize_i64(value));
    }

    fn float(&mut self, value: f32) {
        match not_a_number(value.into()) {
            Some(text) => self.string(text),
            None => self.put(|to| match value.to_string().parse() {
                // As it is written: a cast to `f64`, which formats with one type of numbers do, adds digits.
                Ok(value) if to.is_human_readable() => to.serialize_f64(value),
                _ => to.serialize_f32(value),
            }),
        }
    }

    fn double(&mut self, value: f64) {
        match not_a_number(value) {
            Some(text) => self.string(text),
            None => self.put(|to| to.serialize_f64(value)),
        }
    }

    fn string(&mut self, value: &str) {
        self.put(|to| to.serialize_str(value));
    }

    fn blob(&mut self, value: &Blob) {
        self.put(|to| to.serialize_str(&value.to_base64()));
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.put(|to| to.serialize_str(&value.to_iso_format()));
    }

    fn document(&mut self, value: &Document) {
        self.put(|to| value.serialize(to));
    }

    fn null(&mut self) {
        self.put(Serializer::serialize_unit);
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        self.put(|to| {
            let mut list = to.serialize_seq(Some(len))?;
            for index in 0..len {
                list.serialize_element(&Item(item(index)))?;
            }
            list.end()
        });
    }

    fn map(&mut self, len: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        self.put(|to| {
            let mut map = to.serialize_map(Some(len))?;
            for (key, value) in entries {
                map.serialize_entry(key, &Item(value))?;
            }
            map.end()
        });
    }

    fn structure(&mut self, structure: &dyn Structure) {
        let names = structure.member_names();
        structure.visit_fields(&mut |fields| self.put(|to| write_members(to, names, fields)));
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        self.put(|to| {
            let mut map = to.serialize_map(Some(usize::from(member.is_some())))?;
            if let Some((name, value)) = member {
                map.serialize_entry(name, &Item(value))?;
            }
            map.end()
        });
    }
}

/// Writes the members that are present.
fn write_members<S: Serializer>(
    to: S,
    names: &[&'static str],
    fields: &[&dyn Field],
) -> Result<S::Ok, S::Error> {
    let present = names.iter().zip(fields).filter(|(_, field)| !field.is_absent());
    let mut map = to.serialize_map(Some(present.clone().count()))?;
    for (name, field) in present {
        map.serialize_entry(name, &Slot(*field))?;
    }
    map.end()
}

/// Returns the text for a number that JSON does not have.
fn not_a_number(value: f64) -> Option<&'static str> {
    if value.is_nan() {
        Some("NaN")
    } else if value.is_infinite() {
        Some(if value > 0.0 { "Infinity" } else { "-Infinity" })
    } else {
        None
    }
}
