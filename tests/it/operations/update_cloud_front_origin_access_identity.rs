//! `UpdateCloudFrontOriginAccessIdentity`, member by member and exception by exception as its page lists them.

use crate::operations::exceptions::assert_exceptions;
use crate::operations::members::{
    Kind, Member, assert_members, assert_round_trip, assert_types, assert_violations, optional, read, report,
    required, with_members,
};
use cloudfront_errors::{CommonError, ErrorDetails, UpdateCloudFrontOriginAccessIdentityError};
use cloudfront_shapes::{
    CloudFrontOriginAccessIdentity, CloudFrontOriginAccessIdentityConfig,
    UpdateCloudFrontOriginAccessIdentityRequest, UpdateCloudFrontOriginAccessIdentityResult,
};
use cloudfront_validators::{Validate, Violation};
use serde_json::{Value, json};

/// The members of the request, and the violations if they are absent or empty.
const REQUEST: &[Member] = &[
    required(
        "/CloudFrontOriginAccessIdentityConfig",
        Kind::Dict,
        (
            "update-cloud-front-origin-access-identity-request-cloud-front-origin-access-identity-config-required",
            "MalformedXML",
            "CloudFrontOriginAccessIdentityConfig is missing",
        ),
    ),
    required(
        "/CloudFrontOriginAccessIdentityConfig/CallerReference",
        Kind::String,
        (
            "cloud-front-origin-access-identity-config-caller-reference-required",
            "MalformedXML",
            "CallerReference is missing",
        ),
    ),
    required(
        "/CloudFrontOriginAccessIdentityConfig/Comment",
        Kind::String,
        ("cloud-front-origin-access-identity-config-comment-required", "MalformedXML", "Comment is missing"),
    ),
    Member {
        pointer: "/Id",
        kind: Kind::String,
        absent: Some((
            "update-cloud-front-origin-access-identity-request-id-required",
            "MalformedXML",
            "Id is missing",
        )),
        empty: Some((
            "update-cloud-front-origin-access-identity-request-id-label",
            "InvalidArgument",
            "Id is empty, but is part of the request URI",
        )),
    },
    // Optional in the model, but the service rejects updates without it.
    Member {
        pointer: "/IfMatch",
        kind: Kind::String,
        absent: Some((
            "update-cloud-front-origin-access-identity-request-if-match-required",
            "InvalidIfMatchVersion",
            "IfMatch is missing",
        )),
        empty: Some((
            "update-cloud-front-origin-access-identity-request-if-match-pattern",
            "InvalidIfMatchVersion",
            "IfMatch \"\" does not match its pattern",
        )),
    },
];

/// The members of the response.
const RESPONSE: &[Member] = &[
    optional("/CloudFrontOriginAccessIdentity", Kind::Dict),
    optional("/CloudFrontOriginAccessIdentity/Id", Kind::String),
    optional("/CloudFrontOriginAccessIdentity/S3CanonicalUserId", Kind::String),
    optional("/CloudFrontOriginAccessIdentity/CloudFrontOriginAccessIdentityConfig", Kind::Dict),
    optional(
        "/CloudFrontOriginAccessIdentity/CloudFrontOriginAccessIdentityConfig/CallerReference",
        Kind::String,
    ),
    optional("/CloudFrontOriginAccessIdentity/CloudFrontOriginAccessIdentityConfig/Comment", Kind::String),
    optional("/ETag", Kind::String),
];

/// The exceptions in the page's order, with their HTTP statuses.
const EXCEPTIONS: &[(&str, u16)] = &[
    ("PreconditionFailed", 412),
    ("AccessDenied", 403),
    ("MissingBody", 400),
    ("InconsistentQuantities", 400),
    ("IllegalUpdate", 400),
    ("InvalidArgument", 400),
    ("InvalidIfMatchVersion", 400),
    ("NoSuchCloudFrontOriginAccessIdentity", 404),
];

/// Returns a valid request with every member.
fn request() -> Value {
    json!({
        "CloudFrontOriginAccessIdentityConfig": { "CallerReference": "2026-11-20", "Comment": "Reads the videos" },
        "Id": "E74FTE3EXAMPLE",
        "IfMatch": "E2QWRUHEXAMPLE",
    })
}

/// Returns a response with every member.
fn response() -> Value {
    json!({
        "CloudFrontOriginAccessIdentity": {
            "Id": "E74FTE3EXAMPLE",
            "S3CanonicalUserId": "cd13868f797c227fbea2830611a26fe0a21ba1b826ab4bed9b7771c9aEXAMPLE",
            "CloudFrontOriginAccessIdentityConfig": {
                "CallerReference": "2026-11-20",
                "Comment": "Reads the videos",
            },
        },
        "ETag": "E3UN6WX5EXAMPLE",
    })
}

type Request = UpdateCloudFrontOriginAccessIdentityRequest;

/// Returns all violations of the request with another value at one place, as text.
fn violations(pointer: &str, value: Value) -> String {
    report::<Request>(&request(), pointer, value).to_string()
}

#[test]
fn the_request_has_the_members_of_the_page() {
    assert_eq!(REQUEST.len(), 5);
    assert_members(&request(), REQUEST);
    assert_round_trip::<Request>(&request(), REQUEST);
    assert_types::<Request>(&request(), REQUEST);
}

#[test]
fn absent_and_empty_members_are_reported() {
    assert_violations::<Request>(&request(), REQUEST);
}

