//! The verbs that build and parse messages: `request`, `parse-request`, `response` and `build-response`.

use cloudfront::http::{Binding, ReadOptions, ResponseError, ResponseOptions, Strictness};
use serde_json::{Map, Value, json};
use shapewright_runtime::Structure;

use super::failure::Failure;
use super::problem::Problems;
use super::{check, message, reader, service_error};

/// The members of an answer, except the id.
type Answer = Result<Map<String, Value>, Failure>;

/// A value as it was given, with the names that are repeated in it.
type Given = Option<(Value, Problems)>;

/// The request for `params`.
pub(crate) fn request(operation: &str, params: Given) -> Answer {
    let binding = binding(operation)?;
    let input = filled("params", binding.input.shape, params)?;
    let request = binding.build_request(&*input).map_err(|error| Failure::new(error.to_string()))?;
    Ok(one("request", message::of_request(&request)))
}

/// The operation and the params of a request, or the error that the service would return. In strict reading, parts that
/// the model does not have are errors.
pub(crate) fn parse_request(value: &Value, strict: bool) -> Answer {
    let request = message::request(value)?;
    let binding = match cloudfront::http::route(request.method(), request.uri()) {
        Ok(binding) => binding,
        Err(error) => return Ok(one("error", service_error::write(&error.to_response()))),
    };
    let mut input = empty(binding.input.shape);
    let strictness = if strict { Strictness::Strict } else { Strictness::Lenient };
    let options = ReadOptions::default().strictness(strictness);
    if let Err(error) = binding.parse_request(&request, options, &mut *input) {
        return Ok(one("error", service_error::write(&error.to_response())));
    }
    let mut answer = one("operation", json!(binding.name));
    answer.insert("params".to_owned(), of_structure(&*input)?);
    Ok(answer)
}

/// The result or the error of a response.
pub(crate) fn response(operation: &str, value: &Value) -> Answer {
    let binding = binding(operation)?;
    let response = message::response(value)?;
    let mut output = empty(binding.output.shape);
    match binding.parse_response(&response, ReadOptions::default(), &mut *output) {
        Ok(()) => Ok(one("result", of_structure(&*output)?)),
        Err(ResponseError::Service(error)) => Ok(one("error", service_error::write(&error))),
        Err(error) => Err(Failure::new(error.to_string())),
    }
}

/// The response for a result or an error, with a request id.
pub(crate) fn build_response(
    operation: &str,
    result: Given,
    error: Option<Value>,
    request_id: Option<&str>,
) -> Answer {
    let binding = binding(operation)?;
    let mut options = ResponseOptions::default();
    options.request_id = request_id;
    let response = match (result, error) {
        (Some(_), Some(_)) => return Err(Failure::new("`result` and `error` exclude each other")),
        (None, None) => {
            return Err(Failure::new("`result` or `error` is missing")
                .help("an operation without output has the result {}"));
        }
        (None, Some(error)) => binding.service.build_error_with(options, &service_error::read(&error)?),
        (result, None) => {
            let output = filled("result", binding.output.shape, result)?;
            let response = binding.build_response_with(&*output, options);
            response.map_err(|error| Failure::new(error.to_string()))?
        }
    };
    Ok(one("response", message::of_response(&response)))
}

fn one(key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), value)])
}

fn binding(operation: &str) -> Result<&'static Binding, Failure> {
    cloudfront::http::operation(operation).ok_or_else(|| check::unknown_operation(operation))
}

fn empty(shape: &str) -> Box<dyn Structure> {
    cloudfront::shapes::catalog::structure(shape).unwrap_or_else(|| Box::new(()))
}

/// Reads a value as a structure; fails if it does not fit.
fn filled(key: &str, shape: &str, given: Given) -> Result<Box<dyn Structure>, Failure> {
    let mut structure = empty(shape);
    let Some((value, mut problems)) = given else { return Ok(structure) };
    reader::read(&value, &mut *structure, &mut problems);
    if problems.is_empty() {
        return Ok(structure);
    }
    Err(Failure::new(format!("`{key}` does not fit the operation")).problems(&problems))
}

fn of_structure(structure: &dyn Structure) -> Result<Value, Failure> {
    serde_json::to_value(structure).map_err(|error| Failure::new(error.to_string()))
}
