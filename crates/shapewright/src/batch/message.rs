//! Requests and responses as JSON: `{"method", "path", "query_raw", "headers", "body" | "body_base64"}` and
//! `{"status", "headers", "body" | "body_base64"}`.

use cloudfront::http::http::{
    HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri,
};
use serde_json::{Map, Value, json};
use shapewright_runtime::Blob;

use super::failure::Failure;
use super::line::unknown_key;

/// The keys of a request.
const REQUEST: [&str; 6] = ["method", "path", "query_raw", "headers", "body", "body_base64"];

/// The keys of a response.
const RESPONSE: [&str; 4] = ["status", "headers", "body", "body_base64"];

/// Reads a request.
pub(crate) fn request(value: &Value) -> Result<Request<Vec<u8>>, Failure> {
    check_keys(value, "request", &REQUEST)?;
    let missing = |key: &str| Failure::new(format!("`request.{key}` is missing"));
    let method = string(value, "request", "method")?.ok_or_else(|| missing("method"))?;
    let method: Method =
        method.parse().map_err(|_| Failure::new(format!("`{method}` is not an HTTP method")))?;
    let path = string(value, "request", "path")?.ok_or_else(|| missing("path"))?;
    let query = string(value, "request", "query_raw")?.unwrap_or_default();
    let mut request = Request::new(body(value)?);
    *request.method_mut() = method;
    *request.uri_mut() = address(path, query)?;
    *request.headers_mut() = headers(value)?;
    Ok(request)
}

/// The address with this path and this query, which may be empty.
fn address(path: &str, query: &str) -> Result<Uri, Failure> {
    if path.contains('?') && !query.is_empty() {
        return Err(Failure::new("`request.path` has a query, and `request.query_raw` is another")
            .help("give the query in one of them"));
    }
    for (key, text) in [("path", path), ("query_raw", query)] {
        // `Uri` would cut it off.
        if text.contains('#') {
            return Err(Failure::new(format!("`request.{key}` has a `#`, which no request can have"))
                .help("write `%23`, or remove the fragment"));
        }
    }
    let target = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    target.parse().map_err(|error| {
        if path.starts_with('/') {
            return Failure::new(format!("`{target}` is not a path with a query: {error}"));
        }
        Failure::new(format!("`request.path` is `{path}`")).help("the path of a request begins with `/`")
    })
}

/// Reads a response.
pub(crate) fn response(value: &Value) -> Result<Response<Vec<u8>>, Failure> {
    check_keys(value, "response", &RESPONSE)?;
    let status = value.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let mut response = Response::new(body(value)?);
    *response.status_mut() =
        status.ok_or_else(|| Failure::new("`response.status` is missing or not an HTTP status"))?;
    *response.headers_mut() = headers(value)?;
    Ok(response)
}

/// Rejects values other than objects, and unknown keys.
pub(crate) fn check_keys(value: &Value, what: &str, known: &[&str]) -> Result<(), Failure> {
    let entries = value.as_object().ok_or_else(|| Failure::new(format!("`{what}` is not an object")))?;
    match entries.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(unknown_key(&format!("unknown key `{what}.{key}`"), key, known)),
        None => Ok(()),
    }
}

/// An optional string.
fn string<'a>(value: &'a Value, what: &str, key: &str) -> Result<Option<&'a str>, Failure> {
    match value.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Failure::new(format!("`{what}.{key}` is not a string"))),
    }
}

