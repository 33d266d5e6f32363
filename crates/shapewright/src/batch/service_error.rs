//! Errors of the service as JSON: `{"code", "message", "type", "status", "request_id"}`.

use cloudfront::errors::{Code, ErrorDetails, ErrorResponse, Fault};
use serde_json::{Value, json};

use super::failure::Failure;
use super::message::check_keys;

/// The keys of an error.
const KEYS: [&str; 5] = ["code", "message", "type", "status", "request_id"];

/// Writes an error. A response without a document has no code.
pub(crate) fn write(error: &ErrorResponse) -> Value {
    json!({
        "code": Some(&error.code).filter(|code| !code.is_empty()),
        "message": error.details.message,
        "type": error.fault.map(Fault::wire_type),
        "status": error.status,
        "request_id": error.details.request_id,
    })
}

/// Reads an error. Missing properties are those of its code in the model.
pub(crate) fn read(value: &Value) -> Result<ErrorResponse, Failure> {
    check_keys(value, "error", &KEYS)?;
    let given = |key: &str| value.get(key).filter(|value| !value.is_null());
    let text = |key: &str| match given(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Failure::new(format!("`error.{key}` is not a string"))),
    };
    let code = text("code")?.ok_or_else(|| Failure::new("`error.code` is missing"))?;
    let known = Code::from_code(&code);
    let fault = match text("type")?.as_deref() {
        Some("Sender") => Some(Fault::Client),
        Some("Receiver") => Some(Fault::Server),
        Some(other) => {
            let failure = Failure::new(format!("`error.type` is `{other}`"));
            return Err(failure.help("use Sender or Receiver"));
        }
        None => known.map(Code::fault),
    };
    let mut details = ErrorDetails::default();
    details.message = text("message")?;
    details.request_id = text("request_id")?;
    let status = given("status").map(error_status).transpose()?.or(known.map(Code::status));
    Ok(ErrorResponse::new(code).with_status(status).with_fault(fault).with_details(details))
}

fn error_status(value: &Value) -> Result<u16, Failure> {
    let status = value.as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.filter(|status| (300..600).contains(status));
    status.ok_or_else(|| {
        Failure::new("`error.status` is not the HTTP status of an error").help("use a number from 300 to 599")
    })
}
