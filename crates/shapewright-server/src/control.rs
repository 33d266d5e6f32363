//! Requests to the server itself, under `/_shapewright`.

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri};
use http_body_util::Full;
use serde_json::json;

use crate::faults::Faults;
use crate::service::Service;

/// The answer to a request to the server itself; `None` for a request to the service.
pub(crate) fn answer(service: &Service, request: &Request<Bytes>) -> Option<Response<Full<Bytes>>> {
    let path = request.uri().path();
    let rest = match path {
        "/moto-api/reset" => "reset",
        _ => path.strip_prefix("/_shapewright")?.trim_matches('/'),
    };
    if let Err(text) = refuse_foreign(request.headers(), request.uri()) {
        return Some(plain(403, text));
    }
    let get = request.method() == Method::GET;
    let post = request.method() == Method::POST;
    Some(match rest {
        "health" if get => json_response(&json!({"status": "ok"})),
        "reset" if post => {
            service.reset();
            json_response(&json!({"status": "ok"}))
        }
        "faults" if get => json_response(&json!(service.current_faults())),
        "faults" if post => set_faults(service, request.body()),
        "requests" if get => json_response(&json!({"requests": service.seen(after(request.uri()))})),
        "reset" => not_allowed("POST"),
        "faults" => not_allowed("GET, POST"),
        "health" | "requests" => not_allowed("GET"),
        _ => plain(404, "There is nothing here. See /_shapewright/health, reset, faults and requests.\n"),
    })
}

fn set_faults(service: &Service, body: &[u8]) -> Response<Full<Bytes>> {
    let faults: Faults = match serde_json::from_slice(body) {
        Ok(faults) => faults,
        Err(error) => return problems(&[error.to_string()]),
    };
    match service.set_faults(faults) {
        Ok(()) => json_response(&json!(service.current_faults())),
        Err(found) => problems(&found),
    }
}

/// The number after which requests are wanted: `?after=12`.
fn after(uri: &Uri) -> u64 {
    let query = uri.query().unwrap_or_default().split('&');
    query
        .filter_map(|part| part.strip_prefix("after="))
        .find_map(|number| number.parse().ok())
        .unwrap_or_default()
}

/// Refuses a web page that is elsewhere: by its origin, and by the name of the host, which a page can make its own
/// (DNS rebinding).
fn refuse_foreign(headers: &HeaderMap, uri: &Uri) -> Result<(), &'static str> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let authority = text(HOST).or_else(|| uri.authority().map(http::uri::Authority::as_str));
    if !authority.is_none_or(is_loopback) {
        return Err("Only localhost and loopback addresses have this page.\n");
    }
    match headers.get(ORIGIN) {
        None => Ok(()),
        Some(_) if text(ORIGIN).and_then(|origin| origin.strip_prefix("http://")) == authority => Ok(()),
        Some(_) => Err("Pages of other origins cannot use this.\n"),
    }
}

/// Whether the host of an authority is this machine.
fn is_loopback(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<http::uri::Authority>() else { return false };
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A response with a text.
pub(crate) fn plain(status: u16, text: &'static str) -> Response<Full<Bytes>> {
    respond(status, "text/plain; charset=utf-8", Bytes::from_static(text.as_bytes()))
}

fn json_response(value: &serde_json::Value) -> Response<Full<Bytes>> {
    respond(200, "application/json", Bytes::from(value.to_string()))
}

fn problems(found: &[String]) -> Response<Full<Bytes>> {
    respond(400, "application/json", Bytes::from(json!({"problems": found}).to_string()))
}

fn not_allowed(methods: &'static str) -> Response<Full<Bytes>> {
    let mut response = plain(405, "This method is not allowed here.\n");
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(methods));
    response
}

fn respond(status: u16, content_type: &'static str, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use http::header::{HOST, ORIGIN};
    use http::{HeaderMap, Uri};

    use super::refuse_foreign;

    fn is_refused(host: &str, origin: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().expect("a host"));
        if !origin.is_empty() {
            headers.insert(ORIGIN, origin.parse().expect("an origin"));
        }
        refuse_foreign(&headers, &Uri::from_static("/_shapewright/")).is_err()
    }

    #[test]
    fn pages_elsewhere_are_refused() {
        assert!(!is_refused("localhost:4510", ""));
        assert!(!is_refused("127.0.0.1:4510", "http://127.0.0.1:4510"));
        assert!(!is_refused("[::1]:4510", ""));
        assert!(is_refused("localhost:4510", "http://example.com"));
        assert!(is_refused("localhost:4510", "null"));
        assert!(is_refused("localhost:4510", "http://localhost:8080"));
        assert!(is_refused("rebound.example.com:4510", ""));
        assert!(is_refused("127.0.0.1.example.com", "http://127.0.0.1.example.com"));
    }
}
