//! What the service answered in public reports: the rules accept what it accepted, and refuse with its codes what it
//! refused.

use cloudfront_validators::{Options, input};
use serde_json::Value;
use shapewright_runtime::deserialize_into_strict;
use shapewright_tests::data;
use shapewright_tests::reported::{is_as_expected, refusal};

/// Returns all rows.
fn rows() -> Vec<Value> {
    let text = data::read("facts/reports.jsonl");
    let lines = std::str::from_utf8(&text).expect("the reports are UTF-8").lines();
    lines.map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// Returns the problem of a row with an HTTP request, if there is one.
fn wire_problem(row: &Value) -> Option<String> {
    let code = refusal(&row["wire"]["request"]);
    let expected = row["expected"]["error_code"].as_str();
    (code.as_deref() != expected).then(|| format!("{}: {expected:?}, but the code is {code:?}", row["id"]))
}

/// Returns the problem of a row, if there is one.
fn problem(row: &Value) -> Option<String> {
    let operation = row["operation"].as_str().expect("a row names its operation");
    let mut input = input(operation).expect("the operation exists");
    deserialize_into_strict(input.structure(), &row["params"]).expect("the parameters can be read");
    let report = input.report(&Options::default());
    let expected = &row["expected"];
    let fits = is_as_expected(&report, expected, operation);
    (!fits).then(|| format!("{}: {expected}, but the report is\n{report}", row["id"]))
}

#[test]
#[ignore = "needs the data set in SHAPEWRIGHT_DATA"]
fn reported_answers_are_those_of_the_rules() {
    let rows = rows();
    let problem = |row: &Value| if row["wire"].is_object() { wire_problem(row) } else { problem(row) };
    let wrong: Vec<String> = rows.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n\n"));
    assert!(rows.len() >= 25, "only {}", rows.len());
}
