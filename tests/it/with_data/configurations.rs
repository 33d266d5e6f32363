//! Configurations that people published: those that CloudFront accepted have no errors, and those that it refused have.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use cloudfront_validators::{Level, Options, RULES, Report, Severity, input};
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use shapewright_runtime::deserialize_into_strict;
use shapewright_tests::data;
use shapewright_tests::model::root;

/// Warnings on more than this percentage of the accepted configurations need a reason.
const RARE: usize = 5;

/// Configurations that the data set calls accepted, but that are not a request that the service took, with the rule
/// that they break and the reason.
const CONTRADICTED: [(&str, &str, &str); 5] = [
    ("r0513", "create-distribution-with-tags-request-continuous-deployment-policy-id", SECOND_STEP),
    ("r0514", "create-distribution-with-tags-request-continuous-deployment-policy-id", SECOND_STEP),
    ("r0518", "create-distribution-with-tags-request-continuous-deployment-policy-id", SECOND_STEP),
    ("r1200", "response-headers-policy-config-empty", "an example of a linter, which was never applied"),
    ("r1240", "response-headers-policy-config-empty", "a module without the values of its variables"),
];

/// The acceptance test creates the distributions in its first step, and adds the policy in the second one.
const SECOND_STEP: &str = "the state after a second step, an update, as if it were created";

/// A configuration as the parameters of an operation.
pub(crate) struct Document {
    /// Its id in the data set.
    pub(crate) id: String,
    /// Its id in the data set, and where it was published.
    pub(crate) name: String,
    pub(crate) operation: String,
    pub(crate) params: Value,
    /// Whether CloudFront is known to have accepted it.
    pub(crate) accepted: bool,
    /// `clean`, `errors` or `unknown`.
    pub(crate) expect: String,
}

pub(crate) fn documents() -> Vec<Document> {
    let mut text = String::new();
    let packed = data::read("real/documents.jsonl.gz");
    GzDecoder::new(packed.as_slice()).read_to_string(&mut text).expect("the documents are lines of JSON");
    text.lines().map(|line| document(serde_json::from_str(line).expect("a line is JSON"))).collect()
}

fn document(mut line: Value) -> Document {
    let text =
        |key: &str| line[key].as_str().unwrap_or_else(|| panic!("a text for {key}: {line}")).to_owned();
    let (kind, accepted) = (text("kind"), line["accepted"] == true);
    let (id, name) = (text("id"), format!("{} from {}", text("id"), text("source")));
    let (operation, expect) = (text("operation"), text("expect"));
    let mut params = line["params"].take();
    if ["cfn", "tf"].contains(&kind.as_str()) {
        fill_in_defaults(&mut params);
    }
    Document { id, name, operation, params, accepted, expect }
}

/// Sets `MinTTL` of behaviors with `ForwardedValues` as CloudFormation and Terraform do: their default is 0.
///
/// Sources: the resource schema of `AWS::CloudFront::Distribution` (`"MinTTL": {"default": 0}`), and `min_ttl` of the
/// Terraform resource `aws_cloudfront_distribution` ("Defaults to 0 seconds").
fn fill_in_defaults(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(fill_in_defaults),
        Value::Object(members) => {
            members.values_mut().for_each(fill_in_defaults);
            if members.get("ForwardedValues").is_some_and(|values| !values.is_null()) {
                members.entry("MinTTL").or_insert(json!(0));
            }
        }
        _ => {}
    }
}

/// Returns the report on a configuration, or why it is not the input of its operation.
fn report(document: &Document) -> Result<Report, String> {
    let mut input = input(&document.operation).ok_or("unknown operation")?;
    deserialize_into_strict(input.structure(), &document.params).map_err(|error| error.to_string())?;
    Ok(input.report(&Options::default()))
}

/// Returns the rules of the warnings on a configuration.
fn warnings(document: &Document) -> BTreeSet<&'static str> {
    report(document)
        .iter()
        .flatten()
        .filter(|found| found.level() != Level::Error)
        .map(|found| found.rule())
        .collect()
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn accepted_configurations_have_no_errors() {
    let documents = documents();
    let clean: Vec<_> = documents.iter().filter(|document| document.expect == "clean").collect();
    let is_contradicted = |document: &&&Document| CONTRADICTED.iter().any(|(id, ..)| *id == document.id);
    let wrong: Vec<String> = clean
        .iter()
        .filter(|document| !is_contradicted(document))
        .filter_map(|document| match report(document) {
            Ok(report) => {
                let errors: Vec<String> = report.errors().map(ToString::to_string).collect();
                (!errors.is_empty()).then(|| format!("{}:\n{}", document.name, errors.join("\n")))
            }
            Err(error) => Some(format!("{}: {error}", document.name)),
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), clean.len(), wrong.join("\n\n"));
    assert_eq!(documents.iter().filter(|document| document.accepted).count(), 587);
    assert!(clean.len() > 1_100, "only {}", clean.len());
    assert!(documents.iter().all(|document| !document.accepted || document.expect == "clean"));
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn contradicted_configurations_break_their_rule() {
    let documents = documents();
    for (id, rule, reason) in CONTRADICTED {
        let document = documents.iter().find(|document| document.id == id);
        let report = report(document.unwrap_or_else(|| panic!("no document {id}"))).expect("it can be read");
        let rules: Vec<&str> = report.errors().map(|found| found.rule()).collect();
        assert_eq!(rules, [rule], "{id}, which is {reason}");
    }
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn refused_configurations_have_errors() {
    let documents = documents();
    let refused: Vec<_> = documents.iter().filter(|document| document.expect == "errors").collect();
    let silent = refused.iter().filter(|document| report(document).is_ok_and(|report| report.is_valid()));
    assert_eq!(silent.map(|document| &document.name).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(refused.len() > 100, "only {}", refused.len());
}

/// Prints how often each warning is on accepted configurations. The frequent ones are those of a list with reasons.
#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn frequent_warnings_have_a_reason() {
    let accepted: Vec<Document> = documents().into_iter().filter(|document| document.accepted).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in accepted.iter().flat_map(warnings) {
        *counts.entry(rule).or_default() += 1;
    }
    let mut table: Vec<(&str, usize)> = counts.into_iter().collect();
    table.sort_by_key(|(rule, count)| (usize::MAX - count, *rule));
    println!("Warnings on {} accepted configurations:", accepted.len());
    for (rule, count) in &table {
        println!("{count:5} {:5.1} % {rule}", 100.0 * *count as f64 / accepted.len() as f64);
    }
    let is_frequent = |count: &usize| count * 100 > accepted.len() * RARE;
    let frequent = table.iter().filter(|(_, count)| is_frequent(count)).map(|(rule, _)| (*rule).to_owned());
    assert_eq!(frequent.collect::<BTreeSet<_>>(), reasons().into_keys().collect());
}

/// Returns the reasons for frequent warnings, by rule.
fn reasons() -> BTreeMap<String, String> {
    let path = root().join("tests/fixtures/warnings/frequent.json");
    let text = std::fs::read_to_string(path).expect("the reasons are in the repository");
    serde_json::from_str(&text).expect("the reasons are texts")
}

#[test]
fn reasons_are_sentences_about_warnings() {
    let reasons = reasons();
    let is_warning = |rule: &str| {
        let severity = RULES.find(rule).map(|rule| rule.severity);
        matches!(severity, Some(Severity::Warning | Severity::Deprecated))
    };
    let wrong = reasons.iter().filter(|(rule, reason)| !is_warning(rule) || !reason.ends_with('.'));
    assert_eq!(wrong.collect::<Vec<_>>(), []);
}
