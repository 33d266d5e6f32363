//! The places of sensitive members, found by reading structures whose every member is present.

use std::borrow::Cow;

use serde_json::{Map, Value};
use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

use crate::wire::empty;

/// Returns the JSON Pointers of the outermost sensitive members of a structure of CloudFront, with one element in every
/// list and map. Those inside sensitive members of unions are not found.
pub fn places(shape: &str) -> Vec<String> {
    let mut finder = Finder::default();
    // The finder has no errors.
    let _ = finder.structure(&mut *empty(shape));
    finder.found
}

/// Returns a value that has only `value`, at a place that [`places`] returned.
pub fn document(place: &str, value: Value) -> Value {
    place.rsplit('/').filter(|step| !step.is_empty()).fold(value, |value, step| match step {
        "0" => Value::Array(vec![value]),
        name => Value::Object(Map::from_iter([(name.to_owned(), value)])),
    })
}

/// A reader of values in which every member is present.
#[derive(Default)]
struct Finder {
    path: String,
    /// The structures around the value.
    shapes: Vec<&'static str>,
    found: Vec<String>,
}

impl Finder {
    fn below(&mut self, step: &str, read: &mut dyn FnMut(&mut Self) -> Result<(), ReadError>) {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(step);
        // Errors are those of ranges, which the values of this reader fit.
        let _ = read(self);
        self.path.truncate(length);
    }
}

impl Reader for Finder {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Ok(false)
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        Ok(0)
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        Ok(0.0)
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        Ok(Cow::Borrowed(""))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        Ok(Blob::default())
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        Ok(Timestamp::UNIX_EPOCH)
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(Document::Null)
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        self.below("0", &mut |finder| each(finder));
        Ok(())
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.below("key", &mut |finder| each("key".to_owned(), finder));
        Ok(())
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let (names, sensitive) = (structure.member_names(), structure.sensitive_members());
        let shape = structure.shape_name();
        if self.shapes.contains(&shape) {
            return Ok(());
        }
        self.shapes.push(shape);
        structure.visit_fields_mut(&mut |fields| {
            for (name, field) in names.iter().zip(fields) {
                self.below(name, &mut |finder| {
                    if sensitive.contains(name) {
                        finder.found.push(finder.path.clone());
                        return Ok(());
                    }
                    field.read(finder)
                });
            }
        });
        self.shapes.pop();
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        for name in names {
            self.below(name, &mut |finder| member(name, finder));
        }
        Ok(())
    }
}
