//! The length that a message says its body has.

use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};

use crate::Body;

/// Why a received body is only the start of the body that was sent, or `None` if it is whole.
///
/// RFC 9112 gives `Content-Length` no meaning beside `Transfer-Encoding`. A library that decompresses a body may leave
/// the length of the compressed one. An empty body of bytes may be one that the caller reads later.
pub(crate) fn truncation(headers: &HeaderMap, body: &[u8], content: &Body) -> Option<String> {
    let is_streamed = body.is_empty() && matches!(content, Body::Raw { .. });
    if is_streamed || headers.contains_key(TRANSFER_ENCODING) || headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    let said: u64 = headers.get(CONTENT_LENGTH)?.to_str().ok()?.trim_ascii().parse().ok()?;
    let has = body.len() as u64;
    (said > has).then(|| format!("the body is truncated: it has {has} bytes, and `Content-Length` is {said}"))
}
