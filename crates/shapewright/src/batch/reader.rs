//! Reads a JSON tree into a structure, and records everything that does not fit.

use std::borrow::Cow;

use serde_json::{Map, Value};
use shapewright_runtime::{
    Blob, Document, EmptyReader, PointerStep, Read, ReadError, Reader, Structure, Timestamp, text,
};

use cloudfront::shapes::catalog::{STRUCTURES, structure};
use cloudfront::validators::{nearest, rules};

use super::fix::{self, Wanted};
use super::problem::{Misfit, Problem, Problems};

/// Numbers of this size do not fit into 64 bits with a sign.
const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

/// Reads `params` into `structure`; what does not fit stays absent and is recorded.
pub(crate) fn read(params: &Value, structure: &mut dyn Structure, problems: &mut Problems) {
    let mut reader = Tree { value: params, path: String::new(), is_sensitive: false, problems };
    if let Err(error) = reader.structure(structure) {
        reader.note_unless_kept(&error);
    }
}

/// One value of the tree.
struct Tree<'a> {
    value: &'a Value,
    path: String,
    /// Whether the value belongs to a sensitive member, and errors do not show it.
    is_sensitive: bool,
    problems: &'a mut Problems,
}

impl Tree<'_> {
    fn at<'b>(&'b mut self, name: &str, value: &'b Value) -> Tree<'b> {
        let path = format!("{}{}", self.path, PointerStep(name));
        Tree { value, path, is_sensitive: self.is_sensitive, problems: self.problems }
    }

    /// Records a value that cannot be read.
    fn note(&mut self, message: impl FnOnce() -> String, help: impl Into<String>, fix: Option<Value>) {
        let path = &self.path;
        self.problems.add(|| Problem {
            path: path.clone(),
            rule: Misfit::WrongType,
            message: message(),
            help: help.into(),
            fix,
            lost: Some(path.clone()),
        });
    }

    /// Records a value of the wrong type.
    fn wrong(&mut self, name: &str, wanted: Wanted) -> ReadError {
        let (value, is_sensitive) = (self.value, self.is_sensitive);
        // A fix has the value in another form.
        let fix = (!is_sensitive).then(|| fix::of_type(&self.path, value, wanted)).flatten();
        let message = || format!("expected {name}, found {}", described(value, is_sensitive));
        self.note(message, format!("use {name}"), fix);
        ReadError::kept()
    }

    /// Records a string in the wrong format.
    fn wrong_text(&mut self, format: &str, help: &str) -> ReadError {
        self.note(|| format!("the string is not {format}"), help, None);
        ReadError::kept()
    }

    /// Records a value of the right type that is out of range.
    fn note_unless_kept(&mut self, error: &ReadError) {
        if !error.message().is_empty() {
            self.note(|| error.message().to_owned(), "use a value within the bounds of the type", None);
        }
    }

    /// Reads a value inside this one, and returns whether that worked; problems inside it do not end the reading here.
    fn inside(&mut self, name: &str, value: &Value, read: &mut Read<'_>) -> bool {
        self.at(name, value).take(read)
    }

    /// Reads this value, and returns whether that worked.
    fn take(&mut self, read: &mut Read<'_>) -> bool {
        match read(self) {
            Ok(()) => true,
            Err(error) => {
                let error = if self.is_sensitive { error.without_value() } else { error };
                self.note_unless_kept(&error);
                false
            }
        }
    }

    /// Reads a member.
    fn member(&mut self, name: &str, is_sensitive: bool, value: &Value, read: &mut Read<'_>) {
        let mut member = self.at(name, value);
        if is_sensitive {
            member.is_sensitive = true;
            member.problems.hide_inside(&member.path);
        }
        member.take(read);
    }

    /// Records a member that the model does not have.
    fn unknown(&mut self, name: &str, entries: &Map<String, Value>, known: &[&'static str]) {
        let parent = &self.path;
        self.problems.add(|| {
            let path = format!("{parent}{}", PointerStep(name));
            let meant = nearest(name, known.iter().copied());
            let help = match meant {
                Some(meant) => format!("did you mean {meant}?"),
                None => format!("{}known members are {}", homes(name), listed(known)),
            };
            // If both names are there, the unknown one is not a misspelling of the known one.
            let lost = meant.filter(|meant| entries.get(*meant).is_none_or(Value::is_null));
            let lost = lost.map(|meant| format!("{parent}{}", PointerStep(meant)));
            Problem {
                message: format!("there is no member {}", text::message(name.to_owned())),
                rule: Misfit::UnknownMember,
                fix: lost.as_deref().map(|meant| fix::rename(&path, meant)),
                path,
                help,
                lost,
            }
        });
    }
}

