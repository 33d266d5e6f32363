//! `UpdateStreamingDistribution`, member by member and exception by exception as its page lists them.

mod page;

use crate::operations::exceptions::assert_exceptions;
use crate::operations::members::{
    assert_members, assert_round_trip, assert_types, assert_violations, read, report, with, with_members,
    without,
};
use cloudfront_errors::{CommonError, ErrorDetails, UpdateStreamingDistributionError};
use cloudfront_shapes::{
    ActiveTrustedSigners, Aliases, FixQuantities, KeyPairIds, PriceClass, S3Origin, Signer,
    StreamingDistribution, StreamingDistributionConfig, StreamingLoggingConfig, Timestamp, TrustedSigners,
    UpdateStreamingDistributionRequest, UpdateStreamingDistributionResult,
};
use cloudfront_validators::{Validate, Violation};
use page::{EXCEPTIONS, REQUEST, RESPONSE, request, response};
use serde_json::{Value, json};

type Request = UpdateStreamingDistributionRequest;

const CONFIG: &str = "/StreamingDistributionConfig";

/// Returns all violations of the request with another value at one place of its configuration, as text.
fn violations(pointer: &str, value: Value) -> String {
    report::<Request>(&request(), &format!("{CONFIG}{pointer}"), value).to_string()
}

#[test]
fn the_request_has_the_members_of_the_page() {
    assert_eq!(REQUEST.len(), 24);
    assert_members(&request(), REQUEST);
    assert_round_trip::<Request>(&request(), REQUEST);
    assert_types::<Request>(&request(), REQUEST);
}

#[test]
fn absent_and_empty_members_are_reported() {
    assert_violations::<Request>(&request(), REQUEST);
}

#[test]
fn members_of_the_request_have_the_types_of_the_page() {
    let input: Request = with_members(read(&request()), &["StreamingDistributionConfig", "Id", "IfMatch"]);
    let UpdateStreamingDistributionRequest { streaming_distribution_config, id, if_match, .. } = input;
    let _: (Option<String>, Option<String>) = (id, if_match);
    let StreamingDistributionConfig {
        caller_reference,
        s3_origin,
        aliases,
        comment,
        logging,
        trusted_signers,
        price_class,
        enabled,
        ..
    } = with_members(
        streaming_distribution_config.expect("is there"),
        &[
            "CallerReference",
            "S3Origin",
            "Aliases",
            "Comment",
            "Logging",
            "TrustedSigners",
            "PriceClass",
            "Enabled",
        ],
    );
    let _: (Option<String>, Option<String>, Option<bool>) = (caller_reference, comment, enabled);
    assert_eq!(price_class, Some(PriceClass::PriceClass100));
    let S3Origin { domain_name, origin_access_identity, .. } =
        with_members(s3_origin.expect("is there"), &["DomainName", "OriginAccessIdentity"]);
    let _: (Option<String>, Option<String>) = (domain_name, origin_access_identity);
    let Aliases { quantity, items, .. } = with_members(aliases.expect("is there"), &["Quantity", "Items"]);
    let aliases: (Option<i32>, Option<Vec<String>>) = (quantity, items);
    assert_eq!(aliases, (Some(1), Some(vec!["cdn.example.com".into()])));
    let StreamingLoggingConfig { enabled, bucket, prefix, .. } =
        with_members(logging.expect("is there"), &["Enabled", "Bucket", "Prefix"]);
    let _: (Option<bool>, Option<String>, Option<String>) = (enabled, bucket, prefix);
    let TrustedSigners { enabled, quantity, items, .. } =
        with_members(trusted_signers.expect("is there"), &["Enabled", "Quantity", "Items"]);
    let _: (Option<bool>, Option<i32>, Option<Vec<String>>) = (enabled, quantity, items);
}

