//! What the service answered in public reports: the rules accept what it accepted, and refuse with its codes what it
//! refused.

use cloudfront_validators::{Level, Options, Violation, input};
use serde_json::Value;
use shapewright_runtime::deserialize_into_strict;
use shapewright_tests::data;

/// Returns the rows with the parameters of an operation. The others are HTTP messages.
fn rows() -> Vec<Value> {
    let text = data::read("facts/reports.jsonl");
    let lines = std::str::from_utf8(&text).expect("the reports are UTF-8").lines();
    let rows = lines.map(|line| serde_json::from_str(line).expect("a line is JSON"));
    rows.filter(|row: &Value| row["params"].is_object()).collect()
}

/// Returns the problem of a row, if there is one.
fn problem(row: &Value) -> Option<String> {
    let operation = row["operation"].as_str().expect("a row names its operation");
    let mut input = input(operation).expect("the operation exists");
    deserialize_into_strict(input.structure(), &row["params"]).expect("the parameters can be read");
    let report = input.report(&Options::default());
    let expected = &row["expected"];
    let is_expected = |found: &Violation| {
        let is = |key: &str, actual: &str| expected[key].is_null() || expected[key] == actual;
        is("path", found.pointer())
            && is("code", found.code_of(operation))
            && is("severity", found.severity().as_str())
            && found.level() == Level::Error
    };
    let fits = if expected["valid"] == true { report.is_valid() } else { report.iter().any(is_expected) };
    (!fits).then(|| format!("{}: {expected}, but the report is\n{report}", row["id"]))
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn reported_answers_are_those_of_the_rules() {
    let rows = rows();
    let wrong: Vec<String> = rows.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n\n"));
    assert!(rows.len() >= 24, "only {}", rows.len());
}
