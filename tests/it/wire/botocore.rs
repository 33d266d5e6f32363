//! Compares requests and responses with those of botocore, which `tests/python/wire_vectors.py` records.

use std::collections::BTreeSet;

use serde_json::Value;
use shapewright_http::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST};
use shapewright_http::http::{HeaderMap, Request};
use shapewright_http::{Binding, ReadOptions, ResponseError};
use shapewright_runtime::Fault;
use shapewright_tests::answered::answered;
use shapewright_tests::wire::{
    difference, empty, filled, json_of, request, response, text, tree, unset_content_type, vectors,
};

/// Compares all vectors, and fails with all differences.
fn compare(name: &str, check: impl Fn(&Value, &'static Binding) -> Result<(), String>) {
    let vectors = vectors(name);
    let mut problems = Vec::new();
    let mut operations = BTreeSet::new();
    for vector in &vectors {
        let operation = text(vector, "/operation");
        operations.insert(operation);
        let outcome = match cloudfront_http::operation(operation) {
            Some(binding) => check(vector, binding),
            None => Err("the operation is unknown".to_owned()),
        };
        problems.extend(outcome.err().map(|problem| format!("{}: {problem}", text(vector, "/id"))));
    }
    let shown = problems.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(problems.is_empty(), "{} of {} vectors differ\n{shown}", problems.len(), vectors.len());
    assert_eq!(operations.len(), cloudfront_http::OPERATIONS.len(), "every operation has vectors");
}

/// Returns a request of botocore with escaped carriage returns. botocore does not escape them, so that parsers read
/// line feeds.
fn with_escaped_returns(vector: &Value) -> Request<Vec<u8>> {
    let mut recorded = request(&vector["request"]);
    let text = String::from_utf8_lossy(recorded.body()).replace('\r', "&#13;");
    if !vector["request"]["body_base64"].is_string() {
        *recorded.body_mut() = text.into_bytes();
    }
    recorded
}

#[test]
fn requests_are_those_of_botocore() {
    compare("botocore/requests.jsonl", |vector, binding| {
        let input = filled(binding.input.shape, &vector["params"])?;
        let ours = binding.build_request(&*input).map_err(|error| error.to_string())?;
        let theirs = with_escaped_returns(vector);
        same("method", theirs.method(), ours.method())?;
        same("path", theirs.uri().path(), ours.uri().path())?;
        same("query", &theirs.uri().query(), &ours.uri().query())?;
        headers(theirs.headers(), ours.headers())?;
        body(&theirs, &ours)
    });
}

fn same<T: PartialEq + std::fmt::Debug + ?Sized>(what: &str, theirs: &T, ours: &T) -> Result<(), String> {
    if theirs == ours { Ok(()) } else { Err(format!("{what} {ours:?} and not {theirs:?}")) }
}

/// Compares headers, without the type and length of the body and the host, which botocore adds later.
fn headers(theirs: &HeaderMap, ours: &HeaderMap) -> Result<(), String> {
    for (name, value) in theirs {
        same(name.as_str(), &Some(value), &ours.get(name))?;
    }
    let later = [CONTENT_TYPE, CONTENT_LENGTH, HOST];
    match ours.keys().find(|name| !theirs.contains_key(*name) && !later.contains(name)) {
        Some(name) => Err(format!("botocore has no header {name}")),
        None => Ok(()),
    }
}

/// Compares bodies. If no member of a document is set, botocore sends no body, and we send an empty document, as Smithy
/// specifies.
fn body(theirs: &Request<Vec<u8>>, ours: &Request<Vec<u8>>) -> Result<(), String> {
    if theirs.body().is_empty() {
        let is_empty = ours.body().is_empty() || tree(ours.body())?["children"] == Value::Array(Vec::new());
        return if is_empty { Ok(()) } else { Err(format!("a body: {ours:?}")) };
    }
    if theirs.body() == ours.body() {
        return Ok(());
    }
    difference(&tree(theirs.body())?, &tree(ours.body())?).map_or(Ok(()), Err)
}

#[test]
fn requests_of_botocore_and_ours_are_read_back() {
    compare("botocore/requests.jsonl", |vector, binding| {
        let input = filled(binding.input.shape, &vector["params"])?;
        let ours = binding.build_request(&*input).map_err(|error| error.to_string())?;
        for request in [with_escaped_returns(vector), ours] {
            let routed = cloudfront_http::route(request.method(), request.uri());
            same("operation", binding.name, routed.map_err(|error| error.to_string())?.name)?;
            let mut read = empty(binding.input.shape);
            let outcome = binding.parse_request(&request, ReadOptions::default(), &mut *read);
            outcome.map_err(|error| error.to_string())?;
            same("input", &json_of(&*input), &json_of(&*read))?;
        }
        Ok(())
    });
}

#[test]
fn results_are_read_as_botocore_does() {
    compare("botocore/responses.jsonl", |vector, binding| {
        let Some(result) = vector.get("result") else { return Ok(()) };
        let result = without_empty_payload(binding, vector, result.clone());
        // Converts through the structure, because an `f32` has fewer digits than the numbers of botocore.
        let result = json_of(&*filled(binding.output.shape, &result)?);
        let mut output = empty(binding.output.shape);
        let outcome =
            binding.parse_response(&response(&vector["response"]), ReadOptions::default(), &mut *output);
        outcome.map_err(|error| error.to_string())?;
        same("output", &result, &json_of(&*output))?;
        let built = binding.build_response(&*output).map_err(|error| error.to_string())?;
        let mut again = empty(binding.output.shape);
        let outcome = binding.parse_response(&built, ReadOptions::default(), &mut *again);
        outcome.map_err(|error| error.to_string())?;
        let mut again = json_of(&*again);
        if let Some(pointer) = unset_content_type(&binding.output, &result)
            && let Some(members) = again.as_object_mut()
        {
            members.remove(&pointer[1..]);
        }
        // Responses may have another order of lists, and leave out empty ones.
        let answered = |value| answered(&binding.output, output.member_names(), value);
        same("output of our response", &answered(result), &answered(again))
    });
}

/// Removes an empty payload: for an empty body, botocore returns an empty payload, and we return none.
fn without_empty_payload(binding: &Binding, vector: &Value, mut result: Value) -> Value {
    let empty_body =
        text(vector, "/response/body").is_empty() && !vector["response"]["body_base64"].is_string();
    if empty_body && let Some(members) = result.as_object_mut() {
        let output = empty(binding.output.shape);
        let locations = output.member_names().iter().zip(binding.output.members);
        for (name, _) in locations.filter(|(_, location)| **location == shapewright_http::Location::Payload) {
            members.remove(*name);
        }
    }
    result
}

#[test]
fn errors_are_read_as_botocore_does() {
    compare("botocore/responses.jsonl", |vector, binding| {
        let Some(theirs) = vector.get("error") else { return Ok(()) };
        let mut output = empty(binding.output.shape);
        let outcome =
            binding.parse_response(&response(&vector["response"]), ReadOptions::default(), &mut *output);
        let Err(ResponseError::Service(error)) = outcome else { return Err(format!("{outcome:?}")) };
        let status = theirs["status"].as_u64();
        same("status", &status, &error.status.map(u64::from))?;
        // Without a document, botocore uses the status as the code. It ignores a truncated document.
        let has_no_code = status.is_some_and(|status| text(theirs, "/code") == status.to_string());
        let breaks_off = text(vector, "/id").ends_with("/cut-off");
        if breaks_off && text(vector, "/response/body").contains(&format!("<Code>{}</Code>", error.code)) {
            return Ok(());
        }
        same("code", if has_no_code { "" } else { text(theirs, "/code") }, &error.code)?;
        same("message", text(theirs, "/message"), error.details.message.as_deref().unwrap_or_default())?;
        same("type", &theirs["type"].as_str(), &error.fault.map(Fault::wire_type))?;
        // botocore reads the request id from fewer places than we do.
        let id = text(theirs, "/request_id");
        let in_header = response(&vector["response"]).headers().contains_key("x-amzn-requestid");
        match id {
            "" if in_header => same("request id", &true, &error.details.request_id.is_some()),
            id => same("request id", id, error.details.request_id.as_deref().unwrap_or_default()),
        }
    });
}
