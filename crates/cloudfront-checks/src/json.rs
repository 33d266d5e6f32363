//! Members that contain JSON: resource policies and test events.

use cloudfront_shapes::{PutResourcePolicyRequest, TestFunctionRequest};
use shapewright_validation::Checker;

/// The largest depth of nested JSON.
const MAX_DEPTH: usize = 128;

/// Checks that a resource policy is JSON.
pub fn json_policy(value: &PutResourcePolicyRequest, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.policy_document.as_deref().is_none_or(|text| is_json(text.as_bytes())), rule);
}

/// Checks that the event for a test is JSON.
pub fn json_event(value: &TestFunctionRequest, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.event_object.as_deref().is_none_or(is_json), rule);
}

/// Returns whether the bytes are one JSON value.
fn is_json(bytes: &[u8]) -> bool {
    value(bytes.trim_ascii(), MAX_DEPTH).is_some_and(<[u8]>::is_empty)
}

/// Returns the bytes after the JSON value at the start; `None` if there is none.
fn value(bytes: &[u8], depth: usize) -> Option<&[u8]> {
    match bytes.split_first()? {
        (b'{', rest) => list(rest, b'}', depth, member),
        (b'[', rest) => list(rest, b']', depth, value),
        (b'"', rest) => string(rest),
        (b'-' | b'0'..=b'9', _) => number(bytes),
        _ => [&b"true"[..], b"false", b"null"].into_iter().find_map(|word| bytes.strip_prefix(word)),
    }
}

/// Returns the bytes after an object or array whose opening bracket was read.
fn list(bytes: &[u8], close: u8, depth: usize, element: fn(&[u8], usize) -> Option<&[u8]>) -> Option<&[u8]> {
    let mut rest = bytes.trim_ascii_start();
    if let Some(after) = rest.strip_prefix(&[close]) {
        return Some(after);
    }
    loop {
        rest = element(rest, depth.checked_sub(1)?)?.trim_ascii_start();
        match rest.split_first()? {
            (b',', after) => rest = after.trim_ascii_start(),
            (found, after) if *found == close => return Some(after),
            _ => return None,
        }
    }
}

/// Returns the bytes after a name, a colon and a value.
fn member(bytes: &[u8], depth: usize) -> Option<&[u8]> {
    let rest = string(bytes.strip_prefix(b"\"")?)?.trim_ascii_start();
    value(rest.strip_prefix(b":")?.trim_ascii_start(), depth)
}

/// Returns the bytes after a string whose opening quote was read.
fn string(mut bytes: &[u8]) -> Option<&[u8]> {
    loop {
        match bytes.split_first()? {
            (b'"', rest) => return Some(rest),
            (b'\\', rest) => bytes = rest.split_first()?.1,
            (0..0x20, _) => return None,
            (_, rest) => bytes = rest,
        }
    }
}

fn number(bytes: &[u8]) -> Option<&[u8]> {
    let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let length = bytes.iter().position(|byte| !is_part(byte)).unwrap_or(bytes.len());
    let (number, rest) = bytes.split_at(length);
    std::str::from_utf8(number).ok()?.parse::<f64>().ok()?;
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_differs_from_other_text() {
        for text in ["{}", "[]", " { \"a\" : [ 1 , -2.5e3 , { } ] }\n", r#""\"é""#, "null", "0"] {
            assert!(is_json(text.as_bytes()), "{text}");
        }
        for text in ["", "{", "{]", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "1 2", "-", "\"\n\"", "nul"] {
            assert!(!is_json(text.as_bytes()), "{text}");
        }
        assert!(!is_json(&[b'['; 100_000]));
    }
}
