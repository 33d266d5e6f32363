//! Payloads of bytes and their content type, which is a member of the output.

use cloudfront_http::http::header::CONTENT_TYPE;
use cloudfront_http::{GetFunction, Operation};
use cloudfront_shapes::GetFunctionResult;

/// Returns the content type of a response, and the output that a client reads.
fn sent(output: &GetFunctionResult) -> (Option<String>, GetFunctionResult) {
    let response = GetFunction::build_response(output).expect("the output can be sent");
    let value = response.headers().get(CONTENT_TYPE).map(|value| value.to_str().expect("ASCII").to_owned());
    (value, GetFunction::parse_response(&response).expect("readable"))
}

#[test]
fn an_absent_payload_has_no_content_type() {
    let output = GetFunctionResult::default().e_tag("ETVPDKIKX0DER");
    assert_eq!(sent(&output), (None, output));
}

#[test]
fn a_content_type_is_kept() {
    let output = GetFunctionResult::default().content_type("text/javascript");
    assert_eq!(sent(&output), (Some("text/javascript".to_owned()), output.clone()));
    let output = output.function_code(b"1".as_slice());
    assert_eq!(sent(&output), (Some("text/javascript".to_owned()), output));
}

#[test]
fn bytes_without_a_content_type_are_bytes() {
    let output = GetFunctionResult::default().function_code(b"1".as_slice());
    let usual = "application/octet-stream";
    assert_eq!(sent(&output), (Some(usual.to_owned()), output.clone().content_type(usual)));
}
