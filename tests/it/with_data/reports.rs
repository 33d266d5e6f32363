//! What the service answered in public reports: the rules accept what it accepted, and refuse with its codes what it
//! refused.

use cloudfront_http::http::Request;
use cloudfront_http::{ReadOptions, route};
use cloudfront_validators::{Level, Options, Violation, input};
use serde_json::Value;
use shapewright_runtime::deserialize_into_strict;
use shapewright_tests::data;
use shapewright_tests::messages::text;

/// Returns all rows.
fn rows() -> Vec<Value> {
    let text = data::read("facts/reports.jsonl");
    let lines = std::str::from_utf8(&text).expect("the reports are UTF-8").lines();
    lines.map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// Returns the problem of a row with an HTTP request, if there is one.
fn wire_problem(row: &Value) -> Option<String> {
    let given = &row["wire"]["request"];
    let mut request = Request::builder().method(text(given, "/method")).uri(text(given, "/path"));
    for (name, value) in given["headers"].as_object().into_iter().flatten() {
        request = request.header(name, value.as_str().expect("a header is a string"));
    }
    let request = request.body(text(given, "/body").to_owned()).expect("a request");
    let binding = route(request.method(), request.uri()).expect("an operation has the path");
    let mut input = input(binding.name).expect("the operation exists");
    let outcome = binding.parse_request(&request, ReadOptions::default(), input.structure());
    let code = outcome.err().map(|error| error.code());
    let expected = row["expected"]["error_code"].as_str();
    (code != expected).then(|| format!("{}: {expected:?}, but the code is {code:?}", row["id"]))
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
    let problem = |row: &Value| if row["wire"].is_object() { wire_problem(row) } else { problem(row) };
    let wrong: Vec<String> = rows.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n\n"));
    assert!(rows.len() >= 25, "only {}", rows.len());
}
