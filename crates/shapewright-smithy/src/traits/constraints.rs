//! Limits of values: `length` and `range`.

use serde_json::{Number, Value};

use super::{Problem, TraitValue, Traits};
use crate::prelude;

/// Value of the trait `length`: code points of a string, bytes of a blob, elements of a list or map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Length {
    /// Least length.
    pub min: Option<u64>,
    /// Greatest length.
    pub max: Option<u64>,
}

/// Value of the trait `range`, with its numbers as the model writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Range {
    /// Least value.
    pub min: Option<Number>,
    /// Greatest value.
    pub max: Option<Number>,
}

impl Traits {
    /// `length`: how long values may be.
    pub fn length(&self) -> Option<Length> {
        self.read()
    }

    /// `range`: how large numbers may be.
    pub fn range(&self) -> Option<Range> {
        self.read()
    }
}

impl TraitValue for Length {
    const ID: &'static str = prelude::LENGTH;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let [min, max] = bounds(value, Value::is_u64, "a whole number of 0 or more").map_err(help)?;
        Ok(Length { min: min.and_then(Value::as_u64), max: max.and_then(Value::as_u64) })
    }
}

impl TraitValue for Range {
    const ID: &'static str = prelude::RANGE;

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let [min, max] = bounds(value, Value::is_number, "a number").map_err(help)?;
        let number = |bound: Option<&Value>| bound.and_then(Value::as_number).cloned();
        Ok(Range { min: number(min), max: number(max) })
    }
}

fn help(message: String) -> Problem {
    Problem::new(
        message,
        "write {\"min\": 1, \"max\": 128}, with at least one of the two and min not above max",
    )
}

fn bounds<'v>(
    value: &'v Value,
    valid: fn(&Value) -> bool,
    what: &str,
) -> Result<[Option<&'v Value>; 2], String> {
    let object =
        value.as_object().ok_or_else(|| format!("must be an object with `min` or `max`, not {value}"))?;
    if let Some(key) = object.keys().find(|key| *key != "min" && *key != "max") {
        return Err(format!("has the unknown key `{key}`"));
    }
    for key in ["min", "max"] {
        if let Some(bound) = object.get(key).filter(|bound| !valid(bound)) {
            return Err(format!("has {bound} as its `{key}`, which is not {what}"));
        }
    }
    match (object.get("min"), object.get("max")) {
        (None, None) => Err("has neither `min` nor `max`".to_owned()),
        (Some(min), Some(max)) if above(min, max) => {
            Err(format!("has a min of {min} above its max of {max}"))
        }
        (min, max) => Ok([min, max]),
    }
}

/// Integers are compared as such: as floating-point numbers, the limits of 64 bits would all look the same.
fn above(min: &Value, max: &Value) -> bool {
    let integer = |value: &Value| value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
    match (integer(min), integer(max)) {
        (Some(min), Some(max)) => min > max,
        _ => min.as_f64() > max.as_f64(),
    }
}
