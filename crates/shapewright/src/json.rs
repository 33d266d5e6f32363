//! Reads a JSON tree into a structure, keeping everything that fits and noting everything that does not.

use std::borrow::Cow;

use serde_json::{Map, Value};
use shapewright_runtime::{Blob, Document, PointerStep, Read, ReadError, Reader, Structure, Timestamp};

use cloudfront_shapes::catalog::{STRUCTURES, structure};
use cloudfront_validators::{nearest, rules};

use crate::nothing::Nothing;
use crate::problem::{Problem, UNKNOWN_MEMBER, WRONG_TYPE};

/// Numbers of this size have no place in 64 bits with a sign.
const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

/// Reads `params` into `structure`; what does not fit stays absent and is noted.
pub(crate) fn read(params: &Value, structure: &mut dyn Structure) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut reader = Tree { value: params, path: String::new(), problems: &mut problems };
    if let Err(error) = reader.structure(structure) {
        reader.note_unless_kept(&error);
    }
    problems
}

/// One value of the tree.
struct Tree<'a> {
    value: &'a Value,
    path: String,
    problems: &'a mut Vec<Problem>,
}

impl Tree<'_> {
    fn at<'b>(&'b mut self, name: &str, value: &'b Value) -> Tree<'b> {
        Tree { value, path: format!("{}{}", self.path, PointerStep(name)), problems: self.problems }
    }

    fn note(&mut self, rule: &'static str, message: String) {
        let path = self.path.clone();
        self.problems.push(Problem { lost: Some(path.clone()), path, rule, message });
    }

    fn wrong(&mut self, wanted: &str) -> ReadError {
        let message = format!("this is {}, and {wanted} is needed", described(self.value));
        self.note(WRONG_TYPE, message);
        ReadError::kept()
    }

    /// Errors of values that are of the right type and still cannot be held, a number that is too large for instance.
    fn note_unless_kept(&mut self, error: &ReadError) {
        if !error.message().is_empty() {
            self.note(WRONG_TYPE, error.message().to_owned());
        }
    }

    /// Reads a value inside this one, and says whether it could be; what is wrong with it stays its own.
    fn inside(&mut self, name: &str, value: &Value, read: &mut Read<'_>) -> bool {
        let mut inner = self.at(name, value);
        let outcome = read(&mut inner);
        if let Err(error) = &outcome {
            inner.note_unless_kept(error);
        }
        outcome.is_ok()
    }

    /// A member that the model does not have, among all that are there.
    fn unknown(&mut self, name: &str, entries: &Map<String, Value>, known: &[&'static str]) {
        let meant = nearest(name, known.iter().copied());
        let help = match meant {
            Some(meant) => format!("did you mean {meant}?"),
            None => format!("{}known are {}", homes(name), known.join(", ")),
        };
        // Whoever gave both meant two things.
        let lost = meant.filter(|meant| entries.get(*meant).is_none_or(Value::is_null));
        let lost = lost.map(|meant| self.at(meant, &Value::Null).path);
        let path = self.at(name, &Value::Null).path;
        let message = format!("there is no member {name}; {help}");
        self.problems.push(Problem { path, rule: UNKNOWN_MEMBER, message, lost });
    }
}

/// Which structures have a member of that name, where they are few: many a member is given one level too high or too
/// low. Only those that requests have have rules.
fn homes(name: &str) -> String {
    let has = |shape: &&str| structure(shape).is_some_and(|shape| shape.member_names().contains(&name));
    let is_sent = |shape: &&str| rules().any(|rule| rule.target.split('$').next() == Some(shape));
    let homes: Vec<&str> = STRUCTURES.iter().copied().filter(has).filter(is_sent).collect();
    match homes.len() {
        1..=3 => format!("it is a member of {}; ", homes.join(", ")),
        _ => String::new(),
    }
}

fn described(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

impl Reader for Tree<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        self.value.as_bool().ok_or_else(|| self.wrong("a boolean"))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        self.value.as_i64().ok_or_else(|| match self.value.as_f64() {
            Some(number) if number.abs() >= TOO_LARGE => self.wrong("one of 64 bits"),
            _ => self.wrong("a whole number"),
        })
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        self.value.as_f64().ok_or_else(|| self.wrong("a number"))
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        match self.value {
            Value::String(text) => Ok(Cow::Borrowed(text)),
            _ => Err(self.wrong("text")),
        }
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        let bytes = self.value.as_str().and_then(Blob::from_base64);
        bytes.ok_or_else(|| self.wrong("text in base64"))
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        let time = match self.value {
            Value::String(text) => text.parse().ok(),
            Value::Number(seconds) => {
                seconds.as_f64().and_then(|seconds| Timestamp::from_unix_f64(seconds).ok())
            }
            _ => None,
        };
        time.ok_or_else(|| self.wrong("a time in ISO 8601"))
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(document(self.value))
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        if self.value.is_null() { Ok(()) } else { present(self) }
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let Value::Array(items) = self.value else { return Err(self.wrong("a list")) };
        for (index, item) in items.iter().enumerate() {
            if !self.inside(&index.to_string(), item, each) {
                // Something stands in for it, so that later elements keep their positions and all are counted.
                each(&mut Nothing)?;
            }
        }
        Ok(())
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object")) };
        for (key, value) in entries {
            self.inside(key, value, &mut |from| each(key.clone(), from));
        }
        Ok(())
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object")) };
        let names = structure.member_names();
        structure.visit_fields_mut(&mut |fields| {
            for (name, value) in entries.iter().filter(|(_, value)| !value.is_null()) {
                let index = names.iter().position(|member| member == name);
                match index.and_then(|index| fields.get_mut(index)) {
                    Some(field) => drop(self.inside(name, value, &mut |from| field.read(from))),
                    None => self.unknown(name, entries, names),
                }
            }
        });
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object")) };
        let present: Vec<_> = entries.iter().filter(|(_, value)| !value.is_null()).collect();
        for (name, _) in present.iter().filter(|(name, _)| !names.contains(&name.as_str())) {
            self.unknown(name, entries, names);
        }
        let known: Vec<_> = present.into_iter().filter(|(name, _)| names.contains(&name.as_str())).collect();
        match known.as_slice() {
            [] => {}
            [(name, value)] => drop(self.inside(name, value, &mut |from| member(name, from))),
            several => {
                let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
                self.note(WRONG_TYPE, format!("a union has one member, and here are {}", names.join(", ")));
            }
        }
        Ok(())
    }
}

fn document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Boolean(*value),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Document::Integer(integer),
            None => Document::Float(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => Document::String(text.clone()),
        Value::Array(items) => Document::List(items.iter().map(document).collect()),
        Value::Object(entries) => Document::Object(entries_of(entries)),
    }
}

fn entries_of(entries: &Map<String, Value>) -> std::collections::BTreeMap<String, Document> {
    entries.iter().map(|(key, value)| (key.clone(), document(value))).collect()
}
