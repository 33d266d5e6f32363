//! Outcome of every documented fact about requests: a rule, an entry of a table, or a rejection with a reason.
//!
//! The outcomes are in `tests/fixtures/facts`. Whether they cover all facts is tested in `with_data/facts.rs`.

use std::collections::BTreeMap;
use std::fs;

use cloudfront_validators::{ASSUMPTIONS, Assumed, Assumption, DEPRECATIONS, RULES};
use serde_json::Value;
use shapewright_tests::model::root;

/// The largest percentage of rejected facts.
const MAX_REJECTED: usize = 5;

/// Returns the key of a fact and of its outcome.
pub(crate) fn key(fact: &Value) -> String {
    format!("{} {} {} | {}", fact["target"], fact["kind"], fact["value"], fact["condition"]).replace('"', "")
}

/// Returns the outcomes of all facts.
pub(crate) fn outcomes() -> Vec<Value> {
    let directory = root().join("tests/fixtures/facts");
    let mut files: Vec<_> =
        fs::read_dir(directory).expect("the outcomes are in the repository").flatten().collect();
    files.sort_by_key(|entry| entry.path());
    let lists = files.iter().map(|entry| {
        let text = fs::read_to_string(entry.path()).expect("can be read");
        let list: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{:?}: {error}", entry.path()));
        list
    });
    lists.flatten().collect()
}

#[test]
fn rules_and_entries_of_outcomes_exist() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let outcomes = outcomes();
    for outcome in &outcomes {
        let kind = outcome["outcome"].as_str().unwrap_or_default();
        *counts.entry(kind.to_owned()).or_default() += 1;
        let rules = outcome["rules"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let unknown: Vec<&str> = rules.clone().filter(|rule| RULES.find(rule).is_none()).collect();
        let complete = match kind {
            "rule" => rules.count() > 0 && unknown.is_empty(),
            "data" => is_recorded(outcome),
            "refused" => outcome["reason"].as_str().is_some_and(|reason| reason.len() > 20),
            _ => false,
        };
        if !complete {
            wrong.push(format!("{}: {outcome}", key(outcome)));
        }
    }
    assert!(wrong.is_empty(), "{} outcomes:\n{}", wrong.len(), wrong.join("\n"));
    let refused = counts.get("refused").copied().unwrap_or_default();
    assert!(refused * 100 < outcomes.len() * MAX_REJECTED, "{refused} of {} are refused", outcomes.len());
}

/// Returns whether a table has the fact: a default value, member or description, with the condition of the fact if it
/// has one.
fn is_recorded(outcome: &Value) -> bool {
    if outcome["kind"] == "deprecated" {
        return DEPRECATIONS.iter().any(|deprecation| outcome["target"] == deprecation.target);
    }
    ASSUMPTIONS.iter().any(|Assumption { target, assumed, when }| {
        let is_same = match assumed {
            Assumed::Json(text) => {
                serde_json::from_str::<Value>(text).expect("assumed values are JSON") == outcome["value"]
            }
            Assumed::Member(text) | Assumed::Words(text) => outcome["value"] == *text,
            _ => false,
        };
        outcome["target"] == *target && is_same && (outcome["condition"].is_null() || !when.is_empty())
    })
}
