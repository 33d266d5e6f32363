//! Round trips of errors: every code of the model, and every error of two operations.

use cloudfront_errors::{Code, CommonError, Error, ErrorDetails, ErrorResponse, Fault, ServiceError};
use cloudfront_errors::{UpdateCloudFrontOriginAccessIdentityError, UpdateStreamingDistributionError};
use cloudfront_http::http::{Request, Response, StatusCode};
use cloudfront_http::{
    OPERATIONS, Operation, ReadOptions, ResponseError, SERVICE, UpdateCloudFrontOriginAccessIdentity,
    UpdateStreamingDistribution,
};
use shapewright_tests::model::Model;
use shapewright_tests::wire::empty;

fn details() -> ErrorDetails {
    ErrorDetails::with_message("a < b & \"c\"\r\n").with_request_id("id-1")
}

/// Returns the error of the operation that a client reads.
fn received<O: Operation>(response: &Response<Vec<u8>>) -> O::Error {
    match O::parse_response(response) {
        Err(ResponseError::Service(error)) => error,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("{} gives an output", response.status()),
    }
}

#[test]
fn every_code_of_the_model_is_written_and_read() {
    let common = CommonError::CODES.iter().filter(|code| !Error::CODES.contains(code)).count();
    assert_eq!(Code::ALL.len(), Model::read().errors().len() + common);
    for code in Code::ALL {
        let error = Error::new(code.code(), None, details());
        assert_eq!(error.kind(), Some(*code));
        let response = SERVICE.build_error(&error.to_response());
        assert_eq!(response.status(), code.status());
        let body = String::from_utf8_lossy(response.body());
        assert!(
            body.contains(&format!("<Type>{}</Type><Code>{code}</Code>", code.fault().wire_type())),
            "{body}"
        );
        // Reads the error of an operation and converts it to the error of the service.
        let received = Error::from(received::<UpdateStreamingDistribution>(&response));
        assert_eq!(received, error);
    }
}

#[test]
fn every_error_of_an_operation_is_written_and_read() {
    for code in UpdateStreamingDistributionError::CODES {
        let error = UpdateStreamingDistributionError::new(code.code(), None, details());
        assert_eq!(error.kind(), Some(*code));
        let response = UpdateStreamingDistribution::build_error(&error);
        assert_eq!(received::<UpdateStreamingDistribution>(&response), error);
    }
    for code in UpdateCloudFrontOriginAccessIdentityError::CODES {
        let error = UpdateCloudFrontOriginAccessIdentityError::new(code.code(), None, details());
        assert_eq!(error.kind(), Some(*code));
        let response = UpdateCloudFrontOriginAccessIdentity::build_error(&error);
        assert_eq!(received::<UpdateCloudFrontOriginAccessIdentity>(&response), error);
    }
}

#[test]
fn unknown_codes_are_written_and_read() {
    let unknown =
        ErrorResponse::new("NewToday").with_status(503).with_fault(Fault::Server).with_details(details());
    let error = UpdateStreamingDistributionError::unknown(unknown.clone());
    let response = UpdateStreamingDistribution::build_error(&error);
    assert_eq!(response.status(), 503);
    let received = received::<UpdateStreamingDistribution>(&response);
    assert_eq!(received, UpdateStreamingDistributionError::Unknown(unknown));
    assert!(received.is_retryable());
}

#[test]
fn every_body_gives_a_typed_error_with_the_status() {
    let bodies: [(&str, &str, Option<&str>); 9] = [
        ("", "", Some("Not Found")),
        ("<html><body>no</body></html>", "", Some("Not Found")),
        ("no", "", Some("Not Found")),
        ("{\"Code\":\"NoSuchStreamingDistribution\"}", "", Some("Not Found")),
        (
            "<ErrorResponse><Error><Code>NoSuchStreamingDistribution</Code><Mess",
            "NoSuchStreamingDistribution",
            None,
        ),
        ("<Error><Code>NoSuchStreamingDistribution</Code></Error>", "NoSuchStreamingDistribution", None),
        (
            "<e:ErrorResponse xmlns:e=\"u\"><e:Error><e:Message/><e:Code>NoSuchStreamingDistribution</e:Code></e:Error>\
             </e:ErrorResponse>",
            "NoSuchStreamingDistribution",
            Some(""),
        ),
        ("<ErrorResponse><RequestId>1</RequestId></ErrorResponse>", "", Some("Not Found")),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>", "", Some("Not Found")),
    ];
    for (body, code, message) in bodies {
        let mut response = Response::new(body.as_bytes().to_vec());
        *response.status_mut() = StatusCode::NOT_FOUND;
        let error = received::<UpdateStreamingDistribution>(&response);
        assert_eq!((error.code(), error.status(), error.message()), (code, Some(404), message), "{body}");
    }
}

#[test]
fn an_error_never_has_the_status_of_a_success() {
    let error = |status| ErrorResponse::new("X").with_status(status);
    for (said, sent) in
        [(200, 400), (204, 400), (304, 400), (100, 400), (99, 400), (301, 301), (404, 404), (503, 503)]
    {
        assert_eq!(SERVICE.build_error(&error(said)).status(), sent, "{said}");
    }
}

#[test]
fn codes_with_white_space_and_damaged_messages_are_read() {
    for damaged in [&b"\xff"[..], b"\x01", b"\xef\xbf\xbf"] {
        let start = &b"<Error><Message>"[..];
        let document = [start, damaged, b"</Message><Code> AccessDenied\n</Code></Error>"].concat();
        let mut response = Response::new(document);
        *response.status_mut() = StatusCode::FORBIDDEN;
        let error = received::<UpdateStreamingDistribution>(&response);
        assert_eq!((error.code(), error.message()), ("AccessDenied", Some("\u{FFFD}")), "{damaged:?}");
    }
}

#[test]
fn a_missing_body_is_an_error_for_every_operation_that_needs_one() {
    let mut refused = Vec::new();
    for binding in OPERATIONS {
        let required = binding.input.body.is_required();
        let mut input = empty(binding.input.shape);
        let outcome = binding.parse_request(&Request::new(Vec::new()), ReadOptions::default(), &mut *input);
        assert_eq!(outcome.is_err(), required, "{}", binding.name);
        if let Err(error) = outcome {
            assert_eq!((error.code(), error.status()), ("MissingBody", 400), "{}", binding.name);
            refused.push(binding.name);
        }
    }
    assert_eq!(refused, Model::read().operations_with_a_body());
}
