//! Published configurations written for each tool have no faults that the requests do not have.

use std::collections::BTreeSet;

use cloudfront_dialects::ALL;
use serde_json::{Map, Value, json};
use shapewright_check::{Finding, Hints, check};
use shapewright_dialect::{Dialect, Unmapped, from_api};
use shapewright_source::{Kind, Node, Source};

use super::templates::documents;
use crate::support::parsed;

/// Properties as JSON: blocks with one name are a list.
fn properties(node: Node<'_>) -> Value {
    match node.kind() {
        Kind::Object => {
            let mut object = Map::new();
            for member in node.children() {
                let (key, value) = (member.key().unwrap_or_default().to_owned(), properties(member));
                match object
                    .entry(key)
                    .or_insert_with(|| if member.is_block() { json!([]) } else { Value::Null })
                {
                    Value::Array(blocks) if member.is_block() => blocks.push(value),
                    slot => *slot = value,
                }
            }
            Value::Object(object)
        }
        Kind::List => node.children().map(properties).collect(),
        _ => crate::support::value(node),
    }
}

/// The documents of a tool with this resource.
fn texts(dialect: &Dialect, unmapped: &Unmapped) -> Vec<String> {
    let (name, properties) = (unmapped.resource.name, properties(unmapped.tree.root()));
    if dialect.name == "cloudformation" {
        return vec![json!({"Resources": {"A": {"Type": name, "Properties": properties}}}).to_string()];
    }
    let change = json!({"actions": ["create"], "before": null, "after": properties, "after_unknown": {}});
    let entry = json!({"address": "x.a", "mode": "managed", "type": name, "change": change});
    vec![
        json!({"resource": {name: {"a": properties}}}).to_string(),
        json!({"terraform_version": "1", "resource_changes": [entry]}).to_string(),
    ]
}

/// The rules that a text breaks, and where, and how many requests it has.
fn found(text: String, hints: &Hints) -> (BTreeSet<String>, usize) {
    let findings = check(Source::new("a.json", text), hints);
    let shown = findings.findings.iter().map(|finding| {
        let Finding { severity, rule, pointer, .. } = finding;
        format!("{} {rule} {pointer}", severity.as_str())
    });
    (shown.collect(), findings.checked)
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn published_configurations_have_no_other_faults_in_dialects() {
    let mut others: Vec<String> = Vec::new();
    let mut count = 0;
    for (id, document) in documents() {
        let operation = document["operation"].as_str().expect("an operation");
        let text = document["params"].to_string();
        let request = parsed(&text);
        let mut hints = Hints::default();
        hints.operation = Some(operation.to_owned());
        let (known, _) = found(text, &hints);
        if known.iter().any(|finding| finding.starts_with("error")) {
            continue;
        }
        for dialect in ALL {
            let Some(unmapped) = from_api(dialect, operation, request.trees[0].root()) else { continue };
            for text in texts(dialect, &unmapped) {
                let (findings, checked) = found(text, &Hints::default());
                assert_eq!(checked, 1, "{id} in {}", dialect.name);
                count += 1;
                let new = findings.difference(&known);
                others.extend(new.map(|finding| format!("{id} {} {finding}", dialect.name)));
            }
        }
    }
    assert!(others.is_empty(), "{others:#?}");
    assert!(count >= 3_500, "{count} texts");
}
