//! The traits of our own, which overlays apply: which values they may have.

use serde_json::Value;
use shapewright_smithy::vocabulary::{Definition, Problem};
use shapewright_smithy::{Kind, Vocabulary};

use crate::ir::Severity;
use crate::naming;

/// The traits that the generator defines.
pub const VOCABULARY: Vocabulary = Vocabulary {
    definitions: &[
        merged("smithy.contracts#conditions", |_, _| None),
        merged("shapewright#checks", |_, _| None),
        merged("shapewright#elementConditions", |_, _| None),
        merged("shapewright#rule", |value, _| problem(rules(value), RULES)),
        plain("shapewright#answers", |value, _| problem(answers(value), ANSWERS)),
        plain("shapewright#assumed", |value, _| problem(assumptions(value), ASSUMPTIONS)),
        plain("shapewright#awsSdk", |value, _| texts(value, &["package", "rustVersion"])),
        plain("shapewright#awsSdkMember", |value, _| one_of(value, &["absent", "defaulted", "integer"])),
        plain("shapewright#memberSummaries", |value, _| problem(sentences(value), SENTENCES)),
        plain("shapewright#name", |value, _| type_name(value)),
        plain("shapewright#quantityLists", |value, _| texts(value, &["quantity", "items", "code"])),
        plain("shapewright#summary", |value, _| text(value)),
    ],
};

const RULES: &str = "write {\"<rule>\": {\"code\": \"InvalidArgument\", \"severity\": \"error\"}}; other keys are at, confidence, \
     remedy and source, and code may be a list";

const ANSWERS: &str = "write {\"default\": \"InvalidArgument\"}; other keys are malformed and payload with a code, headers with codes by \
     name, and addresses with a list of codes";

const ASSUMPTIONS: &str = "write [{\"value\": 86400, \"when\": \"MinTTL is at most 86400\"}]; in place of value may stand member, whose \
     value is assumed, or words, and when may be left out";

const SENTENCES: &str =
    "write {\"Marker\": \"Where the page starts.\"}, a sentence for each name of a member";

const fn plain(id: &'static str, problem: fn(&Value, &Kind) -> Option<Problem>) -> Definition {
    Definition { id, problem, merged: false }
}

const fn merged(id: &'static str, problem: fn(&Value, &Kind) -> Option<Problem>) -> Definition {
    Definition { id, problem, merged: true }
}

fn problem(fault: Option<String>, help: impl Into<String>) -> Option<Problem> {
    Some(Problem { message: fault?, help: help.into() })
}

fn text(value: &Value) -> Option<Problem> {
    let fault = (!value.is_string()).then(|| format!("must be a text, not {value}"));
    problem(fault, "write a text, or remove the trait")
}

fn type_name(value: &Value) -> Option<Problem> {
    let is_name = value.as_str().is_some_and(|name| naming::type_name(name) == name);
    let fault = (!is_name).then(|| format!("must be the name of a Rust type, not {value}"));
    problem(
        fault,
        "write a name in upper camel case that generated code does not use, `OtherName` for instance",
    )
}

fn one_of(value: &Value, words: &[&str]) -> Option<Problem> {
    let is_known = value.as_str().is_some_and(|text| words.contains(&text));
    let fault = (!is_known).then(|| format!("must be one of {}, not {value}", quoted(words)));
    problem(fault, format!("write one of {}", quoted(words)))
}

fn texts(value: &Value, keys: &[&str]) -> Option<Problem> {
    let fault = match value.as_object() {
        None => Some(format!("must be an object, not {value}")),
        Some(object) => {
            let missing = keys.iter().find(|key| !object.get(**key).is_some_and(Value::is_string));
            missing.map(|key| format!("has no text `{key}`"))
        }
    };
    problem(fault, format!("write an object that has the text {}", quoted(keys)))
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

fn sentences(value: &Value) -> Option<String> {
    let Some(entries) = value.as_object() else { return Some(format!("must be an object, not {value}")) };
    let (name, value) = entries.iter().find(|(_, sentence)| !sentence.is_string())?;
    Some(format!("has {value} for `{name}`, which is not a text"))
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
