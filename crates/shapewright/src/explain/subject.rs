//! What explanations are about, as data.

use cloudfront::errors::{Code, CommonError};
use cloudfront::http::Binding;
use cloudfront::shapes::catalog::enum_values;
use cloudfront::shapes::summaries;
use cloudfront::validators::{ASSUMPTIONS, Assumed, DEPRECATIONS, Rule, rules};
use serde_json::{Value, json};
use shapewright_dialect::{Input, Resource};

use super::member::{is_part, names};
use super::path::type_of;
use super::property::properties;
use crate::rules::as_json;

/// Something that an explanation is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Subject<'a> {
    Rule(&'static Rule),
    /// A rule that is not in the table: its id, what is wrong, and what to do, which may be empty.
    OtherRule([&'static str; 3]),
    Code(Code),
    Operation(&'static Binding),
    /// A structure or union.
    Structure(&'a str),
    Member(&'a str, &'a str),
    Enum(&'a str),
    Resource(&'static Resource),
    /// A property of resources, with the structure and member that it is, if it is sent.
    Property(&'a str, &'a [&'a str], Option<(&'a str, &'a str)>),
}

impl Subject<'_> {
    /// Returns it as an object, in which `kind` says which other members there are.
    pub(super) fn to_json(self) -> Value {
        match self {
            Subject::Rule(rule) => json!({ "kind": "rule", "rule": as_json(rule) }),
            Subject::OtherRule([id, message, help]) => {
                json!({ "kind": "other-rule", "id": id, "message": message, "help": help })
            }
            Subject::Code(code) => self::code(code),
            Subject::Operation(binding) => operation(binding),
            Subject::Structure(name) => structure(name),
            Subject::Member(structure, name) => {
                let mut object = member(structure, name);
                object["kind"] = json!("member");
                object["structure"] = json!(structure);
                object["rules"] = rules_about(&format!("{structure}${name}"));
                object
            }
            Subject::Enum(name) => enumeration(name),
            Subject::Resource(resource) => self::resource(resource),
            Subject::Property(name, resources, target) => json!({
                "kind": "property",
                "name": name,
                "resources": resources,
                "member": target.map(|(structure, member)| format!("{structure}.{member}")),
            }),
        }
    }
}

/// The rules about a structure or member, and what is inside it.
fn rules_about(wanted: &str) -> Value {
    let is_about =
        |rule: &&Rule| [rule.target, rule.blamed_member].iter().any(|target| is_part(target, wanted));
    rules().filter(is_about).map(as_json).collect()
}

/// A member without its rules.
fn member(structure: &str, name: &str) -> Value {
    let target = format!("{structure}${name}");
    let assumed = ASSUMPTIONS.iter().filter(|assumption| assumption.target == target);
    let defaults = assumed.map(|assumption| {
        let value = match assumption.assumed {
            Assumed::Json(text) => serde_json::from_str::<Value>(text).ok(),
            _ => None,
        };
        json!({ "value": value, "text": assumption.assumed.to_string(), "if": optional(assumption.when) })
    });
    json!({
        "name": name,
        "type": type_of(structure, name),
        "summary": summaries::of_member(structure, name),
        "defaults": defaults.collect::<Value>(),
        "deprecated": deprecated(&target),
    })
}

fn deprecated(target: &str) -> Value {
    let found = DEPRECATIONS.iter().find(|deprecation| deprecation.target == target);
    found.map_or(
        Value::Null,
        |found| json!({ "since": optional(found.since), "message": optional(found.message) }),
    )
}

fn structure(name: &str) -> Value {
    json!({
        "kind": "structure",
        "name": name,
        "summary": summaries::of(name),
        "deprecated": deprecated(name),
        "members": names(name).iter().map(|inner| member(name, inner)).collect::<Value>(),
        "rules": rules_about(name),
    })
}

fn enumeration(name: &str) -> Value {
    let values = enum_values(name).unwrap_or_default();
    let value = |value: &&str| json!({ "value": value, "summary": summaries::of_member(name, value) });
    json!({
        "kind": "enum",
        "name": name,
        "summary": summaries::of(name),
        "values": values.iter().map(value).collect::<Value>(),
    })
}

fn code(code: Code) -> Value {
    let text = code.code();
    let has_code = |rule: &&Rule| rule.code == text || rule.code_overrides.iter().any(|(_, of)| *of == text);
    json!({
        "kind": "code",
        "code": text,
        "status": code.status(),
        "summary": code.summary(),
        "any_operation": CommonError::CODES.contains(&code),
        "rules": rules().filter(has_code).map(as_json).collect::<Value>(),
    })
}

fn operation(binding: &Binding) -> Value {
    json!({
        "kind": "operation",
        "name": binding.name,
        "method": binding.method,
        "uri": binding.uri.to_string(),
        "summary": summaries::of(binding.name),
        "input": optional(binding.input.shape),
        "output": optional(binding.output.shape),
    })
}

fn resource(resource: &Resource) -> Value {
    let input = |input: &Input| json!({ "operation": input.operation, "if": optional(input.when) });
    json!({
        "kind": "resource",
        "name": resource.name,
        "created_with": resource.inputs.iter().map(input).collect::<Value>(),
        "properties": properties(resource),
    })
}

/// A text; nothing if it is empty.
fn optional(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
