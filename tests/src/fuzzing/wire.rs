//! The properties of reading requests and responses.

use std::sync::LazyLock;

use serde_json::Value;
use shapewright_http::http::header::CONTENT_TYPE;
use shapewright_http::http::{HeaderMap, Request, Response, StatusCode};
use shapewright_http::{Binding, Body, BuildError, ReadOptions, ResponseError};
use shapewright_runtime::{ErrorResponse, Structure};

use super::chosen;
use super::message::Message;
use crate::answered::answered;
use crate::messages::{in_whole_seconds, json_of};
use crate::wire::empty;

static NAMES: LazyLock<Vec<&str>> =
    LazyLock::new(|| cloudfront_http::OPERATIONS.iter().map(|binding| binding.name).collect());

/// The first line has an operation and a status. A response that was read must be the same after writing and reading. A
/// response whose status is no success must be an error of the service. Another response is one only if it has an error
/// document.
pub fn xml_reading(bytes: &[u8]) {
    let Some(message) = Message::read(bytes) else { return };
    let binding =
        cloudfront_http::operation(chosen(&NAMES, message.first)).expect("the operation is in the table");
    let Some(response) = message.response() else { return };
    match parsed(binding, &response) {
        Ok(output) => {
            assert!(response.status().is_success(), "{}: an output and not an error", response.status());
            output_again(binding, response.headers(), &*output);
        }
        Err(ResponseError::Service(error)) => {
            let is_document = || shown(response.body()).contains("Error");
            assert!(!response.status().is_success() || is_document(), "{}: no output", response.status());
            error_again(binding, &error);
        }
        Err(unreadable) => {
            assert!(response.status().is_success(), "{}: {unreadable}", response.status());
            let ResponseError::Unreadable { message, .. } = &unreadable else { panic!("{unreadable}") };
            assert!(message.len() > 5 && message.len() < 2_000, "{message:?} is empty or too long");
        }
    }
}

fn parsed<B: AsRef<[u8]>>(
    binding: &Binding,
    response: &Response<B>,
) -> Result<Box<dyn Structure>, ResponseError<ErrorResponse>> {
    let mut output = empty(binding.output.shape);
    binding.parse_response(response, ReadOptions::default(), &mut *output)?;
    Ok(output)
}

fn output_again(binding: &Binding, received: &HeaderMap, output: &dyn Structure) {
    let mut built = match binding.build_response(output) {
        Ok(built) => built,
        Err(error) => return assert!(cannot_be_sent(&error), "{}: {error}", binding.name),
    };
    without_new_type(received, built.headers_mut());
    let again =
        parsed(binding, &built).unwrap_or_else(|error| panic!("{}: {error}: {built:?}", binding.name));
    let comparable = |structure: &dyn Structure| {
        answered(&binding.output, structure.member_names(), comparable(structure))
    };
    assert_eq!(comparable(output), comparable(&*again), "{}: {}", binding.name, shown(built.body()));
}

/// Writes and reads an error twice. The first time adds the fault and a status, and replaces characters that XML does
/// not allow; the second time must change nothing.
fn error_again(binding: &Binding, error: &ErrorResponse) {
    let again = |error: &ErrorResponse| {
        let built = binding.service.build_error(error);
        match parsed(binding, &built) {
            Err(ResponseError::Service(again)) => again,
            _ => panic!("{}: not an error: {built:?}", binding.name),
        }
    };
    let first = again(error);
    let said = error.status.and_then(|status| StatusCode::from_u16(status).ok());
    let is_of_error =
        |status: &StatusCode| (300..600).contains(&status.as_u16()) && *status != StatusCode::NOT_MODIFIED;
    match said.filter(is_of_error) {
        Some(status) => assert_eq!(first.status, Some(status.as_u16()), "{error:?}"),
        None => assert!(matches!(first.status, Some(400 | 500)), "{error:?} is not sent as a success"),
    }
    assert_eq!(first, again(&first), "{error:?}");
}

