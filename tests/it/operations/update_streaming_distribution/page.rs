//! The members and exceptions of the page of `UpdateStreamingDistribution`.

use serde_json::{Value, json};

use crate::operations::members::{Kind, Member, optional, required};

/// The members of the request, and the violations if they are absent or empty.
pub(crate) const REQUEST: &[Member] = &[
    required(
        "/StreamingDistributionConfig",
        Kind::Dict,
        (
            "update-streaming-distribution-request-streaming-distribution-config-required",
            "MalformedXML",
            "StreamingDistributionConfig is missing",
        ),
    ),
    required(
        "/StreamingDistributionConfig/CallerReference",
        Kind::String,
        (
            "streaming-distribution-config-caller-reference-required",
            "MalformedXML",
            "CallerReference is missing",
        ),
    ),
    required(
        "/StreamingDistributionConfig/S3Origin",
        Kind::Dict,
        ("streaming-distribution-config-s3-origin-required", "MalformedXML", "S3Origin is missing"),
    ),
    Member {
        pointer: "/StreamingDistributionConfig/S3Origin/DomainName",
        kind: Kind::String,
        absent: Some(("s3-origin-domain-name-required", "MalformedXML", "DomainName is missing")),
        empty: Some((
            "s3-origin-bucket-domain",
            "InvalidOrigin",
            "the domain name does not refer to an S3 bucket",
        )),
    },
    required(
        "/StreamingDistributionConfig/S3Origin/OriginAccessIdentity",
        Kind::String,
        ("s3-origin-origin-access-identity-required", "MalformedXML", "OriginAccessIdentity is missing"),
    ),
    optional("/StreamingDistributionConfig/Aliases", Kind::Dict),
    required(
        "/StreamingDistributionConfig/Aliases/Quantity",
        Kind::Integer,
        ("aliases-quantity-required", "MalformedXML", "Quantity is missing"),
    ),
    // Optional, but counted by its quantity.
    required(
        "/StreamingDistributionConfig/Aliases/Items",
        Kind::List,
        ("aliases-quantity", "InconsistentQuantities", "Quantity is 1 but Items is absent"),
    ),
    optional("/StreamingDistributionConfig/Aliases/Items/0", Kind::String),
    required(
        "/StreamingDistributionConfig/Comment",
        Kind::String,
        ("streaming-distribution-config-comment-required", "MalformedXML", "Comment is missing"),
    ),
    optional("/StreamingDistributionConfig/Logging", Kind::Dict),
    required(
        "/StreamingDistributionConfig/Logging/Enabled",
        Kind::Boolean,
        ("streaming-logging-config-enabled-required", "MalformedXML", "Enabled is missing"),
    ),
    Member {
        pointer: "/StreamingDistributionConfig/Logging/Bucket",
        kind: Kind::String,
        absent: Some(("streaming-logging-config-bucket-required", "MalformedXML", "Bucket is missing")),
        empty: Some((
            "streaming-logging-config-bucket-when-enabled",
            "InvalidArgument",
            "logging is enabled, but Bucket is not set",
        )),
    },
    required(
        "/StreamingDistributionConfig/Logging/Prefix",
        Kind::String,
        ("streaming-logging-config-prefix-required", "MalformedXML", "Prefix is missing"),
    ),
    required(
        "/StreamingDistributionConfig/TrustedSigners",
        Kind::Dict,
        (
            "streaming-distribution-config-trusted-signers-required",
            "MalformedXML",
            "TrustedSigners is missing",
        ),
    ),
    required(
        "/StreamingDistributionConfig/TrustedSigners/Enabled",
        Kind::Boolean,
        ("trusted-signers-enabled-required", "MalformedXML", "Enabled is missing"),
    ),
    required(
        "/StreamingDistributionConfig/TrustedSigners/Quantity",
        Kind::Integer,
        ("trusted-signers-quantity-required", "MalformedXML", "Quantity is missing"),
    ),
    // Optional, but counted by its quantity.
    required(
        "/StreamingDistributionConfig/TrustedSigners/Items",
        Kind::List,
        ("trusted-signers-quantity", "InconsistentQuantities", "Quantity is 2 but Items is absent"),
    ),
    optional("/StreamingDistributionConfig/TrustedSigners/Items/0", Kind::String),
    optional("/StreamingDistributionConfig/TrustedSigners/Items/1", Kind::String),
    Member {
        pointer: "/StreamingDistributionConfig/PriceClass",
        kind: Kind::String,
        absent: None,
        empty: Some((
            "streaming-distribution-config-price-class-enum",
            "MalformedXML",
            "PriceClass \"\" is not a known value",
        )),
    },
    required(
        "/StreamingDistributionConfig/Enabled",
        Kind::Boolean,
        ("streaming-distribution-config-enabled-required", "MalformedXML", "Enabled is missing"),
    ),
    Member {
        pointer: "/Id",
        kind: Kind::String,
        absent: Some(("update-streaming-distribution-request-id-required", "MalformedXML", "Id is missing")),
        empty: Some((
            "update-streaming-distribution-request-id-label",
            "InvalidArgument",
            "Id is empty, but is part of the request URI",
        )),
    },
    // Optional in the model, but the service rejects updates without it.
    Member {
        pointer: "/IfMatch",
        kind: Kind::String,
        absent: Some((
            "update-streaming-distribution-request-if-match-required",
            "InvalidIfMatchVersion",
            "IfMatch is missing",
        )),
        empty: Some((
            "update-streaming-distribution-request-if-match-pattern",
            "InvalidIfMatchVersion",
            "IfMatch \"\" does not match its pattern",
        )),
    },
];

