//! Sends converted inputs with the official client, and converts its outputs.

use std::sync::{Arc, Mutex};

use aws_sdk_cloudfront::Client;
use cloudfront_aws_sdk::{Convert, Request};
use cloudfront_http::http;
use cloudfront_shapes::{DistributionConfig, HttpVersion, UpdateDistributionRequest};
use serde_json::Value;
use shapewright_tests::cases::request;
use shapewright_tests_aws_sdk::client::{client, run};
use shapewright_tests_aws_sdk::send::update;

/// The requests that were sent.
type Sent = Arc<Mutex<Vec<http::Request<Vec<u8>>>>>;

/// Returns a client that records every request and responds with the same document, as the service does.
fn echo() -> (Client, Sent) {
    let sent = Sent::default();
    let kept = sent.clone();
    let client = client(move |request| {
        let config = String::from_utf8_lossy(request.body()).into_owned();
        kept.lock().expect("no thread panics with the lock").push(request);
        let body = format!(
            "<Distribution><Id>EDFDVBD6EXAMPLE</Id><ARN>a</ARN><Status>InProgress</Status>\
             <LastModifiedTime>2026-11-20T12:00:00.123456789Z</LastModifiedTime>\
             <InProgressInvalidationBatches>0</InProgressInvalidationBatches>\
             <DomainName>d111111abcdef8.cloudfront.net</DomainName>{config}</Distribution>"
        );
        let response = http::Response::builder().header("ETag", "E2NEW");
        response.body(body.into_bytes()).expect("a valid response")
    });
    (client, sent)
}

/// Returns the parameters of a valid update.
fn parameters() -> Value {
    request("distribution-update").params
}

#[test]
fn an_update_is_sent_and_its_answer_read() {
    let (client, sent) = echo();
    let text = parameters().to_string();
    let result = run(update(&client, &text)).unwrap_or_else(|error| panic!("{error:?}"));

    let sent = sent.lock().expect("nobody panicked");
    let [request] = sent.as_slice() else { panic!("{} requests", sent.len()) };
    assert_eq!(request.method(), "PUT");
    assert_eq!(request.uri().path(), "/2020-05-31/distribution/EDFDVBD6EXAMPLE/config");
    assert_eq!(request.headers()["If-Match"], "E2QWRUHAPOMQZL");

    // The response has the configuration of the request, with the same members.
    assert_eq!(result.e_tag.as_deref(), Some("E2NEW"));
    let distribution = result.distribution.expect("the response has a distribution");
    let time = distribution.last_modified_time.map(|time| time.to_string());
    assert_eq!(time.as_deref(), Some("2026-11-20T12:00:00.123456789Z"));
    let expected: UpdateDistributionRequest = serde_json::from_value(parameters()).expect("readable");
    let expected = expected.distribution_config.expect("is there");
    let returned = distribution.distribution_config.expect("the response has a configuration");
    assert_eq!(serde_json::to_value(returned).ok(), serde_json::to_value(expected).ok());
}

#[test]
fn what_is_not_valid_is_not_sent() {
    let (client, sent) = echo();
    let mut parameters = parameters();
    parameters["DistributionConfig"]["Origins"]["Quantity"] = 7.into();
    let error = run(update(&client, &parameters.to_string())).expect_err("the request is invalid");
    assert!(error.to_string().contains("InconsistentQuantities"), "{error}");
    assert!(sent.lock().expect("nobody panicked").is_empty());
}

#[test]
fn a_missing_member_is_named() {
    let mut parameters = parameters();
    let config = parameters["DistributionConfig"].as_object_mut().expect("an object");
    config.remove("CallerReference");
    let request: UpdateDistributionRequest = serde_json::from_value(parameters).expect("readable");
    let error = request.into_builder().expect_err("the SDK requires it");
    assert_eq!((error.shape(), error.member()), ("DistributionConfig", Some("CallerReference")));
    let text = "DistributionConfig.CallerReference is missing, and the SDK's type requires it: set it \
                (at /DistributionConfig/CallerReference)";
    assert_eq!(error.to_string(), text);
}

#[test]
fn unknown_values_are_sent_as_they_are() {
    let config: DistributionConfig =
        serde_json::from_value(parameters()["DistributionConfig"].clone()).expect("readable");
    let sdk = config.http_version("http9").into_sdk().expect("fits");
    assert_eq!(sdk.http_version.as_ref().map(|version| version.as_str()), Some("http9"));
    assert_eq!(DistributionConfig::from_sdk(sdk).http_version, Some(HttpVersion::from("http9")));
}

#[test]
fn the_readme_shows_the_example() {
    let (_, example) = include_str!("../../src/send.rs").split_once("\n\n").expect("a comment comes first");
    assert!(include_str!("../../../../docs/aws-sdk.md").contains(example), "the page shows:\n{example}");
}
