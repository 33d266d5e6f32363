//! Conditions and checks that overlays put on structures, as the IR has them before they are compiled.

use serde_json::Value;

use crate::ir::{Check, Condition, Origin, RuleFacts, Severity};
use shapewright_smithy::model::{ShapeId, Trait, Traits};
use shapewright_smithy::{Diagnostics, Place};

/// All conditions and checks of a structure, each sorted by id.
pub(super) fn of_structure(
    id: &ShapeId,
    traits: &Traits,
    diagnostics: &mut Diagnostics,
) -> (Vec<Condition>, Vec<Check>) {
    let mut entries = |name: &str| entries(id, traits, name, diagnostics);
    let plain = entries("smithy.contracts#conditions").into_iter().map(condition);
    let mut conditions: Vec<Condition> = plain.collect();
    conditions.extend(entries("shapewright#elementConditions").into_iter().map(condition));
    conditions.sort_by(|a, b| a.facts.id.cmp(&b.facts.id));
    let checks = entries("shapewright#checks").into_iter().map(|(facts, value)| Check {
        reads: reads(id, &facts, &value, diagnostics),
        facts,
        function: text(&value, "function"),
        each: path(&value),
    });
    (conditions, checks.collect())
}

/// The entries of a trait that is keyed by rule, with what `shapewright#rule` says of each.
fn entries(
    id: &ShapeId,
    traits: &Traits,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<(RuleFacts, Value)> {
    let Some(bearing) = traits.get(name) else { return Vec::new() };
    let mut found = Vec::new();
    for (rule, value) in bearing.value.as_object().into_iter().flatten() {
        let said = traits.get("shapewright#rule").and_then(|rules| rules.value.get(rule));
        match said {
            Some(said) => found.push((facts(id, rule, bearing, value, said), value.clone())),
            None => diagnostics.error(
                Place::shape(&*bearing.file, id),
                format!("rule `{rule}` has no facts"),
                "add an entry of that name to `shapewright#rule`: code, severity, confidence, source, at, remedy",
            ),
        }
    }
    found
}

fn facts(id: &ShapeId, rule: &str, bearing: &Trait, value: &Value, said: &Value) -> RuleFacts {
    let some = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    RuleFacts {
        id: rule.to_owned(),
        target: String::new(),
        blames: String::new(),
        at: some("at").unwrap_or_default(),
        codes: codes(Some(said)),
        severity: some("severity").and_then(|name| Severity::named(&name)).unwrap_or_default(),
        message: text(value, "documentation"),
        remedy: some("remedy").unwrap_or_default(),
        origin: Origin {
            file: bearing.file.to_string(),
            bearer: id.to_string(),
            source: some("source"),
            confidence: some("confidence"),
        },
    }
}

/// The error codes that `shapewright#rule` gives to a rule: one, or several in a list.
pub(super) fn codes(said: Option<&Value>) -> Vec<String> {
    let texts = match said.and_then(|said| said.get("code")) {
        Some(Value::Array(codes)) => codes.as_slice(),
        Some(code) => std::slice::from_ref(code),
        None => &[],
    };
    texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn condition((facts, value): (RuleFacts, Value)) -> Condition {
    Condition {
        facts,
        expression: text(&value, "expression"),
        each: path(&value),
        when: value.get("when").and_then(Value::as_str).map(str::to_owned),
        compiled: None,
        compiled_when: None,
        each_rust: Vec::new(),
    }
}

/// The paths that `reads` lists.
fn reads(id: &ShapeId, facts: &RuleFacts, value: &Value, diagnostics: &mut Diagnostics) -> Vec<String> {
    let Some(listed) = value.get("reads") else { return Vec::new() };
    let paths: Option<Vec<&str>> =
        listed.as_array().and_then(|paths| paths.iter().map(Value::as_str).collect());
    if paths.is_none() {
        diagnostics.error(
            Place::shape(&facts.origin.file, id),
            format!("rule `{}` reads {listed}, which is not a list of texts", facts.id),
            "list members, separated by dots: [\"Origins.Items.Id\"]",
        );
    }
    paths.unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// The members that `each` names, separated by dots.
fn path(value: &Value) -> Vec<String> {
    text(value, "each").split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