/// The members of the response.
pub(crate) const RESPONSE: &[Member] = &[
    optional("/StreamingDistribution", Kind::Dict),
    optional("/StreamingDistribution/Id", Kind::String),
    optional("/StreamingDistribution/ARN", Kind::String),
    optional("/StreamingDistribution/Status", Kind::String),
    optional("/StreamingDistribution/LastModifiedTime", Kind::Datetime),
    optional("/StreamingDistribution/DomainName", Kind::String),
    optional("/StreamingDistribution/ActiveTrustedSigners", Kind::Dict),
    optional("/StreamingDistribution/ActiveTrustedSigners/Enabled", Kind::Boolean),
    optional("/StreamingDistribution/ActiveTrustedSigners/Quantity", Kind::Integer),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items", Kind::List),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0", Kind::Dict),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0/AwsAccountNumber", Kind::String),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0/KeyPairIds", Kind::Dict),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0/KeyPairIds/Quantity", Kind::Integer),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0/KeyPairIds/Items", Kind::List),
    optional("/StreamingDistribution/ActiveTrustedSigners/Items/0/KeyPairIds/Items/0", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig", Kind::Dict),
    optional("/StreamingDistribution/StreamingDistributionConfig/CallerReference", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/S3Origin", Kind::Dict),
    optional("/StreamingDistribution/StreamingDistributionConfig/S3Origin/DomainName", Kind::String),
    optional(
        "/StreamingDistribution/StreamingDistributionConfig/S3Origin/OriginAccessIdentity",
        Kind::String,
    ),
    optional("/StreamingDistribution/StreamingDistributionConfig/Aliases", Kind::Dict),
    optional("/StreamingDistribution/StreamingDistributionConfig/Aliases/Quantity", Kind::Integer),
    optional("/StreamingDistribution/StreamingDistributionConfig/Aliases/Items", Kind::List),
    optional("/StreamingDistribution/StreamingDistributionConfig/Aliases/Items/0", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/Comment", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/Logging", Kind::Dict),
    optional("/StreamingDistribution/StreamingDistributionConfig/Logging/Enabled", Kind::Boolean),
    optional("/StreamingDistribution/StreamingDistributionConfig/Logging/Bucket", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/Logging/Prefix", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners", Kind::Dict),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners/Enabled", Kind::Boolean),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners/Quantity", Kind::Integer),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners/Items", Kind::List),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners/Items/0", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/TrustedSigners/Items/1", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/PriceClass", Kind::String),
    optional("/StreamingDistribution/StreamingDistributionConfig/Enabled", Kind::Boolean),
    optional("/ETag", Kind::String),
];

/// The exceptions in the page's order, with their HTTP statuses.
pub(crate) const EXCEPTIONS: &[(&str, u16)] = &[
    ("AccessDenied", 403),
    ("InconsistentQuantities", 400),
    ("InvalidOriginAccessIdentity", 400),
    ("InvalidArgument", 400),
    ("IllegalUpdate", 400),
    ("TooManyTrustedSigners", 400),
    ("InvalidOriginAccessControl", 400),
    ("InvalidIfMatchVersion", 400),
    ("PreconditionFailed", 412),
    ("MissingBody", 400),
    ("TooManyStreamingDistributionCNAMEs", 400),
    ("TrustedSignerDoesNotExist", 400),
    ("CNAMEAlreadyExists", 409),
    ("NoSuchStreamingDistribution", 404),
];

/// Returns a configuration with every member.
fn config() -> Value {
    json!({
        "CallerReference": "2026-11-20",
        "S3Origin": {
            "DomainName": "media.s3.amazonaws.com",
            "OriginAccessIdentity": "origin-access-identity/cloudfront/E74FTE3EXAMPLE",
        },
        "Aliases": { "Quantity": 1, "Items": ["cdn.example.com"] },
        "Comment": "Lectures",
        "Logging": { "Enabled": true, "Bucket": "logs.s3.amazonaws.com", "Prefix": "lectures/" },
        "TrustedSigners": { "Enabled": true, "Quantity": 2, "Items": ["self", "123456789012"] },
        "PriceClass": "PriceClass_100",
        "Enabled": true,
    })
}

/// Returns a valid request with every member.
pub(crate) fn request() -> Value {
    json!({ "StreamingDistributionConfig": config(), "Id": "EGTXBD79EXAMPLE", "IfMatch": "E2QWRUHEXAMPLE" })
}

/// Returns a response with every member, in the format of the AWS CLI.
pub(crate) fn response() -> Value {
    json!({
        "StreamingDistribution": {
            "Id": "EGTXBD79EXAMPLE",
            "ARN": "arn:aws:cloudfront::123456789012:streaming-distribution/EGTXBD79EXAMPLE",
            "Status": "InProgress",
            "LastModifiedTime": "2026-08-01T12:00:00.123000+00:00",
            "DomainName": "s5c39gqb8ow64r.cloudfront.net",
            "ActiveTrustedSigners": {
                "Enabled": true,
                "Quantity": 1,
                "Items": [{
                    "AwsAccountNumber": "self",
                    "KeyPairIds": { "Quantity": 1, "Items": ["APKAEIBAEXAMPLE"] },
                }],
            },
            "StreamingDistributionConfig": config(),
        },
        "ETag": "E3UN6WX5EXAMPLE",
    })
}
