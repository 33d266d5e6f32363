//! Messages as readable text: a line with two words, headers, an empty line, the body.

use shapewright_http::http::header::{HeaderName, HeaderValue};
use shapewright_http::http::{HeaderMap, Request, Response};

/// A parsed message.
pub(super) struct Message<'a> {
    /// The method, or the name of an operation.
    pub(super) first: &'a str,
    /// The address, or the status.
    pub(super) second: &'a str,
    headers: HeaderMap,
    body: &'a [u8],
}

impl<'a> Message<'a> {
    /// Reads a message; `None` if the part before the body is not UTF-8. Lines that are not headers are skipped.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.windows(2).position(|pair| pair == b"\n\n");
        let (head, body) = match end {
            Some(end) => (&bytes[..end], &bytes[end + 2..]),
            None => (bytes, &b""[..]),
        };
        let mut lines = std::str::from_utf8(head).ok()?.split('\n');
        let (first, second) = lines.next()?.split_once(' ')?;
        let mut headers = HeaderMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
                // Fails if there are too many headers.
                let _ = headers.try_append(name, value);
            }
        }
        Some(Message { first, second, headers, body })
    }

    /// Converts to a request; `None` if method or URI is invalid.
    pub(super) fn request(self) -> Option<Request<&'a [u8]>> {
        let mut request = Request::new(self.body);
        *request.method_mut() = self.first.parse().ok()?;
        *request.uri_mut() = self.second.parse().ok()?;
        *request.headers_mut() = self.headers;
        Some(request)
    }

    /// Converts to a response; `None` if the status is invalid.
    pub(super) fn response(self) -> Option<Response<&'a [u8]>> {
        let mut response = Response::new(self.body);
        *response.status_mut() = self.second.parse().ok()?;
        *response.headers_mut() = self.headers;
        Some(response)
    }
}

/// Returns the text of a message.
pub(super) fn text(first: &str, second: &str, headers: &HeaderMap, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{first} {second}\n").into_bytes();
    for (name, value) in headers {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\n"].concat());
    }
    bytes.push(b'\n');
    bytes.extend(body);
    bytes
}
