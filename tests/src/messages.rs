//! Messages in the JSON form of recorded vectors and of the runner of generated crates.

use serde_json::{Map, Value, json};
use shapewright_http::http::{HeaderMap, HeaderValue, Request, Response};
use shapewright_runtime::{Blob, Structure, Timestamp, deserialize_into};

/// Returns the string at a JSON Pointer; empty if there is none.
pub fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// Fills an empty structure from JSON.
///
/// # Errors
///
/// Fails if a value has the wrong type.
pub fn fill(mut structure: Box<dyn Structure>, value: &Value) -> Result<Box<dyn Structure>, String> {
    deserialize_into(&mut *structure, value).map_err(|error| error.to_string())?;
    Ok(structure)
}

/// Returns a structure as JSON.
pub fn json_of(structure: &dyn Structure) -> Value {
    serde_json::to_value(structure).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns a value with all timestamps rounded down to seconds: messages have fewer digits than JSON.
pub fn in_whole_seconds(value: Value) -> Value {
    match value {
        Value::String(text) => match text.parse::<Timestamp>() {
            Ok(time) => json!(Timestamp::from_unix(time.seconds(), 0).unwrap_or(time)),
            Err(_) => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(in_whole_seconds).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, in_whole_seconds(value))).collect()
        }
        other => other,
    }
}

/// `{"method", "path", "query_raw", "headers", "body" | "body_base64"}` as a request.
pub fn request(value: &Value) -> Request<Vec<u8>> {
    let query = match text(value, "/query_raw") {
        "" => String::new(),
        query => format!("?{query}"),
    };
    let builder =
        Request::builder().method(text(value, "/method")).uri(format!("{}{query}", text(value, "/path")));
    let mut request = builder.body(body(value)).unwrap_or_else(|error| panic!("{error}: {value}"));
    *request.headers_mut() = headers(value);
    request
}

/// `{"status", "headers", "body" | "body_base64"}` as a response.
pub fn response(value: &Value) -> Response<Vec<u8>> {
    let status = value["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default();
    let response = Response::builder().status(status).body(body(value));
    let mut response = response.unwrap_or_else(|error| panic!("{error}: {value}"));
    *response.headers_mut() = headers(value);
    response
}

fn headers(value: &Value) -> HeaderMap {
    let none = Map::new();
    let pairs = value["headers"].as_object().unwrap_or(&none);
    let pairs = pairs.iter().map(|(name, value)| {
        let name = name.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, value.as_str().unwrap_or_default().parse().unwrap_or_else(|error| panic!("{value}: {error}")))
    });
    pairs.collect()
}

fn body(value: &Value) -> Vec<u8> {
    match value.get("body_base64").and_then(Value::as_str) {
        Some(text) => Blob::from_base64(text).unwrap_or_else(|| panic!("not base64: {text}")).into(),
        None => text(value, "/body").as_bytes().to_vec(),
    }
}

/// Returns a request as [`request`] takes it.
pub fn request_json(request: &Request<Vec<u8>>) -> Value {
    json!({
        "method": request.method().as_str(),
        "path": request.uri().path(),
        "query_raw": request.uri().query().unwrap_or_default(),
        "headers": headers_json(request.headers()),
        "body_base64": Blob::from(request.body().as_slice()).to_base64(),
    })
}

/// Returns a response as [`response`] takes it.
pub fn response_json(response: &Response<Vec<u8>>) -> Value {
    json!({
        "status": response.status().as_u16(),
        "headers": headers_json(response.headers()),
        "body_base64": Blob::from(response.body().as_slice()).to_base64(),
    })
}

fn headers_json(headers: &HeaderMap) -> Value {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers
        .iter()
        .map(|(name, value)| (name.to_string(), Value::String(text(value))))
        .collect::<Map<_, _>>()
        .into()
}
