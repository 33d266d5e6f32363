//! Which values the traits of Smithy's prelude may have.

use serde_json::{Map, Value};

use crate::model::Kind;
use crate::vocabulary::Problem;

/// What a trait's value must look like.
#[derive(Clone, Copy)]
enum Form {
    /// `{}`: the trait says all by being there; the object may hold entries that only some generators use.
    Object,
    Text,
    Integer,
    Length,
    Range,
    OneOf(&'static [&'static str]),
    /// An object with these texts in it.
    Texts(&'static [&'static str]),
    Http,
    EnumValue,
    LegacyEnum,
}

/// Traits of the prelude with a checked form; every other trait may have any value.
const FORMS: &[(&str, Form)] = &[
    ("addedDefault", Form::Object),
    ("clientOptional", Form::Object),
    ("deprecated", Form::Object),
    ("documentation", Form::Text),
    ("endpoint", Form::Texts(&["hostPrefix"])),
    ("enum", Form::LegacyEnum),
    ("enumValue", Form::EnumValue),
    ("error", Form::OneOf(&["client", "server"])),
    ("eventHeader", Form::Object),
    ("eventPayload", Form::Object),
    ("hostLabel", Form::Object),
    ("http", Form::Http),
    ("httpChecksumRequired", Form::Object),
    ("httpError", Form::Integer),
    ("httpHeader", Form::Text),
    ("httpLabel", Form::Object),
    ("httpPayload", Form::Object),
    ("httpPrefixHeaders", Form::Text),
    ("httpQuery", Form::Text),
    ("httpQueryParams", Form::Object),
    ("httpResponseCode", Form::Object),
    ("idempotencyToken", Form::Object),
    ("idempotent", Form::Object),
    ("input", Form::Object),
    ("internal", Form::Object),
    ("jsonName", Form::Text),
    ("length", Form::Length),
    ("mediaType", Form::Text),
    ("output", Form::Object),
    ("pattern", Form::Text),
    ("range", Form::Range),
    ("readonly", Form::Object),
    ("required", Form::Object),
    ("requiresLength", Form::Object),
    ("retryable", Form::Object),
    ("sensitive", Form::Object),
    ("sparse", Form::Object),
    ("streaming", Form::Object),
    ("timestampFormat", Form::OneOf(&["date-time", "http-date", "epoch-seconds"])),
    ("title", Form::Text),
    ("uniqueItems", Form::Object),
    ("xmlAttribute", Form::Object),
    ("xmlFlattened", Form::Object),
    ("xmlName", Form::Text),
    ("xmlNamespace", Form::Texts(&["uri"])),
];

/// What is wrong with `value` as the value of the trait `id` on a shape, or a member of a shape, of `kind`.
pub(crate) fn problem(id: &str, value: &Value, kind: &Kind) -> Option<Problem> {
    if !id.contains('#') {
        return Some(Problem {
            message: "has no namespace".to_owned(),
            help: format!("write the absolute id of the trait, `smithy.api#{id}` for instance"),
        });
    }
    let name = id.strip_prefix("smithy.api#")?;
    let form = FORMS.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)?;
    Some(Problem { message: fault(form, value, kind)?, help: remedy(form, kind) })
}

fn fault(form: Form, value: &Value, kind: &Kind) -> Option<String> {
    match form {
        Form::Object if value.is_object() => None,
        Form::Object => Some(format!("must be an object, not {value}")),
        Form::Text if value.is_string() => None,
        Form::Text => Some(format!("must be a text, not {value}")),
        Form::Integer if value.is_i64() || value.is_u64() => None,
        Form::Integer => Some(format!("must be an integer, not {value}")),
        Form::Length => bounds(value, |bound| bound.is_u64(), "a whole number of 0 or more"),
        Form::Range => bounds(value, Value::is_number, "a number"),
        Form::OneOf(words) if value.as_str().is_some_and(|text| words.contains(&text)) => None,
        Form::OneOf(words) => Some(format!("must be one of {}, not {value}", quoted(words))),
        Form::Texts(keys) => texts(value, keys),
        Form::Http => http(value),
        Form::EnumValue => enum_value(value, kind),
        Form::LegacyEnum => legacy_enum(value),
    }
}

fn remedy(form: Form, kind: &Kind) -> String {
    match form {
        Form::Object => "write {}, or remove the trait".to_owned(),
        Form::Text => "write a text, or remove the trait".to_owned(),
        Form::Integer => "write an integer, 404 for instance".to_owned(),
        Form::Length | Form::Range => {
            "write {\"min\": 1, \"max\": 128}, with at least one of the two and min not above max".to_owned()
        }
        Form::OneOf(words) => format!("write one of {}", quoted(words)),
        Form::Texts(keys) => format!("write an object that has the text {}", quoted(keys)),
        Form::Http => "write {\"method\": \"GET\", \"uri\": \"/path/{Label}\", \"code\": 200}".to_owned(),
        Form::EnumValue if matches!(kind, Kind::IntEnum) => "write an integer".to_owned(),
        Form::EnumValue => "write a text".to_owned(),
        Form::LegacyEnum => "write a list of objects, each with a text `value`".to_owned(),
    }
}

fn bounds(value: &Value, valid: fn(&Value) -> bool, what: &str) -> Option<String> {
    let Some(object) = value.as_object() else {
        return Some(format!("must be an object with `min` or `max`, not {value}"));
    };
    if let Some(key) = object.keys().find(|key| *key != "min" && *key != "max") {
        return Some(format!("has the unknown key `{key}`"));
    }
    for key in ["min", "max"] {
        if let Some(bound) = object.get(key).filter(|bound| !valid(bound)) {
            return Some(format!("has {bound} as its `{key}`, which is not {what}"));
        }
    }
    match (object.get("min"), object.get("max")) {
        (None, None) => Some("has neither `min` nor `max`".to_owned()),
        (Some(min), Some(max)) if above(min, max) => {
            Some(format!("has a min of {min} above its max of {max}"))
        }
        _ => None,
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

fn texts(value: &Value, keys: &[&str]) -> Option<String> {
    let Some(object) = value.as_object() else {
        return Some(format!("must be an object, not {value}"));
    };
    let missing = keys.iter().find(|key| !object.get(**key).is_some_and(Value::is_string))?;
    Some(format!("has no text `{missing}`"))
}

fn http(value: &Value) -> Option<String> {
    texts(value, &["method", "uri"]).or_else(|| code(value.as_object()?))
}

fn code(http: &Map<String, Value>) -> Option<String> {
    let code = http.get("code").filter(|code| !code.is_u64())?;
    Some(format!("has {code} as its `code`, which is not a status code"))
}

fn enum_value(value: &Value, kind: &Kind) -> Option<String> {
    match kind {
        Kind::IntEnum if value.is_i64() || value.is_u64() => None,
        Kind::IntEnum => Some(format!("must be an integer in an intEnum, not {value}")),
        _ if value.is_string() => None,
        _ => Some(format!("must be a text in an enum, not {value}")),
    }
}

fn legacy_enum(value: &Value) -> Option<String> {
    let valid = |item: &Value| item.get("value").is_some_and(Value::is_string);
    match value.as_array() {
        None => Some(format!("must be a list, not {value}")),
        Some(items) if items.is_empty() => Some("has no values".to_owned()),
        Some(items) => {
            let item = items.iter().find(|item| !valid(item))?;
            Some(format!("has the item {item}, which has no text `value`"))
        }
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
