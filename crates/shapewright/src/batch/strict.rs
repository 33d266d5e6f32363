//! Strict reading of JSON: reports repeated names, for which `serde_json` silently keeps the last value.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};
use shapewright_runtime::PointerStep;
use shapewright_runtime::text::message;

use super::problem::{Misfit, Problem, Problems};

/// The largest number of values in a value: more than ten times what the largest requests and responses of CloudFront
/// have. Small values take up to 60 times the memory of their text.
const MOST_VALUES: usize = 200_000;

/// The largest number of objects among them. A structure takes up to a kilobyte.
const MOST_OBJECTS: usize = 50_000;

/// Reads a value. If a name is repeated, the last value is used, as in most readers.
///
/// # Errors
///
/// Fails if a value cannot be represented: numbers outside the range of `f64`, unpaired surrogates, more
/// than 128 levels of nesting. Fails also if there are more values or objects than the limits allow.
pub(crate) fn read(raw: &RawValue, problems: &mut Problems) -> serde_json::Result<Value> {
    let (mut path, mut counts) = (String::new(), Counts::default());
    let seed = Node { path: &mut path, counts: &mut counts, problems };
    seed.deserialize(&mut serde_json::Deserializer::from_str(raw.get()))
}

/// How many values were read.
#[derive(Default)]
struct Counts {
    values: usize,
    objects: usize,
}

/// Reads the value at a path.
struct Node<'a> {
    path: &'a mut String,
    counts: &'a mut Counts,
    problems: &'a mut Problems,
}

impl Node<'_> {
    /// The place of a value inside this one.
    fn inside(&mut self, step: &str) -> Node<'_> {
        self.path.push_str(&PointerStep(step).to_string());
        Node { path: self.path, counts: self.counts, problems: self.problems }
    }

    fn duplicate(&mut self, name: &str) {
        let path = &*self.path;
        self.problems.add(|| Problem {
            path: path.clone(),
            rule: Misfit::DuplicateMember,
            message: format!("{} is given more than once", message(name.to_owned())),
            help: "keep one of them: readers of JSON disagree about which one counts".to_owned(),
            fix: None,
            lost: None,
        });
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.counts.values += 1;
        if self.counts.values > MOST_VALUES {
            return Err(D::Error::custom(format_args!("there are more than {MOST_VALUES} values")));
        }
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
        self.counts.objects += 1;
        if self.counts.objects > MOST_OBJECTS {
            return Err(A::Error::custom(format_args!("there are more than {MOST_OBJECTS} objects")));
        }
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
