//! Requests and responses as JSON: `{"method", "path", "query_raw", "headers", "body" | "body_base64"}` and
//! `{"status", "headers", "body" | "body_base64"}`.

use cloudfront_http::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use serde_json::{Map, Value, json};
use shapewright_runtime::Blob;

/// Reads a request.
pub(crate) fn request(value: &Value) -> Result<Request<Vec<u8>>, String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let method = text("method").ok_or("`request.method` is missing or not text")?;
    let method: Method = method.parse().map_err(|_| format!("`{method}` is not an HTTP method"))?;
    let path = text("path").ok_or("`request.path` is missing or not text")?;
    let target = match text("query_raw") {
        None | Some("") => path.to_owned(),
        Some(query) => format!("{path}?{query}"),
    };
    let uri: Uri =
        target.parse().map_err(|error| format!("`{target}` is not a path with a query: {error}"))?;
    let mut request = Request::new(body(value)?);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers(value)?;
    Ok(request)
}

/// Reads a response.
pub(crate) fn response(value: &Value) -> Result<Response<Vec<u8>>, String> {
    let status = value.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let mut response = Response::new(body(value)?);
    *response.status_mut() = status.ok_or("`response.status` is missing or not an HTTP status")?;
    *response.headers_mut() = headers(value)?;
    Ok(response)
}

/// Names with a text each, or a list of texts.
fn headers(value: &Value) -> Result<HeaderMap, String> {
    let mut headers = HeaderMap::new();
    let given = match value.get("headers") {
        None | Some(Value::Null) => return Ok(headers),
        Some(Value::Object(given)) => given,
        Some(_) => return Err("`headers` is not an object".to_owned()),
    };
    for (name, value) in given {
        let key: HeaderName = name.parse().map_err(|_| format!("`{name}` cannot be the name of a header"))?;
        let values = match value {
            Value::Array(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values {
            let text = value.as_str().ok_or_else(|| format!("the header `{name}` is not text"))?;
            let value = HeaderValue::from_str(text).or_else(|_| HeaderValue::from_bytes(text.as_bytes()));
            let value = value.map_err(|_| format!("the header `{name}` has control characters"))?;
            headers.try_append(key.clone(), value).map_err(|_| "there are too many headers")?;
        }
    }
    Ok(headers)
}

fn body(value: &Value) -> Result<Vec<u8>, String> {
    let given = |key: &str| value.get(key).filter(|value| !value.is_null());
    match (given("body"), given("body_base64")) {
        (None, None) => Ok(Vec::new()),
        (Some(Value::String(text)), None) => Ok(text.clone().into_bytes()),
        (None, Some(Value::String(text))) => {
            Blob::from_base64(text).map(Vec::from).ok_or_else(|| "`body_base64` is not base64".to_owned())
        }
        (Some(_), Some(_)) => Err("`body` and `body_base64` exclude each other".to_owned()),
        _ => Err("the body is not text".to_owned()),
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
