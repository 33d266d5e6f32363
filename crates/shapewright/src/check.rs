//! The verb `check`: everything that is wrong with the parameters of an operation.

use cloudfront_validators::{Options, RULES, Violation, nearest};
use serde_json::{Map, Value, json};

use crate::echo::Dropped;
use crate::json;
use crate::problem::Problem;

/// Checks `params`, in the form in which the AWS CLI takes them.
pub(crate) fn check(operation: &str, params: &Value) -> Result<Map<String, Value>, String> {
    let Some(mut input) = cloudfront_validators::input(operation) else { return Err(unknown(operation)) };
    let problems = json::read(params, input.structure());
    let report = input.report(Options::standard());
    let dropped = Dropped::of(&problems);
    let violations: Vec<&Violation> =
        report.iter().filter(|violation| !dropped.provoked(violation)).collect();
    let is_error = |violation: &&Violation| violation.level() == cloudfront_validators::Level::Error;
    let valid = problems.is_empty() && !violations.iter().any(is_error);
    let mut errors: Vec<Value> = problems.iter().map(of_problem).collect();
    errors.extend(violations.into_iter().map(|violation| of_violation(violation, operation)));
    Ok(Map::from_iter([("valid".to_owned(), json!(valid)), ("errors".to_owned(), Value::Array(errors))]))
}

pub(crate) fn unknown(operation: &str) -> String {
    let known = cloudfront_validators::OPERATIONS.iter().copied();
    match nearest(operation, known) {
        Some(meant) => format!("there is no operation `{operation}`; did you mean {meant}?"),
        None => format!("there is no operation `{operation}`"),
    }
}

fn of_problem(problem: &Problem) -> Value {
    json!({
        "path": problem.path,
        "rule": problem.rule,
        "code": RULES.general,
        "severity": "error",
        "message": problem.message,
    })
}

fn of_violation(violation: &Violation, operation: &str) -> Value {
    json!({
        "path": violation.pointer(),
        "rule": violation.rule(),
        "code": violation.code_of(operation),
        "severity": violation.severity().as_str(),
        "message": format!("{}; {}", violation.message(), violation.help()),
    })
}
