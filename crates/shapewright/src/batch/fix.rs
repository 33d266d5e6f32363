//! Corrections that a program can apply: JSON Patches (RFC 6902) of the params.

use cloudfront::validators::{Expected, Kind, RULES, Violation, nearest, rules};
use serde_json::{Value, json};

/// The patch that corrects a violation, if there is only one sensible correction.
pub(crate) fn of_violation(violation: &Violation, params: &Value) -> Option<Value> {
    let pointer = violation.pointer();
    match violation.expected() {
        Expected::OneOf(known) => {
            // Absent if the member is sensitive.
            violation.actual()?;
            let meant = nearest(params.pointer(pointer)?.as_str()?, known.iter().copied())?;
            Some(replace(pointer, json!(meant)))
        }
        Expected::Count(count) => Some(replace(pointer, json!(count))),
        Expected::Required => {
            // A missing quantity is the number of items.
            let target = RULES.find(violation.rule())?.target;
            rules().find(|rule| rule.kind == Kind::Quantity && rule.target == target)?;
            let (parent, _) = pointer.rsplit_once('/')?;
            let items = params.pointer(parent)?.get("Items")?.as_array()?;
            Some(json!([{ "op": "add", "path": pointer, "value": items.len() }]))
        }
        _ => None,
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
