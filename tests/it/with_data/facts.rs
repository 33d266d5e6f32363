//! Every documented fact about requests has an outcome, and the rules agree with the facts.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_validators::{RULES, Rule, Severity};
use serde_json::Value;
use shapewright_tests::data;

use crate::rules::facts::{key, outcomes};

/// Returns the facts that can be decided from a request and are not traits of the model.
fn facts() -> Vec<Value> {
    let text = data::read("facts/cloudfront-constraints.json");
    let all: Vec<Value> = serde_json::from_slice(&text).expect("the facts are JSON");
    let ours =
        all.into_iter().filter(|fact| fact["scope"] == "request" && fact["trait"] == Value::Bool(false));
    ours.collect()
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn every_fact_has_an_outcome() {
    let facts = facts();
    let outcomes = outcomes();
    let known: BTreeSet<String> = outcomes.iter().map(key).collect();
    let forgotten: Vec<String> = facts.iter().map(key).filter(|key| !known.contains(key)).collect();
    assert!(forgotten.is_empty(), "{} facts without an outcome:\n{}", forgotten.len(), forgotten.join("\n"));
    let wanted: BTreeSet<String> = facts.iter().map(key).collect();
    let stray: Vec<&String> = known.iter().filter(|key| !wanted.contains(*key)).collect();
    assert!(stray.is_empty(), "outcomes of no fact: {stray:#?}");
}

/// Each fact that is a rule without a note, with its rules.
fn plain_rules() -> Vec<(Value, Vec<&'static Rule>)> {
    let facts: BTreeMap<String, Value> = facts().into_iter().map(|fact| (key(&fact), fact)).collect();
    let plain =
        outcomes().into_iter().filter(|outcome| outcome["outcome"] == "rule" && outcome["note"].is_null());
    let joined = plain.map(|outcome| {
        let ids = outcome["rules"].as_array().into_iter().flatten().filter_map(Value::as_str);
        (facts[&key(&outcome)].clone(), ids.filter_map(|id| RULES.find(id)).collect())
    });
    joined.collect()
}

/// Rules of stated, known or observed facts are errors, unless a note explains why not. Rules of defaults and
/// deprecations are warnings.
#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn certain_facts_are_errors() {
    let facts = plain_rules();
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

/// If a fact has an error code, one of its rules returns it for at least one operation.
#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn facts_and_rules_have_the_same_code() {
    let facts = plain_rules();
    let named: Vec<_> = facts.iter().filter(|(fact, _)| fact["error_code"].is_string()).collect();
    let answers = |rule: &Rule, code: &Value| {
        let mut codes = rule.code_overrides.iter().map(|(_, code)| *code).chain([rule.code]);
        codes.any(|ours| code == ours)
    };
    let differ =
        named.iter().filter(|(fact, rules)| !rules.iter().any(|rule| answers(rule, &fact["error_code"])));
    assert_eq!(differ.map(|(fact, _)| key(fact)).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(named.len() > 500, "only {}", named.len());
}
