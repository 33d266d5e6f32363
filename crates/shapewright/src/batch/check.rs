//! The verb `check`: everything that is wrong with the parameters of an operation.

use cloudfront::errors::{Error, ErrorResponse, ServiceError};
use cloudfront::validators::{Input, Level, Options, RULES, Violation, nearest};
use serde_json::{Map, Value, json};
use shapewright_runtime::text;

use super::failure::Failure;
use super::problem::{Misfit, Problem, Problems};
use super::{fix, reader, service_error};

/// The largest number of characters of the message of the service's error, which is about all violations of the model.
const LONGEST_MESSAGE: usize = 4000;

/// Checks `params`, in the form in which the AWS CLI accepts them. Without params the input is empty. `current` has
/// what an update replaces: the params that would store it again, or the output of the operation that reads it.
pub(crate) fn check(
    operation: &str,
    params: Option<(Value, Problems)>,
    current: Option<(Value, Problems)>,
) -> Result<Map<String, Value>, Failure> {
    let mut input = empty(operation)?;
    let current = current.map(|(value, problems)| known(operation, &value, problems)).transpose()?;
    let (params, mut problems) = params.unwrap_or_else(|| (Value::Object(Map::new()), Problems::default()));
    reader::read(&params, input.structure(), &mut problems);
    let report = match current {
        Some(current) => input.report_update(&*current, &Options::default()),
        None => input.report(&Options::default()),
    };
    // What only follows from a value of the wrong type or a misspelt name is not reported.
    let lost: Vec<&str> = problems.all().iter().filter_map(|problem| problem.lost.as_deref()).collect();
    let is_independent = |violation: &&Violation| !lost.iter().any(|place| violation.depends_on(place));
    let violations: Vec<&Violation> = report.iter().filter(is_independent).collect();
    let is_error = |violation: &&Violation| violation.level() == Level::Error;
    let valid = problems.is_empty() && !violations.iter().any(is_error);
    let (errors, truncated) =
        problems.errors(violations.into_iter().map(|violation| to_json(violation, operation, &params)));
    let truncated = truncated || report.truncated();
    let mut answer =
        Map::from_iter([("valid".to_owned(), json!(valid)), ("errors".to_owned(), Value::Array(errors))]);
    if truncated {
        answer.insert("truncated".to_owned(), json!(true));
    }
    // What the parameters do not say is not sent.
    if problems.is_empty()
        && let Some(response) = report.to_response(operation)
    {
        answer.insert("service_error".to_owned(), refusal(response));
    }
    Ok(answer)
}

fn empty(operation: &str) -> Result<Box<dyn Input>, Failure> {
    cloudfront::validators::input(operation).ok_or_else(|| unknown_operation(operation))
}

/// Reads what is stored. Members that the input does not have are left out: an output has an `ETag`, for instance.
fn known(operation: &str, value: &Value, mut problems: Problems) -> Result<Box<dyn Input>, Failure> {
    let mut current = empty(operation)?;
    if !replaces(operation) {
        let failure = Failure::new(format!("{operation} replaces nothing, and `current` is for updates"));
        return Err(failure.help("leave `current` out"));
    }
    let structure = current.structure();
    let value = contents(value, structure.member_names());
    let has_none = |members: &Map<String, Value>| !has_any(members, structure.member_names());
    if value.as_object().is_some_and(has_none) {
        let failure = Failure::new(format!("`current` has none of the members of {operation}"));
        let members = structure.member_names().join(", ");
        return Err(failure.help(format!("use the params that would store it again, with {members}")));
    }
    reader::read(value, structure, &mut problems);
    let is_unknown = |problem: &Problem| problem.rule == Misfit::UnknownMember;
    if problems.all().iter().all(is_unknown) {
        return Ok(current);
    }
    Err(Failure::new("`current` does not fit the operation").problems(&problems))
}

/// Whether the operation replaces what is stored.
fn replaces(operation: &str) -> bool {
    let is_put = || cloudfront::http::operation(operation).is_some_and(|binding| binding.method == "PUT");
    ["Update", "Put"].iter().any(|verb| operation.starts_with(verb)) || is_put()
}

/// The structure in an output with nothing else than metadata: outputs often have what the input has one level deeper.
fn contents<'v>(output: &'v Value, names: &[&str]) -> &'v Value {
    let Some(members) = output.as_object().filter(|members| !has_any(members, names)) else { return output };
    let mut structures = members.values().filter(|value| value.is_object());
    match (structures.next(), structures.next()) {
        (Some(only), None) => only,
        _ => output,
    }
}

fn has_any(members: &Map<String, Value>, names: &[&str]) -> bool {
    members.keys().any(|name| names.contains(&name.as_str()))
}

/// The error of the service, with the start of a long message.
fn refusal(response: ErrorResponse) -> Value {
    let mut response = Error::from_response(response).to_response();
    if let Some(message) = &mut response.details.message {
        text::cut(message, LONGEST_MESSAGE);
    }
    service_error::write(&response)
}

/// The failure about an operation that does not exist.
pub(crate) fn unknown_operation(operation: &str) -> Failure {
    let failure = Failure::new(format!("there is no operation `{operation}`"));
    match nearest(operation, cloudfront::validators::OPERATIONS.iter().copied()) {
        Some(meant) => failure.help(format!("did you mean {meant}?")),
        None => failure,
    }
}

fn to_json(violation: &Violation, operation: &str, params: &Value) -> Value {
    let source = RULES.find(violation.rule()).map_or("shapewright", |rule| rule.source);
    let mut error = Map::from_iter([
        ("path".to_owned(), json!(violation.pointer())),
        ("rule".to_owned(), json!(violation.rule())),
        ("code".to_owned(), json!(violation.code_of(operation))),
        ("severity".to_owned(), json!(violation.severity().as_str())),
        ("message".to_owned(), json!(violation.message())),
        ("help".to_owned(), json!(violation.help())),
        ("source".to_owned(), json!(source)),
    ]);
    if let Some(fix) = fix::of_violation(violation, params) {
        error.insert("fix".to_owned(), fix);
    }
    Value::Object(error)
}
