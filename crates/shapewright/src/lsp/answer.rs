//! The requests about documents, by their methods.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gen_lsp_types::{
    CodeActionParams, CodeActionRequest, CompletionParams, CompletionRequest, HoverParams, HoverRequest,
    Request as _, Uri,
};
use lsp_server::ErrorCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::client::Client;
use super::documents::{Document, Documents};
use super::{actions, complete, hover};

const CODE_ACTION: &str = CodeActionRequest::METHOD.as_str();
const COMPLETION: &str = CompletionRequest::METHOD.as_str();
const HOVER: &str = HoverRequest::METHOD.as_str();

/// Why a request was not answered.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub(super) code: ErrorCode,
    pub(super) message: String,
}

impl Refusal {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Refusal { code, message: message.into() }
    }
}

/// Answers a request. A panic is an error of this request.
pub(super) fn answer(
    documents: &mut Documents,
    client: Client,
    method: &str,
    params: Value,
) -> Result<Value, Refusal> {
    guarded(|| by_method(documents, client, method, params))
        .unwrap_or_else(|why| Err(Refusal::new(ErrorCode::InternalError, why)))
}

fn by_method(
    documents: &mut Documents,
    client: Client,
    method: &str,
    params: Value,
) -> Result<Value, Refusal> {
    match method {
        HOVER => {
            let params: HoverParams = parse(params)?;
            let at = params.text_document_position_params;
            let document = checked(documents, &at.text_document.uri)?;
            write(hover::hover(document, at.position, client))
        }
        CODE_ACTION => {
            let params: CodeActionParams = parse(params)?;
            let document = checked(documents, &params.text_document.uri)?;
            write(actions::actions(document, &params, client))
        }
        COMPLETION => {
            let params: CompletionParams = parse(params)?;
            let at = params.text_document_position_params;
            let document = checked(documents, &at.text_document.uri)?;
            write(complete::complete(document, at.position, client))
        }
        _ => Err(Refusal::new(ErrorCode::MethodNotFound, format!("there is no method {method}"))),
    }
}

/// Returns an open document with what was found in it.
fn checked<'a>(documents: &'a mut Documents, uri: &Uri) -> Result<&'a Document, Refusal> {
    documents.check(uri);
    documents.get(uri).ok_or_else(|| {
        Refusal::new(ErrorCode::InvalidParams, format!("{uri} is not open: send textDocument/didOpen first"))
    })
}

/// Reads the parameters of a message.
pub(super) fn parse<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal::new(ErrorCode::InvalidParams, error.to_string()))
}

fn write(result: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(|error| Refusal::new(ErrorCode::InternalError, error.to_string()))
}

/// Does something that may panic.
///
/// # Errors
///
/// If it panics: what the panic says.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // Documents are only changed when a check ends, so a panic leaves none half changed.
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| format!("internal error: {}", said(&*panic)))
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without a message")
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_an_error_with_its_message() {
        let broken: Result<(), String> = guarded(|| panic!("no {}", 1));
        assert_eq!(broken, Err("internal error: no 1".to_owned()));
        assert_eq!(guarded(|| 2), Ok(2));
    }
}
