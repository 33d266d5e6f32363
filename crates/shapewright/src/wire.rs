//! The verbs that build and parse messages: `request`, `parse-request`, `response` and `build-response`.

use cloudfront_errors::{Code, ErrorDetails, Fault, UnknownError};
use cloudfront_http::{Binding, Limits, ResponseError};
use serde_json::{Map, Value, json};
use shapewright_runtime::Structure;

use crate::problem::Problem;
use crate::{check, json, message};

/// What a verb answers: one entry, or several.
type Answer = Result<Map<String, Value>, String>;

/// The request for `params`.
pub(crate) fn request(operation: &str, params: &Value) -> Answer {
    let binding = binding(operation)?;
    let input = filled(binding.input.shape, params)?;
    let request = binding.build_request(&*input).map_err(|error| error.to_string())?;
    Ok(one("request", message::of_request(&request)))
}

/// The operation and the params of a request, or the error that the service would answer.
pub(crate) fn parse_request(value: &Value) -> Answer {
    let request = message::request(value)?;
    let binding = match cloudfront_http::route(request.method(), request.uri()) {
        Ok(binding) => binding,
        Err(error) => return Ok(one("error", of_error(&error.to_answer()))),
    };
    let mut input = empty(binding.input.shape);
    if let Err(error) = binding.parse_request(&request, Limits::default(), &mut *input) {
        return Ok(one("error", of_error(&error.to_answer())));
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
    match binding.parse_response(&response, Limits::default(), &mut *output) {
        Ok(()) => Ok(one("result", of_structure(&*output)?)),
        Err(ResponseError::Service(error)) => Ok(one("error", of_error(&error))),
        Err(error) => Err(error.to_string()),
    }
}

/// The response for a result or an error.
pub(crate) fn build_response(operation: &str, result: Option<&Value>, error: Option<&Value>) -> Answer {
    let binding = binding(operation)?;
    let response = match (result, error) {
        (Some(_), Some(_)) => return Err("`result` and `error` exclude each other".to_owned()),
        (_, Some(error)) => binding.service.build_error(&to_error(error)?),
        (result, None) => {
            let none = Value::Object(Map::new());
            let output = filled(binding.output.shape, result.unwrap_or(&none))?;
            binding.build_response(&*output).map_err(|error| error.to_string())?
        }
    };
    Ok(one("response", message::of_response(&response)))
}

fn one(key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), value)])
}

fn binding(operation: &str) -> Result<&'static Binding, String> {
    cloudfront_http::operation(operation).ok_or_else(|| check::unknown(operation))
}

fn empty(shape: &str) -> Box<dyn Structure> {
    cloudfront_shapes::catalog::structure(shape).unwrap_or_else(|| Box::new(()))
}

fn filled(shape: &str, value: &Value) -> Result<Box<dyn Structure>, String> {
    let mut structure = empty(shape);
    let problems = json::read(value, &mut *structure);
    if problems.is_empty() {
        return Ok(structure);
    }
    let told = |Problem { path, message, .. }: &Problem| format!("{path}: {message}");
    Err(problems.iter().map(told).collect::<Vec<_>>().join("; "))
}

fn of_structure(structure: &dyn Structure) -> Result<Value, String> {
    serde_json::to_value(structure).map_err(|error| error.to_string())
}

/// An answer without a document has no code.
fn of_error(error: &UnknownError) -> Value {
    json!({
        "code": Some(&error.code).filter(|code| !code.is_empty()),
        "message": error.details.message,
        "type": error.fault.map(|fault| fault.to_string()),
        "status": error.status,
        "request_id": error.details.request_id,
    })
}

/// What is not given of a code that the model has comes from there.
fn to_error(value: &Value) -> Result<UnknownError, String> {
    let given = |key: &str| value.get(key).filter(|value| !value.is_null());
    let text = |key: &str| match given(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("`error.{key}` is not text")),
    };
    let code = text("code")?.ok_or("`error.code` is missing")?;
    let known = Code::from_code(&code);
    let fault = match text("type")?.as_deref() {
        Some("Sender") => Some(Fault::Sender),
        Some("Receiver") => Some(Fault::Receiver),
        Some(other) => return Err(format!("`error.type` is `{other}`: use Sender or Receiver")),
        None => known.map(Code::fault),
    };
    Ok(UnknownError {
        status: given("status").map(error_status).transpose()?.or(known.map(Code::status)),
        code,
        fault,
        details: ErrorDetails { message: text("message")?, request_id: text("request_id")? },
    })
}

fn error_status(value: &Value) -> Result<u16, String> {
    let status = value.as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.filter(|status| (300..600).contains(status));
    status.ok_or_else(|| "`error.status` is not the HTTP status of an error: use 300 to 599".to_owned())
}
