//! Corrections that a program can apply: JSON Patches (RFC 6902) of the params.

use cloudfront::validators::Violation;
use serde_json::{Value, json};
use shapewright_check::{Value as Right, Values, answer};

/// The patch that corrects a violation, if there is only one sensible correction.
pub(crate) fn of_violation(violation: &Violation, params: &Value) -> Option<Value> {
    let pointer = violation.pointer();
    let answer = answer(violation, &Params(params))?;
    let value = match answer.value {
        Right::Number(number) => json!(number),
        Right::Text(text) => json!(text),
        Right::NoElements => json!({ "Quantity": 0 }),
        _ => return None,
    };
    Some(if answer.is_missing {
        json!([{ "op": "add", "path": pointer, "value": value }])
    } else {
        replace(pointer, value)
    })
}

/// The values of a request.
struct Params<'v>(&'v Value);

impl Values for Params<'_> {
    fn text(&self, pointer: &str) -> Option<&str> {
        self.0.pointer(pointer)?.as_str()
    }

    fn count(&self, pointer: &str) -> Option<usize> {
        self.0.pointer(pointer)?.as_array().map(Vec::len)
    }
}

/// The patch that converts a value to the expected type, if the conversion is unambiguous.
pub(crate) fn of_type(pointer: &str, value: &Value, wanted: Wanted) -> Option<Value> {
    let meant = match (wanted, value) {
        (Wanted::Boolean, Value::String(text)) => json!(text.to_ascii_lowercase().parse::<bool>().ok()?),
        (Wanted::Integer, Value::String(text)) => json!(text.parse::<i64>().ok()?),
        (Wanted::Double, Value::String(text)) => {
            json!(text.parse::<f64>().ok().filter(|number| number.is_finite())?)
        }
        (Wanted::String, Value::Bool(_) | Value::Number(_)) => json!(value.to_string()),
        _ => return None,
    };
    Some(replace(pointer, meant))
}

/// A type that a value can be converted to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    /// True or false.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Double,
    /// A string.
    String,
    /// Anything else.
    Other,
}

fn replace(pointer: &str, value: Value) -> Value {
    json!([{ "op": "replace", "path": pointer, "value": value }])
}

/// The patch that renames a member.
pub(crate) fn rename(from: &str, to: &str) -> Value {
    json!([{ "op": "move", "from": from, "path": to }])
}
