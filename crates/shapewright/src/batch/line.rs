//! One line of input: an object whose values are parsed later, so that the id is available even if they are invalid.

use std::collections::BTreeSet;
use std::fmt;

use cloudfront::validators::nearest;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::failure::Failure;
use super::problem::Problems;
use super::strict;

/// The keys of lines, for all verbs.
const KEYS: [&str; 11] = [
    "id",
    "verb",
    "operation",
    "params",
    "current",
    "request",
    "strict",
    "response",
    "result",
    "error",
    "request_id",
];

/// The raw entries of an object.
pub(crate) struct Line<'a> {
    text: &'a str,
    entries: Vec<(String, &'a RawValue)>,
}

impl<'a> Line<'a> {
    /// Splits a line into its entries.
    pub(crate) fn parse(text: &'a str) -> Result<Line<'a>, Failure> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let entries = deserializer.deserialize_any(Entries).and_then(|entries| {
            deserializer.end()?;
            Ok(entries)
        });
        match entries {
            Ok(entries) => Ok(Line { text, entries }),
            Err(error) if error.is_data() => Err(Failure::new("the line is not a JSON object")),
            Err(error) => Err(Failure::new(format!("the line is not JSON: {}", syntax(&error, 0)))),
        }
    }

    /// The raw id; null if there is none.
    pub(crate) fn id(&self) -> &'a RawValue {
        self.raw("id").unwrap_or(RawValue::NULL)
    }

    /// Rejects unknown and repeated keys.
    pub(crate) fn check_keys(&self) -> Result<(), Failure> {
        let mut seen = BTreeSet::new();
        if let Some((key, _)) = self.entries.iter().find(|(key, _)| !seen.insert(key)) {
            return Err(
                Failure::new(format!("the key `{key}` is given more than once")).help("keep one of them")
            );
        }
        match self.entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
            Some((key, _)) => Err(unknown_key(&format!("unknown key `{key}`"), key, &KEYS)),
            None => Ok(()),
        }
    }

    /// Rejects keys that the verb does not use.
    pub(crate) fn check_keys_of(&self, verb: &str, keys: &[&str]) -> Result<(), Failure> {
        let is_used = |key: &str| ["id", "verb"].contains(&key) || keys.contains(&key);
        match self.entries.iter().find(|(key, value)| !is_used(key) && value.get() != "null") {
            Some((key, _)) => Err(Failure::new(format!("`{verb}` has no key `{key}`"))
                .help(format!("its keys are id, verb, {}", keys.join(", ")))),
            None => Ok(()),
        }
    }

    /// A required string.
    pub(crate) fn string(&self, key: &str) -> Result<String, Failure> {
        let raw = self.raw(key).ok_or_else(|| Failure::new(format!("`{key}` is missing")))?;
        match self.value(key, raw, &mut Problems::default())? {
            Value::String(text) => Ok(text),
            _ => Err(Failure::new(format!("`{key}` is not a string"))),
        }
    }

    /// The value of a key with the names that are repeated in it; `None` if it is absent or null.
    pub(crate) fn given(&self, key: &str) -> Result<Option<(Value, Problems)>, Failure> {
        let mut problems = Problems::default();
        let value = self.raw(key).map(|raw| self.value(key, raw, &mut problems)).transpose()?;
        Ok(value.filter(|value| !value.is_null()).map(|value| (value, problems)))
    }

    /// The value of an optional key; repeated names in it are an error.
    pub(crate) fn exact(&self, key: &str) -> Result<Option<Value>, Failure> {
        let Some((value, problems)) = self.given(key)? else { return Ok(None) };
        match problems.all().first() {
            Some(problem) => {
                Err(Failure::new(format!("in `{key}`, {} is given more than once", problem.path))
                    .help("keep one of them"))
            }
            None => Ok(Some(value)),
        }
    }

    /// An optional boolean; absent and null are `false`.
    pub(crate) fn flag(&self, key: &str) -> Result<bool, Failure> {
        match self.exact(key)? {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(_) => Err(Failure::new(format!("`{key}` is not a boolean"))),
        }
    }

    fn raw(&self, key: &str) -> Option<&'a RawValue> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    fn value(&self, key: &str, raw: &RawValue, problems: &mut Problems) -> Result<Value, Failure> {
        // The raw value borrows from the line, so the addresses yield its column.
        let offset = raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        strict::read(raw, problems)
            .map_err(|error| Failure::new(format!("`{key}` cannot be read: {}", syntax(&error, offset))))
    }
}

/// A failure about a key that is not among the known ones.
pub(crate) fn unknown_key(message: &str, key: &str, known: &[&str]) -> Failure {
    Failure::new(message).help(match nearest(key, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("known keys are {}", known.join(", ")),
    })
}

/// The message of `serde_json` with only the column, since its line numbers are not those of the input.
fn syntax(error: &serde_json::Error, offset: usize) -> String {
    let text = error.to_string();
    let message = text.rfind(" at line ").and_then(|end| text.get(..end)).unwrap_or(&text);
    format!("{message} at column {}", offset + error.column())
}

/// Reads the entries of an object without looking into their values. Keeps only those that an answer depends on: two
/// for each known key, and two for the first unknown one.
struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let is_known = |key: &str| KEYS.contains(&key);
        let mut entries: Vec<(String, &RawValue)> = Vec::new();
        while let Some((key, value)) = access.next_entry::<String, _>()? {
            let same = entries.iter().filter(|(name, _)| *name == key).count();
            let is_first_unknown = entries.iter().all(|(name, _)| is_known(name));
            if same == 1 || same == 0 && (is_known(&key) || is_first_unknown) {
                entries.push((key, value));
            }
        }
        Ok(entries)
    }
}
