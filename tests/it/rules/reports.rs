//! What the service answered in public reports, as changes of valid requests. Names in the values are made up.

use serde_json::Value;
use shapewright_tests::cases::{report, request};
use shapewright_tests::messages::text;
use shapewright_tests::model::root;
use shapewright_tests::reported::{is_as_expected, refusal};

fn fixture(name: &str) -> Vec<Value> {
    let path = root().join("tests/fixtures/reports").join(name);
    let text = std::fs::read_to_string(path).expect("the reports are in the repository");
    serde_json::from_str(&text).expect("a list")
}

/// Returns the problem of a request, if there is one.
fn problem(case: &Value) -> Option<String> {
    let base = request(text(case, "/base"));
    let report = report(&base, case["change"].as_object().expect("a change"), true);
    let fits = is_as_expected(&report, case, &base.operation);
    (!fits).then(|| format!("{case}: the report is\n{report}"))
}

#[test]
fn requests_are_answered_as_reported() {
    let cases = fixture("requests.json");
    let wrong: Vec<String> = cases.iter().filter_map(problem).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
    assert!(cases.len() >= 26, "only {}", cases.len());
}

#[test]
fn messages_are_answered_as_reported() {
    for case in fixture("messages.json") {
        assert_eq!(refusal(&case["request"]).as_deref(), Some(text(&case, "/code")), "{case}");
    }
}