#[test]
fn members_have_the_types_of_the_page() {
    let UpdateCloudFrontOriginAccessIdentityRequest {
        cloud_front_origin_access_identity_config,
        id,
        if_match,
        ..
    } = with_members(read(&request()), &["CloudFrontOriginAccessIdentityConfig", "Id", "IfMatch"]);
    let _: (Option<String>, Option<String>) = (id, if_match);
    let CloudFrontOriginAccessIdentityConfig { caller_reference, comment, .. } = with_members(
        cloud_front_origin_access_identity_config.expect("is there"),
        &["CallerReference", "Comment"],
    );
    let config: (Option<String>, Option<String>) = (caller_reference, comment);
    assert_eq!(config, (Some("2026-11-20".into()), Some("Reads the videos".into())));

    let UpdateCloudFrontOriginAccessIdentityResult { cloud_front_origin_access_identity, e_tag, .. } =
        with_members(read(&response()), &["CloudFrontOriginAccessIdentity", "ETag"]);
    assert_eq!(e_tag.as_deref(), Some("E3UN6WX5EXAMPLE"));
    let CloudFrontOriginAccessIdentity {
        id,
        s3_canonical_user_id,
        cloud_front_origin_access_identity_config: config,
        ..
    } = with_members(
        cloud_front_origin_access_identity.expect("is there"),
        &["Id", "S3CanonicalUserId", "CloudFrontOriginAccessIdentityConfig"],
    );
    let _: (Option<String>, Option<String>) = (id, s3_canonical_user_id);
    let _: Option<CloudFrontOriginAccessIdentityConfig> = config;
}

#[test]
fn setters_and_assignments_make_the_same_request() {
    let by_setters = Request::default()
        .cloud_front_origin_access_identity_config(
            CloudFrontOriginAccessIdentityConfig::default()
                .caller_reference("2026-11-20")
                .comment("Reads the videos"),
        )
        .id("E74FTE3EXAMPLE")
        .if_match("E2QWRUHEXAMPLE");
    assert_eq!(by_setters, read(&request()));
    let mut config = CloudFrontOriginAccessIdentityConfig::default();
    config.caller_reference = Some("2026-11-20".into());
    config.comment = Some("Reads the videos".into());
    let mut assigned = Request::default().if_match("E2QWRUHEXAMPLE");
    assigned.cloud_front_origin_access_identity_config = Some(config);
    assigned.id = Some("E74FTE3EXAMPLE".into());
    assert_eq!(assigned, by_setters);
}

#[test]
fn an_empty_request_gives_all_violations_at_once_in_the_order_of_the_model() {
    let report = Request::default().validate();
    let pointers: Vec<_> = report.iter().map(Violation::pointer).collect();
    assert_eq!(pointers, ["/CloudFrontOriginAccessIdentityConfig", "/Id", "/IfMatch"]);
    let config = CloudFrontOriginAccessIdentityConfig::default();
    let report = Request::default().cloud_front_origin_access_identity_config(config).validate();
    let pointers: Vec<_> = report.iter().map(Violation::pointer).collect();
    let expected = [
        "/CloudFrontOriginAccessIdentityConfig/CallerReference",
        "/CloudFrontOriginAccessIdentityConfig/Comment",
        "/Id",
        "/IfMatch",
    ];
    assert_eq!(pointers, expected);
}

#[test]
fn comments_have_up_to_128_characters() {
    let pointer = "/CloudFrontOriginAccessIdentityConfig/Comment";
    assert_eq!(violations(pointer, json!("é".repeat(128))), "");
    assert_eq!(
        violations(pointer, json!("é".repeat(129))),
        "error[InvalidArgument]: Comment has 129 characters instead of at most 128\n  \
         at /CloudFrontOriginAccessIdentityConfig/Comment\n  \
         rule cloud-front-origin-access-identity-config-comment-length: use at most 128 characters"
    );
}

#[test]
fn the_response_has_the_members_of_the_page() {
    assert_eq!(RESPONSE.len(), 7);
    assert_members(&response(), RESPONSE);
    assert_round_trip::<UpdateCloudFrontOriginAccessIdentityResult>(&response(), RESPONSE);
    assert_types::<UpdateCloudFrontOriginAccessIdentityResult>(&response(), RESPONSE);
}

#[test]
fn exceptions_are_those_of_the_page() {
    assert_eq!(EXCEPTIONS.len(), 8);
    assert_exceptions!(UpdateCloudFrontOriginAccessIdentityError, EXCEPTIONS);
}

#[test]
fn violations_become_errors() {
    use UpdateCloudFrontOriginAccessIdentityError as Error;

    let error = |pointer, value| {
        let report = report::<Request>(&request(), pointer, value);
        report.iter().next().and_then(Violation::to_error::<Error>)
    };
    let details = ErrorDetails::with_message;
    assert_eq!(
        error("/CloudFrontOriginAccessIdentityConfig", Value::Null),
        Some(Error::Common(CommonError::MalformedXml(details(
            "1 validation error detected: Value null at 'cloudFrontOriginAccessIdentityConfig' failed to satisfy \
             constraint: Member must not be null"
        ))))
    );
    assert_eq!(
        error("/CloudFrontOriginAccessIdentityConfig/Comment", json!("x".repeat(200))),
        Some(Error::InvalidArgument(details(
            "Comment has 200 characters instead of at most 128 at /CloudFrontOriginAccessIdentityConfig/Comment"
        )))
    );
    assert_eq!(
        error("/Id", json!("")),
        Some(Error::InvalidArgument(details("Id is empty, but is part of the request URI at /Id")))
    );
    for if_match in [Value::Null, json!("")] {
        let found = error("/IfMatch", if_match);
        assert!(matches!(found, Some(Error::InvalidIfMatchVersion(_))), "{found:?}");
    }
    assert_eq!(error("/Id", json!("E1")), None);
}
