//! Strict reading of JSON: reports repeated names, for which `serde_json` silently keeps the last value.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};
use shapewright_runtime::PointerStep;

use super::problem::{Misfit, Problem, Problems};

/// Reads a value. If a name is repeated, the last value is used, as in most readers.
///
/// # Errors
///
/// Fails if a value cannot be represented: numbers outside the range of `f64`, unpaired surrogates, more
/// than 128 levels of nesting.
pub(crate) fn read(raw: &RawValue, problems: &mut Problems) -> serde_json::Result<Value> {
    let mut path = String::new();
    let seed = Node { path: &mut path, problems };
    seed.deserialize(&mut serde_json::Deserializer::from_str(raw.get()))
}

/// Reads the value at a path.
struct Node<'a> {
    path: &'a mut String,
    problems: &'a mut Problems,
}

impl Node<'_> {
    /// The place of a value inside this one.
    fn inside(&mut self, step: &str) -> Node<'_> {
        self.path.push_str(&PointerStep(step).to_string());
        Node { path: self.path, problems: self.problems }
    }

    fn duplicate(&mut self, name: &str) {
        let path = &*self.path;
        self.problems.add(|| Problem {
            path: path.clone(),
            rule: Misfit::DuplicateMember,
            message: format!("{name} is given more than once"),
            help: "keep one of them: readers of JSON disagree about which one counts".to_owned(),
            fix: None,
            lost: None,
        });
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        // Negative zero is read as zero.
        if value == 0.0 && value.is_sign_negative() {
            return Ok(Value::from(0));
        }
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        let length = self.path.len();
        while let Some(item) = access.next_element_seed(self.inside(&items.len().to_string()))? {
            items.push(item);
            self.path.truncate(length);
        }
        self.path.truncate(length);
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = Map::new();
        let length = self.path.len();
        while let Some(name) = access.next_key::<String>()? {
            let mut node = self.inside(&name);
            if entries.contains_key(&name) {
                node.duplicate(&name);
            }
            let value = access.next_value_seed(node)?;
            entries.insert(name, value);
            self.path.truncate(length);
        }
        Ok(Value::Object(entries))
    }
}