/// An object whose values are strings or lists of strings.
fn headers(value: &Value) -> Result<HeaderMap, Failure> {
    let mut headers = HeaderMap::new();
    let given = match value.get("headers") {
        None | Some(Value::Null) => return Ok(headers),
        Some(Value::Object(given)) => given,
        Some(_) => return Err(Failure::new("`headers` is not an object")),
    };
    for (name, value) in given {
        let key: HeaderName =
            name.parse().map_err(|_| Failure::new(format!("`{name}` cannot be the name of a header")))?;
        let values = match value {
            Value::Array(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values {
            let text =
                value.as_str().ok_or_else(|| Failure::new(format!("the header `{name}` is not a string")))?;
            let value = HeaderValue::from_str(text).or_else(|_| HeaderValue::from_bytes(text.as_bytes()));
            let value =
                value.map_err(|_| Failure::new(format!("the header `{name}` has control characters")))?;
            headers.try_append(key.clone(), value).map_err(|_| Failure::new("there are too many headers"))?;
        }
    }
    Ok(headers)
}

/// The largest number of elements without text in a body. Like objects in a line, structures take much more memory than
/// their tags.
const MOST_STRUCTURES: usize = 50_000;

fn body(value: &Value) -> Result<Vec<u8>, Failure> {
    let body = bytes(value)?;
    if structures(&body) > MOST_STRUCTURES {
        let message = format!("the body has more than {MOST_STRUCTURES} elements without text");
        return Err(Failure::new(message));
    }
    Ok(body)
}

/// Counts the elements of a document that have no text: empty ones, and those that end with another element.
fn structures(document: &[u8]) -> usize {
    let pairs = document.windows(2).enumerate();
    let ends = pairs.filter(|(position, pair)| match pair {
        [b'/', b'>'] => true,
        [b'<', b'/'] => without_blanks(&document[..*position]).ends_with(b">"),
        _ => false,
    });
    ends.count()
}

/// Removes white space from the end of a text, and references to white space: `&#32;`, `&#x20;`.
fn without_blanks(mut text: &[u8]) -> &[u8] {
    loop {
        text = text.trim_ascii_end();
        match without_blank_reference(text) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

fn without_blank_reference(text: &[u8]) -> Option<&[u8]> {
    let reference = text.strip_suffix(b";")?;
    let is_before_number = |byte: &u8| !byte.is_ascii_hexdigit() && *byte != b'x';
    let (before, number) = reference.split_at(reference.iter().rposition(is_before_number)? + 1);
    let number = std::str::from_utf8(number).ok()?;
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let is_blank = matches!(code, Ok(0x9 | 0xA | 0xD | 0x20));
    before.strip_suffix(b"&#").filter(|_| is_blank)
}

fn bytes(value: &Value) -> Result<Vec<u8>, Failure> {
    let given = |key: &str| value.get(key).filter(|value| !value.is_null());
    match (given("body"), given("body_base64")) {
        (None, None) => Ok(Vec::new()),
        (Some(Value::String(text)), None) => Ok(text.clone().into_bytes()),
        (None, Some(Value::String(text))) => {
            let bytes = Blob::from_base64(text).map(Vec::from);
            bytes.ok_or_else(|| Failure::new("`body_base64` is not base64"))
        }
        (Some(_), Some(_)) => Err(Failure::new("`body` and `body_base64` exclude each other")),
        _ => Err(Failure::new("the body is not a string")),
    }
}

/// Writes a request.
pub(crate) fn of_request(request: &Request<Vec<u8>>) -> Value {
    let mut value = parts(request.headers(), request.body());
    value.insert("method".to_owned(), json!(request.method().as_str()));
    value.insert("path".to_owned(), json!(request.uri().path()));
    value.insert("query_raw".to_owned(), json!(request.uri().query().unwrap_or_default()));
    Value::Object(value)
}

/// Writes a response.
pub(crate) fn of_response(response: &Response<Vec<u8>>) -> Value {
    let mut value = parts(response.headers(), response.body());
    value.insert("status".to_owned(), json!(response.status().as_u16()));
    Value::Object(value)
}

fn parts(headers: &HeaderMap, body: &[u8]) -> Map<String, Value> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers: Map<String, Value> =
        headers.iter().map(|(name, value)| (name.as_str().to_owned(), json!(text(value)))).collect();
    let (key, body) = match std::str::from_utf8(body) {
        Ok(text) => ("body", text.to_owned()),
        Err(_) => ("body_base64", Blob::from(body).to_base64()),
    };
    Map::from_iter([("headers".to_owned(), Value::Object(headers)), (key.to_owned(), json!(body))])
}