#[test]
fn members_of_the_response_have_the_types_of_the_page() {
    let UpdateStreamingDistributionResult { streaming_distribution, e_tag, .. } =
        with_members(read(&response()), &["StreamingDistribution", "ETag"]);
    assert_eq!(e_tag.as_deref(), Some("E3UN6WX5EXAMPLE"));
    let StreamingDistribution {
        id,
        arn,
        status,
        last_modified_time,
        domain_name,
        active_trusted_signers,
        streaming_distribution_config,
        ..
    } = with_members(
        streaming_distribution.expect("is there"),
        &[
            "Id",
            "ARN",
            "Status",
            "LastModifiedTime",
            "DomainName",
            "ActiveTrustedSigners",
            "StreamingDistributionConfig",
        ],
    );
    let _: [Option<String>; 4] = [id, arn, status, domain_name];
    let time: Option<Timestamp> = last_modified_time;
    assert_eq!(time.map(|time| time.to_string()).as_deref(), Some("2026-08-01T12:00:00.123Z"));
    let ActiveTrustedSigners { enabled, quantity, items, .. } =
        with_members(active_trusted_signers.expect("is there"), &["Enabled", "Quantity", "Items"]);
    let _: (Option<bool>, Option<i32>) = (enabled, quantity);
    let signer = items.and_then(|mut items| items.pop()).expect("one");
    let Signer { aws_account_number, key_pair_ids, .. } =
        with_members(signer, &["AwsAccountNumber", "KeyPairIds"]);
    let _: Option<String> = aws_account_number;
    let KeyPairIds { quantity, items, .. } =
        with_members(key_pair_ids.expect("is there"), &["Quantity", "Items"]);
    let _: (Option<i32>, Option<Vec<String>>) = (quantity, items);
    assert_eq!(streaming_distribution_config, read::<Request>(&request()).streaming_distribution_config);
}

#[test]
fn setters_make_the_request() {
    let config = StreamingDistributionConfig::default()
        .caller_reference("2026-11-20")
        .s3_origin(
            S3Origin::default()
                .domain_name("media.s3.amazonaws.com")
                .origin_access_identity("origin-access-identity/cloudfront/E74FTE3EXAMPLE"),
        )
        .aliases(["cdn.example.com"])
        .comment("Lectures")
        .logging(
            StreamingLoggingConfig::default()
                .enabled(true)
                .bucket("logs.s3.amazonaws.com")
                .prefix("lectures/"),
        )
        .trusted_signers(TrustedSigners::from(["self", "123456789012"]).enabled(true))
        .price_class("PriceClass_100")
        .enabled(true);
    let built = Request::default()
        .streaming_distribution_config(config)
        .id("EGTXBD79EXAMPLE")
        .if_match("E2QWRUHEXAMPLE");
    assert_eq!(built, read(&request()));
}

