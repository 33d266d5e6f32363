//! What the service answered in public reports, as changes of valid requests. Names in the values are made up.

use cloudfront_http::http::Request;
use cloudfront_http::{ReadOptions, route};
use cloudfront_validators::{Level, Violation, input};
use serde_json::Value;
use shapewright_tests::cases::{report, request};
use shapewright_tests::messages::text;
use shapewright_tests::model::root;

fn fixture(name: &str) -> Vec<Value> {
    let path = root().join("tests/fixtures/reports").join(name);
    let text = std::fs::read_to_string(path).expect("the reports are in the repository");
    serde_json::from_str(&text).expect("a list")
}

/// Returns the problem of a request, if there is one.
fn problem(case: &Value) -> Option<String> {
    let base = request(text(case, "/base"));
    let report = report(&base, case["change"].as_object().expect("a change"), true);
    let is_expected = |found: &Violation| {
        let is = |key: &str, actual: &str| case[key].is_null() || case[key] == actual;
        is("path", found.pointer())
            && is("code", found.code_of(&base.operation))
            && is("severity", found.severity().as_str())
            && found.level() == Level::Error
    };
    let fits = if case["valid"] == true { report.is_valid() } else { report.iter().any(is_expected) };
    (!fits).then(|| format!("{case}: the report is\n{report}"))
}

#[test]
fn requests_are_answered_as_reported() {
    let cases = fixture("requests.json");
    let wrong: Vec<String> = cases.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
    assert!(cases.len() >= 24, "only {}", cases.len());
}

#[test]
fn messages_are_answered_as_reported() {
    for case in fixture("messages.json") {
        let given = &case["request"];
        let mut request = Request::builder().method(text(given, "/method")).uri(text(given, "/path"));
        for (name, value) in given["headers"].as_object().into_iter().flatten() {
            request = request.header(name, value.as_str().expect("a header is a string"));
        }
        let request = request.body(text(given, "/body").to_owned()).expect("a request");
        let binding = route(request.method(), request.uri()).expect("an operation has the path");
        let mut input = input(binding.name).expect("the operation exists");
        let outcome = binding.parse_request(&request, ReadOptions::default(), input.structure());
        assert_eq!(outcome.expect_err("it is refused").code(), text(&case, "/code"), "{case}");
    }
}