/// Which structures of requests have a member of that name, if they are few: members are often given one level too high
/// or too low.
fn homes(name: &str) -> String {
    let has = |shape: &&str| structure(shape).is_some_and(|shape| shape.member_names().contains(&name));
    let is_sent = |shape: &&str| rules().any(|rule| rule.target.split('$').next() == Some(shape));
    let homes: Vec<&str> = STRUCTURES.iter().copied().filter(has).filter(is_sent).collect();
    match homes.len() {
        1..=3 => format!("it is a member of {}; ", homes.join(", ")),
        _ => String::new(),
    }
}

/// The largest number of names in a help text.
const MOST_NAMES: usize = 10;

/// The first names of a list, and how many more there are.
fn listed(names: &[&str]) -> String {
    match names.split_at_checked(MOST_NAMES) {
        Some((first, rest)) if !rest.is_empty() => format!("{} and {} more", first.join(", "), rest.len()),
        _ => names.join(", "),
    }
}

/// The kind of a value, without its content: strings may be secrets even if the member is not sensitive.
fn described(value: &Value, is_sensitive: bool) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) if is_sensitive => "a boolean".to_owned(),
        Value::Number(_) if is_sensitive => "a number".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

impl Reader for Tree<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        self.value.as_bool().ok_or_else(|| self.wrong("a boolean", Wanted::Boolean))
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        self.value.as_i64().ok_or_else(|| match self.value.as_f64() {
            Some(number) if number.abs() >= TOO_LARGE => {
                self.wrong("an integer of at most 64 bits", Wanted::Other)
            }
            _ => self.wrong("an integer", Wanted::Integer),
        })
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        self.value.as_f64().ok_or_else(|| self.wrong("a number", Wanted::Double))
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        match self.value {
            Value::String(text) => Ok(Cow::Borrowed(text)),
            _ => Err(self.wrong("a string", Wanted::String)),
        }
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        let bytes = self.value.as_str().and_then(Blob::from_base64);
        bytes.ok_or_else(|| match self.value {
            Value::String(_) => self.wrong_text("base64", "encode the bytes in base64"),
            _ => self.wrong("a string in base64", Wanted::Other),
        })
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        let time = match self.value {
            Value::String(text) => text.parse().ok(),
            Value::Number(seconds) => {
                seconds.as_f64().and_then(|seconds| Timestamp::from_unix_f64(seconds).ok())
            }
            _ => None,
        };
        time.ok_or_else(|| match self.value {
            Value::String(_) => self.wrong_text("a time in ISO 8601", "write it like 2026-11-30T15:40:00Z"),
            _ => self.wrong("a time in ISO 8601", Wanted::Other),
        })
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(document(self.value))
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        if self.value.is_null() { Ok(()) } else { present(self) }
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        let Value::Array(items) = self.value else { return Err(self.wrong("a list", Wanted::Other)) };
        for (index, item) in items.iter().enumerate() {
            if self.problems.is_full() {
                break;
            }
            if !self.inside(&index.to_string(), item, each) {
                // An empty value replaces it, so that later elements keep their positions and all are counted.
                each(&mut EmptyReader)?;
            }
        }
        Ok(())
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object", Wanted::Other)) };
        for (key, value) in entries {
            let shown = if self.is_sensitive { "<redacted>" } else { key };
            self.inside(shown, value, &mut |from| each(key.clone(), from));
        }
        Ok(())
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object", Wanted::Other)) };
        let (names, sensitive) = (structure.member_names(), structure.sensitive_members());
        structure.visit_fields_mut(&mut |fields| {
            for (name, value) in entries.iter().filter(|(_, value)| !value.is_null()) {
                if self.problems.is_full() {
                    break;
                }
                let index = names.iter().position(|member| member == name);
                match index.and_then(|index| fields.get_mut(index)) {
                    Some(field) => {
                        let is_sensitive = sensitive.contains(&name.as_str());
                        self.member(name, is_sensitive, value, &mut |from| field.read(from));
                    }
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
        let Value::Object(entries) = self.value else { return Err(self.wrong("an object", Wanted::Other)) };
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
                let message = || format!("expected one member, found {}", names.join(", "));
                self.note(message, "keep one of them", None);
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