/// The first line has a method and a URI. A request that was read is written, routed and read again. With repeated
/// parts it is rejected.
pub fn request_parsing(bytes: &[u8]) {
    let Some(request) = Message::read(bytes).and_then(Message::request) else { return };
    let binding = match cloudfront_http::route(request.method(), request.uri()) {
        Ok(binding) => binding,
        Err(error) => {
            assert!(matches!(error.to_response().status, Some(400 | 404 | 405)), "{error}");
            return;
        }
    };
    let input = match read(binding, &request) {
        Ok(input) => input,
        Err(message) => return assert!(message.len() > 5 && message.len() < 2_000, "{message:?}"),
    };
    let mut built = match binding.build_request(&*input) {
        Ok(built) => built,
        Err(error) => return assert!(cannot_be_sent(&error), "{}: {error}", binding.name),
    };
    without_new_type(request.headers(), built.headers_mut());
    match cloudfront_http::route(built.method(), built.uri()) {
        Ok(again) => assert_eq!(binding.name, again.name, "{built:?}"),
        Err(error) => panic!("{}: {error}", binding.name),
    }
    let again = read(binding, &built).unwrap_or_else(|error| panic!("{}: {error}: {built:?}", binding.name));
    assert_eq!(comparable(&*input), comparable(&*again), "{}: {built:?}", binding.name);
    repetitions_are_rejected(binding, &built);
}

/// No operation of CloudFront has lists in its query, or flattened lists in its document.
fn repetitions_are_rejected(binding: &Binding, request: &Request<Vec<u8>>) {
    if let Some(query) = request.uri().query().filter(|query| !query.is_empty()) {
        let uri = format!("{}?{query}&{query}", request.uri().path());
        // The repeated query may make the URI too long.
        if let Ok(uri) = uri.parse() {
            let mut repeated = request.clone();
            *repeated.uri_mut() = uri;
            let is_read = cloudfront_http::route(repeated.method(), repeated.uri())
                .is_ok_and(|binding| read(binding, &repeated).is_ok());
            assert!(!is_read, "{}: {repeated:?}", binding.name);
        }
    }
    if let (Body::Document { .. } | Body::Payload { .. }, Some((start, content, end))) =
        (&binding.input.body, parts_of_root(request.body()))
    {
        let mut repeated = request.clone();
        *repeated.body_mut() = [start, content, content, end].concat();
        let is_read = read(binding, &repeated).is_ok();
        assert!(!is_read, "{}: {}", binding.name, shown(repeated.body()));
    }
}

/// The start tag of the root of a document, its content and its end tag; `None` without content.
fn parts_of_root(document: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let start = document.iter().position(|byte| *byte == b'>')? + 1;
    let end = document.iter().rposition(|byte| *byte == b'<')?;
    let content = document.get(start..end).filter(|content| !content.is_empty())?;
    Some((&document[..start], content, &document[end..]))
}

fn read<B: AsRef<[u8]>>(binding: &Binding, request: &Request<B>) -> Result<Box<dyn Structure>, String> {
    let mut input = empty(binding.input.shape);
    let outcome = binding.parse_request(request, ReadOptions::default(), &mut *input);
    outcome.map_err(|error| error.message().to_owned())?;
    Ok(input)
}

/// Removes the `Content-Type` of a written body if the received message had none: it may be a member in a map of
/// headers.
fn without_new_type(received: &HeaderMap, built: &mut HeaderMap) {
    if !received.contains_key(CONTENT_TYPE) {
        built.remove(CONTENT_TYPE);
    }
}

/// Returns whether a message that was read cannot be written: a URI may become too long by percent-encoding.
fn cannot_be_sent(error: &BuildError) -> bool {
    error.message().contains("uri too long")
}

fn comparable(structure: &dyn Structure) -> Value {
    in_whole_seconds(json_of(structure))
}

fn shown(body: &[u8]) -> String {
    String::from_utf8_lossy(body).into_owned()
}
