//! Responses have the form of the real service's: the same bytes, headers and orders.
//!
//! `tests/fixtures/wire/answers` has responses of CloudFront that were recorded with their `Content-Length`, with other
//! ids, names and times of the same length, and orders of lists that were observed.

use std::path::PathBuf;

use cloudfront_errors::{DeleteDistributionError, ErrorDetails};
use cloudfront_http::http::Response;
use cloudfront_http::{
    DeleteDistribution, GetFieldLevelEncryptionConfig, Operation, ReadOptions, ResponseOptions,
};
use cloudfront_shapes::{
    FieldLevelEncryptionConfig, GetFieldLevelEncryptionConfigResult, QueryArgProfile, QueryArgProfileConfig,
    QueryArgProfiles,
};
use serde_json::{Value, json};
use shapewright_tests::model::root;
use shapewright_tests::wire::{empty, filled, json_of, text, vectors};

const REQUEST_ID: &str = "4c8a4f0e-91d0-11ea-9c3f-8f6f0d7a2b1c";

/// Returns our response for an output in JSON.
fn built(operation: &str, output: &Value) -> Response<Vec<u8>> {
    let binding = cloudfront_http::operation(operation).expect("the operation is known");
    let output = filled(binding.output.shape, output).expect("the fixture is an output");
    let options = ResponseOptions::default().request_id(REQUEST_ID);
    binding.build_response_with(&*output, options).expect("the output can be sent")
}

fn header<'r>(response: &'r Response<Vec<u8>>, name: &str) -> Option<&'r str> {
    response.headers().get(name).map(|value| value.to_str().expect("headers are ASCII"))
}

fn read(path: &PathBuf) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lists of the outputs are in other orders than in the responses, and some are empty.
#[test]
fn recorded_responses_are_rebuilt_to_the_byte() {
    let names = [
        "get-distribution-config",
        "get-streaming-distribution-config",
        "list-streaming-distributions",
        "list-tags",
        "update-streaming-distribution",
    ];
    for name in names {
        let path = root().join("tests/fixtures/wire/answers").join(name);
        let recorded: Value =
            serde_json::from_str(&read(&path.with_extension("json"))).expect("the fixture is JSON");
        let document = read(&path.with_extension("xml"));
        let document = document.strip_suffix('\n').expect("a text file ends with a line feed");
        let response = built(text(&recorded, "/operation"), &recorded["result"]);
        assert_eq!(String::from_utf8_lossy(response.body()), document, "{name}");
        assert_eq!(
            header(&response, "content-length"),
            Some(recorded["length"].to_string().as_str()),
            "{name}"
        );
        assert_eq!(header(&response, "content-type"), Some("text/xml"), "{name}");
        assert_eq!(header(&response, "x-amzn-requestid"), Some(REQUEST_ID), "{name}");
        assert_eq!(header(&response, "etag"), recorded["etag"].as_str(), "{name}");
        let known = 3 + usize::from(recorded.get("etag").is_some());
        assert_eq!(response.headers().len(), known, "{name}: {:?}", response.headers());
    }
}

/// Returns a value inside objects and lists, at a JSON Pointer.
fn nested(pointer: &str, value: Value) -> Value {
    pointer.rsplit('/').filter(|name| !name.is_empty()).fold(value, |inner, name| match name {
        "0" => json!([inner]),
        name => json!({ name: inner }),
    })
}

#[test]
fn lists_have_the_order_of_the_service() {
    let vectors = vectors("answers/orders.jsonl");
    assert!(vectors.len() > 10);
    for vector in vectors {
        let (operation, at, about) =
            (text(&vector, "/operation"), text(&vector, "/list"), text(&vector, "/about"));
        let response = built(operation, &nested(at, vector["given"].clone()));
        let binding = cloudfront_http::operation(operation).expect("the operation is known");
        let mut output = empty(binding.output.shape);
        let outcome = binding.parse_response(&response, ReadOptions::default(), &mut *output);
        outcome.unwrap_or_else(|error| panic!("{about}: {error}"));
        assert_eq!(json_of(&*output).pointer(at), Some(&vector["answered"]), "{about}");
    }
}

/// The answer for an outdated `If-Match` has 349 bytes
/// (<https://github.com/hashicorp/terraform-provider-aws/issues/27147>). Only an apostrophe that is not escaped gives
/// this length.
#[test]
fn errors_have_the_recorded_length() {
    let message =
        "The request failed because it didn't meet the preconditions in one or more request-header fields.";
    let error = DeleteDistributionError::PreconditionFailed(ErrorDetails::with_message(message));
    let options = ResponseOptions::default().request_id(REQUEST_ID);
    let response = DeleteDistribution::build_error_with(options, &error);
    let document = format!(
        "<?xml version=\"1.0\"?>\n<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">\
         <Error><Type>Sender</Type><Code>PreconditionFailed</Code><Message>{message}</Message></Error>\
         <RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
    );
    assert_eq!(String::from_utf8_lossy(response.body()), document);
    assert_eq!((response.status().as_u16(), header(&response, "content-length")), (412, Some("349")));
    assert_eq!(header(&response, "content-type"), Some("text/xml"));
    assert_eq!(header(&response, "x-amzn-requestid"), Some(REQUEST_ID));
}

/// Lists of query arguments are there even if they are empty, as outputs in the examples of the AWS CLI show.
#[test]
fn an_empty_list_of_query_arguments_is_there() {
    let profiles = QueryArgProfiles::default().quantity(0).items(Vec::<QueryArgProfile>::new());
    let arguments = QueryArgProfileConfig::default().query_arg_profiles(profiles);
    let config = FieldLevelEncryptionConfig::default().query_arg_profile_config(arguments);
    let output = GetFieldLevelEncryptionConfigResult::default().field_level_encryption_config(config);
    let response = GetFieldLevelEncryptionConfig::build_response(&output).expect("the output can be sent");
    let body = String::from_utf8_lossy(response.body());
    let list = "<QueryArgProfiles><Quantity>0</Quantity><Items></Items></QueryArgProfiles>";
    assert!(body.contains(list), "{body}");
    assert_eq!(GetFieldLevelEncryptionConfig::parse_response(&response), Ok(output));
}
