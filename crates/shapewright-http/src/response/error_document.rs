//! Reads and writes error documents.

use http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use shapewright_runtime::text::is_xml_char;
use shapewright_runtime::{ErrorDetails, ErrorResponse, Fault, ReadError};

use crate::xml::{Event, Source, escaped};
use crate::{ReadOptions, ResponseOptions, Service};

/// The headers in which AWS services send the request id, the most common one first.
const REQUEST_ID: [&str; 3] = ["x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"];

/// Returns the error of a response. The code is empty if the body cannot be read.
pub(super) fn read(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    options: ReadOptions,
) -> ErrorResponse {
    let mut found = Found::default();
    if body.len() <= options.max_bytes {
        // If the document is truncated, the elements before that point are used.
        let _ = found.document(&mut Source::new(readable(body).as_bytes()));
    }
    let header = || {
        let value = REQUEST_ID.iter().find_map(|name| headers.get(*name))?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let reason = || Some(status.canonical_reason()?.to_owned());
    let message = if found.code.is_none() { found.message.or_else(reason) } else { found.message };
    let mut details = ErrorDetails::default();
    details.message = message;
    details.request_id = found.request_id.or_else(header);
    let mut response = ErrorResponse::new(found.code.unwrap_or_default())
        .with_status(status.as_u16())
        .with_fault(found.fault)
        .with_details(details);
    response.allow = allowed_methods(headers);
    response
}

/// Replaces bytes that are not UTF-8, and characters that XML does not allow: the code is found although the message
/// has them.
fn readable(body: &[u8]) -> String {
    String::from_utf8_lossy(body).replace(|c| !is_xml_char(c), "\u{FFFD}")
}

/// Returns the methods in the header `Allow`.
fn allowed_methods(headers: &HeaderMap) -> Vec<String> {
    let values = headers.get_all(ALLOW).iter().filter_map(|value| value.to_str().ok());
    let methods = values.flat_map(|value| value.split(',')).map(str::trim);
    methods.filter(|method| !method.is_empty()).map(str::to_owned).collect()
}

/// The values of an error document. If an element is repeated, the first one is used.
#[derive(Default)]
struct Found {
    code: Option<String>,
    message: Option<String>,
    fault: Option<Fault>,
    request_id: Option<String>,
}

impl Found {
    /// Reads an `Error`. It is the root, or a child of the root; the root may also contain the request id.
    fn document(&mut self, source: &mut Source<'_>) -> Result<(), ReadError> {
        let root = source.root()?;
        self.element(source, root.local_name().as_ref() == "Error", 0)
    }

    fn element(&mut self, source: &mut Source<'_>, is_error: bool, depth: usize) -> Result<(), ReadError> {
        loop {
            let tag = match source.next()? {
                Event::Start(tag) => tag,
                Event::Text(_) => continue,
                Event::End | Event::Eof => return Ok(()),
            };
            let name = tag.local_name();
            match name.as_ref() {
                "Code" if is_error => keep_word(&mut self.code, source)?,
                "Message" | "message" if is_error => keep(&mut self.message, source)?,
                "Type" if is_error => {
                    let fault = Fault::from_wire_type(source.text()?.trim_ascii());
                    self.fault = self.fault.or(fault);
                }
                "RequestId" | "RequestID" | "requestId" => keep_word(&mut self.request_id, source)?,
                "Error" | "Errors" if depth < 2 => {
                    self.element(source, name.as_ref() == "Error", depth + 1)?;
                }
                _ => source.skip()?,
            }
        }
    }
}

fn keep(slot: &mut Option<String>, source: &mut Source<'_>) -> Result<(), ReadError> {
    let text = source.text()?;
    slot.get_or_insert_with(|| text.into_owned());
    Ok(())
}

fn keep_word(slot: &mut Option<String>, source: &mut Source<'_>) -> Result<(), ReadError> {
    let text = source.text()?;
    slot.get_or_insert_with(|| text.trim_ascii().to_owned());
    Ok(())
}

/// Returns whether a client treats a response with this status as an error and reads its body.
fn is_of_error(status: StatusCode) -> bool {
    let is_moved = status.is_redirection() && status != StatusCode::NOT_MODIFIED;
    status.is_client_error() || status.is_server_error() || is_moved
}

impl Service {
    /// Builds the response for an error, in the [form](crate::Responses) of the service.
    ///
    /// If the error has no status, or one that is no error or redirection, the status is 500 if the server caused the
    /// error, else 400. The request id of the error is in the document, and in a header if it can be one.
    pub fn build_error(&self, error: &ErrorResponse) -> Response<Vec<u8>> {
        self.build_error_with(ResponseOptions::default(), error)
    }

    /// Builds the response for an error, as [`Service::build_error`]. The request id of the options is used if the
    /// error has none.
    pub fn build_error_with(&self, options: ResponseOptions<'_>, error: &ErrorResponse) -> Response<Vec<u8>> {
        let fault = error.fault.unwrap_or(match error.status {
            Some(500..) => Fault::Server,
            _ => Fault::Client,
        });
        let usual =
            if fault == Fault::Client { StatusCode::BAD_REQUEST } else { StatusCode::INTERNAL_SERVER_ERROR };
        let said = error.status.and_then(|status| StatusCode::from_u16(status).ok());
        let status = said.filter(|status| is_of_error(*status)).unwrap_or(usual);
        let id = error.details.request_id.as_deref().or(options.request_id);
        let body = self.error_document(error, fault, id).into_bytes();
        let mut response = Response::new(Vec::new());
        *response.status_mut() = status;
        let headers = response.headers_mut();
        let content_type = self.responses.content_type.unwrap_or("application/xml");
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(CONTENT_LENGTH, body.len().into());
        if let Some((name, value)) = id.and_then(|id| self.request_id(id)) {
            headers.insert(name, value);
        }
        if !error.allow.is_empty()
            && let Ok(value) = HeaderValue::from_str(&error.allow.join(", "))
        {
            headers.insert(ALLOW, value);
        }
        *response.body_mut() = body;
        response
    }

    fn error_document(&self, error: &ErrorResponse, fault: Fault, request_id: Option<&str>) -> String {
        let namespace = match self.namespace {
            "" => String::new(),
            uri => format!(" xmlns=\"{uri}\""),
        };
        let element = |name: &str, text: &str| format!("<{name}>{}</{name}>", escaped(text));
        let mut inner = element("Type", fault.wire_type()) + &element("Code", &error.code);
        inner.extend(error.details.message.as_ref().map(|message| element("Message", message)));
        let id = request_id.map_or_else(String::new, |id| element("RequestId", id));
        let declaration = self.responses.declaration;
        if self.wraps_errors {
            format!("{declaration}<ErrorResponse{namespace}><Error>{inner}</Error>{id}</ErrorResponse>")
        } else {
            format!("{declaration}<Error>{inner}{id}</Error>")
        }
    }
}
