//! Every documented fact about requests is a rule, or is recorded, or is refused with a reason.
//!
//! The list of facts stands beside the repository; what became of each stands in `tests/fixtures/facts`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cloudfront_validators::{ASSUMPTIONS, Assumed, Assumption, DEPRECATIONS, RULES, Rule, Severity};
use serde_json::Value;
use shapewright_tests::model::root;

/// Facts that may be refused, of a hundred.
const MAX_REFUSED: usize = 5;

fn key(fact: &Value) -> String {
    format!("{} {} {} | {}", fact["target"], fact["kind"], fact["value"], fact["condition"]).replace('"', "")
}

/// The facts that can be decided from a request and are not traits of the model.
fn facts() -> Option<Vec<Value>> {
    let path = root().join("../shared/facts/cloudfront-constraints.json");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: there is no {}", path.display());
        return None;
    };
    let all: Vec<Value> = serde_json::from_str(&text).expect("the facts are JSON");
    let ours =
        all.into_iter().filter(|fact| fact["scope"] == "request" && fact["trait"] == Value::Bool(false));
    Some(ours.collect())
}

fn outcomes() -> Vec<Value> {
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
fn no_fact_is_forgotten() {
    let Some(facts) = facts() else { return };
    let outcomes = outcomes();
    let known: BTreeSet<String> = outcomes.iter().map(key).collect();
    let forgotten: Vec<String> = facts.iter().map(key).filter(|key| !known.contains(key)).collect();
    assert!(forgotten.is_empty(), "{} facts without an outcome:\n{}", forgotten.len(), forgotten.join("\n"));
    let wanted: BTreeSet<String> = facts.iter().map(key).collect();
    let stray: Vec<&String> = known.iter().filter(|key| !wanted.contains(*key)).collect();
    assert!(stray.is_empty(), "outcomes of no fact: {stray:#?}");
}

#[test]
fn outcomes_are_what_they_say() {
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
    assert!(refused * 100 < outcomes.len() * MAX_REFUSED, "{refused} of {} are refused", outcomes.len());
}

/// Whether programs find the fact in a table: a default as it is, or as a member or words that stand for it, and said to
/// depend on something where the fact does.
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
        };
        outcome["target"] == *target && is_same && (outcome["condition"].is_null() || !when.is_empty())
    })
}

/// Each fact that is a rule without a note, with its rules.
fn plain_rules() -> Option<Vec<(Value, Vec<&'static Rule>)>> {
    let facts: BTreeMap<String, Value> = facts()?.into_iter().map(|fact| (key(&fact), fact)).collect();
    let plain =
        outcomes().into_iter().filter(|outcome| outcome["outcome"] == "rule" && outcome["note"].is_null());
    let joined = plain.map(|outcome| {
        let ids = outcome["rules"].as_array().into_iter().flatten().filter_map(Value::as_str);
        (facts[&key(&outcome)].clone(), ids.filter_map(|id| RULES.find(id)).collect())
    });
    Some(joined.collect())
}

/// What is stated, known or observed is refused, unless a note says why not; defaults and deprecations are advice.
#[test]
fn certain_facts_are_errors() {
    let Some(facts) = plain_rules() else { return };
    let is_certain = |fact: &Value| {
        fact["confidence"] != "implied"
            && !["default", "deprecated"].contains(&fact["kind"].as_str().unwrap_or_default())
    };
    let refuses = |rule: &&Rule| matches!(rule.severity, Severity::Error | Severity::Quota);
    let certain: Vec<_> = facts.iter().filter(|(fact, _)| is_certain(fact)).collect();
    let lax = certain.iter().filter(|(_, rules)| !rules.iter().any(refuses)).map(|(fact, _)| key(fact));
    assert_eq!(lax.collect::<Vec<_>>(), Vec::<String>::new());
    assert!(certain.len() > 300, "only {}", certain.len());
}

/// Where a fact names the error code, one of its rules answers that, for some operation at least.
#[test]
fn facts_and_rules_name_one_code() {
    let Some(facts) = plain_rules() else { return };
    let named: Vec<_> = facts.iter().filter(|(fact, _)| fact["error_code"].is_string()).collect();
    let answers = |rule: &Rule, code: &Value| {
        let mut codes = rule.instead.iter().map(|(_, code)| *code).chain([rule.code]);
        codes.any(|ours| code == ours)
    };
    let differ =
        named.iter().filter(|(fact, rules)| !rules.iter().any(|rule| answers(rule, &fact["error_code"])));
    assert_eq!(differ.map(|(fact, _)| key(fact)).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(named.len() > 500, "only {}", named.len());
}
