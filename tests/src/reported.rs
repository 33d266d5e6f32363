//! What the service answered in public reports, beside what the crates say.

use cloudfront_http::{ReadOptions, route};
use cloudfront_validators::{Level, Report, Violation, input};
use serde_json::Value;

use crate::messages;

/// Returns the error code for a request in JSON; `None` if it can be read.
pub fn refusal(request: &Value) -> Option<String> {
    let request = messages::request(request);
    let binding = route(request.method(), request.uri()).expect("an operation has the path");
    let mut input = input(binding.name).expect("the operation exists");
    let outcome = binding.parse_request(&request, ReadOptions::default(), input.structure());
    outcome.err().map(|error| error.code().to_owned())
}

/// Whether a report is what `expected` says: `valid`, or an error with this `path`, `code` and `severity`. Each of them
/// may be absent.
pub fn is_as_expected(report: &Report, expected: &Value, operation: &str) -> bool {
    let is_expected = |found: &Violation| {
        let is = |key: &str, actual: &str| expected[key].is_null() || expected[key] == actual;
        is("path", found.pointer())
            && is("code", found.code_of(operation))
            && is("severity", found.severity().as_str())
            && found.level() == Level::Error
    };
    if expected["valid"] == true { report.is_valid() } else { report.iter().any(is_expected) }
}