#[test]
fn an_empty_configuration_gives_all_violations_at_once_in_the_order_of_the_model() {
    let pointers = |document: Value| {
        let report = read::<Request>(&document).validate();
        report.iter().map(|violation| violation.pointer().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pointers(json!({})), ["/StreamingDistributionConfig", "/Id", "/IfMatch"]);
    let members = ["CallerReference", "S3Origin", "Comment", "TrustedSigners", "Enabled"];
    let expected = members.map(|member| format!("{CONFIG}/{member}"));
    assert_eq!(pointers(with(&request(), CONFIG, json!({}))), expected);
}

#[test]
fn empty_structures_miss_their_required_members() {
    let missing = |part: &str| {
        let report = report::<Request>(&request(), &format!("{CONFIG}/{part}"), json!({}));
        assert!(report.iter().all(|violation| violation.code() == "MalformedXML"));
        report.iter().map(|violation| violation.pointer().to_owned()).collect::<Vec<_>>()
    };
    let expected = |part: &str, members: &[&str]| -> Vec<_> {
        members.iter().map(|member| format!("{CONFIG}/{part}/{member}")).collect()
    };
    for (part, members) in [
        ("S3Origin", &["DomainName", "OriginAccessIdentity"][..]),
        ("Aliases", &["Quantity"]),
        ("Logging", &["Enabled", "Bucket", "Prefix"]),
        ("TrustedSigners", &["Enabled", "Quantity"]),
    ] {
        assert_eq!(missing(part), expected(part, members));
    }
}

#[test]
fn comments_have_up_to_128_characters() {
    assert_eq!(violations("/Comment", json!("é".repeat(128))), "");
    assert_eq!(
        violations("/Comment", json!("é".repeat(129))),
        "error[InvalidArgument]: Comment has 129 characters instead of at most 128\n  \
         at /StreamingDistributionConfig/Comment\n  \
         rule streaming-distribution-config-comment-length: use at most 128 characters"
    );
}

#[test]
fn aliases_have_up_to_253_characters() {
    // A domain name with labels of up to 63 characters.
    let alias = |last: usize| [63, 63, 63, last].map(|length| "x".repeat(length)).join(".");
    assert_eq!(violations("/Aliases/Items/0", json!(alias(61))), "");
    assert_eq!(
        violations("/Aliases/Items/0", json!(alias(62))),
        "error[InvalidArgument]: Items[0] has 254 characters instead of at most 253\n  \
         at /StreamingDistributionConfig/Aliases/Items/0\n  \
         rule aliases-items-item-length: use at most 253 characters"
    );
}

#[test]
fn price_classes_are_those_of_the_page() {
    let page = ["PriceClass_100", "PriceClass_200", "PriceClass_All", "None"];
    assert_eq!(PriceClass::VALUES.iter().map(PriceClass::as_str).collect::<Vec<_>>(), page);
    for class in page {
        assert_eq!(violations("/PriceClass", json!(class)), "");
    }
    let assert_unknown = |value: &str, help: &str| {
        assert_eq!(
            violations("/PriceClass", json!(value)),
            format!(
                "error[MalformedXML]: PriceClass {value:?} is not a known value\n  \
                 at /StreamingDistributionConfig/PriceClass\n  \
                 rule streaming-distribution-config-price-class-enum: {help}"
            )
        );
    };
    let known = "PriceClass_100, PriceClass_200, PriceClass_All, None";
    assert_unknown("Europe", &format!("use one of {known}"));
    for (near, meant) in
        [("PriceClass_50", "PriceClass_100"), ("priceclass_all", "PriceClass_All"), ("Nnoe", "None")]
    {
        assert_unknown(near, &format!("did you mean {meant}? Known values are {known}"));
    }
    let unknown: Request = read(&with(&request(), "/StreamingDistributionConfig/PriceClass", json!("Later")));
    let json = serde_json::to_value(&unknown).expect("writable");
    assert_eq!(json["StreamingDistributionConfig"]["PriceClass"], "Later");
}

#[test]
fn quantities_count_their_items() {
    assert_eq!(
        violations("/Aliases/Quantity", json!(2)),
        "error[InconsistentQuantities]: Quantity is 2 but Items has 1 element\n  \
         at /StreamingDistributionConfig/Aliases/Quantity\n  \
         rule aliases-quantity: set Quantity to 1, or add the missing element"
    );
    assert_eq!(
        violations("/TrustedSigners/Quantity", json!(0)),
        "error[InconsistentQuantities]: Quantity is 0 but Items has 2 elements\n  \
         at /StreamingDistributionConfig/TrustedSigners/Quantity\n  \
         rule trusted-signers-quantity: set Quantity to 2, or remove the 2 extra elements"
    );
    // No elements: the list may be empty or absent.
    assert_eq!(violations("/Aliases", json!({ "Quantity": 0 })), "");
    assert_eq!(violations("/Aliases", json!({ "Quantity": 0, "Items": [] })), "");
    assert_eq!(violations("/TrustedSigners", json!({ "Enabled": false, "Quantity": 0 })), "");

    let mut wrong: Request =
        read(&with(&request(), "/StreamingDistributionConfig/Aliases/Quantity", json!(7)));
    assert_eq!(wrong.fix_quantities(), 1);
    assert_eq!(wrong, read(&request()));
}

#[test]
fn the_response_has_the_members_of_the_page() {
    assert_eq!(RESPONSE.len(), 39);
    assert_members(&response(), RESPONSE);
    assert_round_trip::<UpdateStreamingDistributionResult>(&response(), RESPONSE);
    assert_types::<UpdateStreamingDistributionResult>(&response(), RESPONSE);
}

#[test]
fn exceptions_are_those_of_the_page() {
    assert_eq!(EXCEPTIONS.len(), 14);
    assert_exceptions!(UpdateStreamingDistributionError, EXCEPTIONS);
}

#[test]
fn violations_become_errors() {
    use UpdateStreamingDistributionError as Error;

    let error = |document: Value| {
        let report = read::<Request>(&document).validate();
        report.iter().next().and_then(Violation::to_error::<Error>)
    };
    let details = ErrorDetails::with_message;
    assert_eq!(
        error(with(&request(), "/StreamingDistributionConfig/Aliases/Quantity", json!(2))),
        Some(Error::InconsistentQuantities(details(
            "Quantity is 2 but Items has 1 element at /StreamingDistributionConfig/Aliases/Quantity"
        )))
    );
    assert_eq!(
        error(without(&request(), CONFIG)),
        Some(Error::Common(CommonError::MalformedXml(details(
            "1 validation error detected: Value null at 'streamingDistributionConfig' failed to satisfy constraint: \
             Member must not be null"
        ))))
    );
    assert_eq!(
        error(with(&request(), "/StreamingDistributionConfig/Comment", json!("x".repeat(129)))),
        Some(Error::InvalidArgument(details(
            "Comment has 129 characters instead of at most 128 at /StreamingDistributionConfig/Comment"
        )))
    );
    for if_match in [Value::Null, json!("")] {
        let found = error(with(&request(), "/IfMatch", if_match));
        assert!(matches!(found, Some(Error::InvalidIfMatchVersion(_))), "{found:?}");
    }
    assert_eq!(error(request()), None);
}
