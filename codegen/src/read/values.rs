//! Which values the traits that shapewright acts on may have.

use serde_json::{Map, Value};

use crate::ir::Severity;
use crate::model::Kind;
use crate::naming;

/// What is wrong with a trait's value, and what to write instead.
pub(crate) struct Problem {
    pub(crate) message: String,
    pub(crate) help: String,
}

/// What a trait's value must look like.
#[derive(Clone, Copy)]
enum Form {
    /// `{}`: the trait says all by being there; the object may hold entries that only some generators use.
    Object,
    Text,
    /// Name of a Rust type, spelt as types are and not needed by generated code itself.
    TypeName,
    Integer,
    Length,
    Range,
    OneOf(&'static [&'static str]),
    /// An object with these texts in it.
    Texts(&'static [&'static str]),
    Http,
    EnumValue,
    LegacyEnum,
    /// What an overlay says of rules, by their ids.
    Rules,
    /// What is assumed for an absent member, in one case or several.
    Assumptions,
    /// Error codes of a service.
    Answers,
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

/// Traits of our own, which overlays bring.
const OWN: &[(&str, Form)] = &[
    ("shapewright#answers", Form::Answers),
    ("shapewright#assumed", Form::Assumptions),
    ("shapewright#awsSdk", Form::Texts(&["package", "rustVersion"])),
    ("shapewright#awsSdkMember", Form::OneOf(&["absent", "defaulted", "integer"])),
    ("shapewright#name", Form::TypeName),
    ("shapewright#quantityLists", Form::Texts(&["quantity", "items", "code"])),
    ("shapewright#rule", Form::Rules),
    ("shapewright#summary", Form::Text),
];

/// What is wrong with `value` as the value of the trait `id` on a shape, or a member of a shape, of `kind`.
pub(crate) fn problem(id: &str, value: &Value, kind: &Kind) -> Option<Problem> {
    if !id.contains('#') {
        return Some(Problem {
            message: format!("trait `{id}` has no namespace"),
            help: format!("write the absolute id of the trait, `smithy.api#{id}` for instance"),
        });
    }
    let (forms, name) = match id.strip_prefix("smithy.api#") {
        Some(name) => (FORMS, name),
        None => (OWN, id),
    };
    let form = forms.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)?;
    let fault = fault(form, value, kind)?;
    Some(Problem { message: format!("trait `{id}` {fault}"), help: remedy(form, kind) })
}

fn fault(form: Form, value: &Value, kind: &Kind) -> Option<String> {
    match form {
        Form::Object if value.is_object() => None,
        Form::Object => Some(format!("must be an object, not {value}")),
        Form::Text if value.is_string() => None,
        Form::Text => Some(format!("must be a text, not {value}")),
        Form::TypeName if value.as_str().is_some_and(|name| naming::type_name(name) == name) => None,
        Form::TypeName => Some(format!("must be the name of a Rust type, not {value}")),
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
        Form::Rules => rules(value),
        Form::Assumptions => assumptions(value),
        Form::Answers => answers(value),
    }
}

fn remedy(form: Form, kind: &Kind) -> String {
    match form {
        Form::Object => "write {}, or remove the trait".to_owned(),
        Form::Text => "write a text, or remove the trait".to_owned(),
        Form::TypeName => {
            "write a name in upper camel case that generated code does not use, `OtherName` for instance"
                .to_owned()
        }
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
        Form::Rules => {
            "write {\"<rule>\": {\"code\": \"InvalidArgument\", \"severity\": \"error\"}}; other keys are at, confidence, \
             remedy and source, and code may be a list"
                .to_owned()
        }
        Form::Answers => {
            "write {\"default\": \"InvalidArgument\"}; other keys are malformed and payload with a code, headers with codes by name, \
             and addresses with a list of codes"
                .to_owned()
        }
        Form::Assumptions => {
            "write [{\"value\": 86400, \"when\": \"MinTTL is at most 86400\"}]; in place of value may stand member, whose value is \
             assumed, or words, and when may be left out"
                .to_owned()
        }
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

fn rules(value: &Value) -> Option<String> {
    // Whoever merges overlays refuses what is no object.
    let rules = value.as_object()?;
    rules.iter().find_map(|(rule, said)| {
        let Some(said) = said.as_object() else {
            return Some(format!("has {said} for `{rule}`, which is not an object"));
        };
        said.iter().find_map(|(key, value)| {
            let is_texts = |list: &Vec<Value>| !list.is_empty() && list.iter().all(Value::is_string);
            let is_valid = match key.as_str() {
                "at" | "confidence" | "remedy" | "source" => value.is_string(),
                "code" => value.is_string() || value.as_array().is_some_and(is_texts),
                "severity" => value.as_str().is_some_and(|name| Severity::named(name).is_some()),
                _ => return Some(format!("has the unknown key `{key}` for `{rule}`")),
            };
            (!is_valid).then(|| format!("has {value} as the `{key}` of `{rule}`"))
        })
    })
}

fn assumptions(value: &Value) -> Option<String> {
    const SOURCES: [&str; 3] = ["value", "member", "words"];
    let Some(entries) = value.as_array().filter(|entries| !entries.is_empty()) else {
        return Some(format!("must be a list of assumptions, not {value}"));
    };
    entries.iter().find_map(|entry| {
        let Some(said) = entry.as_object() else {
            return Some(format!("has {entry}, which is not an object"));
        };
        if SOURCES.iter().filter(|source| said.contains_key(**source)).count() != 1 {
            return Some(format!("has {entry}, which must have exactly one of {}", quoted(&SOURCES)));
        }
        said.iter().find_map(|(key, value)| match key.as_str() {
            "value" => None,
            "member" | "words" | "when" if value.is_string() => None,
            "member" | "words" | "when" => Some(format!("has {value} as a `{key}`, which is not a text")),
            _ => Some(format!("has the unknown key `{key}`")),
        })
    })
}

fn answers(value: &Value) -> Option<String> {
    let Some(answers) = value.as_object() else { return Some(format!("must be an object, not {value}")) };
    answers.iter().find_map(|(key, value)| {
        let (is_valid, what) = match key.as_str() {
            "default" | "malformed" | "payload" => (value.is_string(), "a code"),
            "headers" => (
                value.as_object().is_some_and(|headers| headers.values().all(Value::is_string)),
                "an object of codes",
            ),
            "addresses" => {
                (value.as_array().is_some_and(|codes| codes.iter().all(Value::is_string)), "a list of codes")
            }
            _ => return Some(format!("has the unknown key `{key}`")),
        };
        (!is_valid).then(|| format!("has {value} as its `{key}`, which is not {what}"))
    })
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
