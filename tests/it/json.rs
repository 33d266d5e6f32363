//! JSON in the format of the AWS CLI.

use cloudfront_shapes::*;
use serde_core::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use shapewright_runtime::WithUnknown;

/// A document of the fixtures.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/json/", $name, ".json"))
    };
}

/// Reads a document without unknown members, and checks that it is written back unchanged.
fn read<T: Serialize + DeserializeOwned + shapewright_runtime::Value>(text: &str) -> T {
    let read: WithUnknown<T> = serde_json::from_str(text).expect("readable");
    let (value, unknown) = (read.value, read.unknown);
    assert!(unknown.is_empty(), "{unknown:?}");
    let document: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(serde_json::to_value(&value).expect("writable"), document);
    value
}

/// Reads a document from a JSON literal.
fn from<T: DeserializeOwned>(document: Value) -> T {
    serde_json::from_value(document).expect("readable")
}

fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("writable")
}

#[test]
fn get_distribution_config_is_read_and_written() {
    let result: GetDistributionConfigResult = read(fixture!("get-distribution-config"));
    assert_eq!(result.e_tag.as_deref(), Some("E2QWRUHEXAMPLE"));
    let config = result.distribution_config.expect("is there");
    assert_eq!(config.aliases, Some(["www.example.com", "example.com"].into()));
    let origins = config.origins.and_then(|origins| origins.items).expect("are there");
    let [bucket, server] = <[Origin; 2]>::try_from(origins).expect("two");
    assert_eq!(bucket.origin_path.as_deref(), Some(""));
    assert_eq!(bucket.s3_origin_config, Some(S3OriginConfig::default().origin_access_identity("")));
    assert_eq!(bucket.custom_headers, Some(CustomHeaders::default().quantity(0)));
    let custom = server.custom_origin_config.expect("is there");
    assert_eq!((custom.http_port, custom.https_port), (Some(80), Some(443)));
    assert_eq!(custom.origin_protocol_policy, Some(OriginProtocolPolicy::HttpsOnly));
    assert_eq!(custom.origin_ssl_protocols, Some([SslProtocol::from("TLSv1.2")].into()));
    let behavior = config.default_cache_behavior.expect("is there");
    let methods = [Method::Head, Method::Get];
    let cached = CachedMethods::from(methods.clone());
    assert_eq!(behavior.allowed_methods, Some(AllowedMethods::from(methods).cached_methods(cached)));
    assert_eq!((behavior.min_ttl, behavior.max_ttl), (Some(0), Some(31_536_000)));
    let errors = config.custom_error_responses.and_then(|errors| errors.items).expect("are there");
    let codes = errors.iter().map(|error| (error.error_code, error.response_code.as_deref()));
    assert_eq!(codes.collect::<Vec<_>>(), [(Some(404), Some("200"))]);
    assert_eq!(config.comment.as_deref(), Some("Grüße aus dem Archiv"));
    assert_eq!(config.http_version, Some(HttpVersion::from("http2and3")));
    assert_eq!((config.is_ipv6_enabled, config.staging), (Some(true), Some(false)));
    assert_eq!((config.web_acl_id.as_deref(), config.anycast_ip_list_id), (Some(""), None));
}

#[test]
fn list_distributions_is_read_and_written() {
    let result: ListDistributionsResult = read(fixture!("list-distributions"));
    let list = result.distribution_list.expect("is there");
    assert_eq!((list.quantity, list.max_items, list.is_truncated), (Some(1), Some(100), Some(false)));
    let summary = list.items.and_then(|mut items| items.pop()).expect("one");
    assert_eq!(summary.e_tag.as_deref(), Some("E2QWRUHEXAMPLE"));
    let modified = summary.last_modified_time.map(|time| time.to_string());
    assert_eq!(modified.as_deref(), Some("2026-07-31T23:59:59.999Z"));
    assert_eq!(summary.price_class, Some(PriceClass::Unknown("PriceClass_50".into())));
    let countries = GeoRestriction::from(["DE", "AT"]).restriction_type("whitelist");
    assert_eq!(summary.restrictions, Some(Restrictions::default().geo_restriction(countries)));
    let recordals = summary.alias_icp_recordals.expect("are there");
    assert_eq!(recordals.len(), 1);
    assert_eq!(recordals[0].icp_recordal_status, Some(IcpRecordalStatus::Approved));
}

#[test]
fn get_streaming_distribution_is_read_and_written() {
    let result: GetStreamingDistributionResult = read(fixture!("get-streaming-distribution"));
    let distribution = result.streaming_distribution.expect("is there");
    let signers = distribution.active_trusted_signers.and_then(|signers| signers.items).expect("are there");
    let key_pairs: Vec<_> = signers.into_iter().filter_map(|signer| signer.key_pair_ids).collect();
    assert_eq!(key_pairs, [["APKAEIBAEXAMPLE"].into(), KeyPairIds::default().quantity(0)]);
    let config = distribution.streaming_distribution_config.expect("is there");
    assert_eq!(config.trusted_signers, Some(TrustedSigners::from(["self", "123456789012"]).enabled(true)));
    assert_eq!(config.comment.as_deref(), Some(""));
}

#[test]
fn list_cloud_front_origin_access_identities_is_read_and_written() {
    let text = fixture!("list-cloud-front-origin-access-identities");
    let result: ListCloudFrontOriginAccessIdentitiesResult = read(text);
    let list = result.cloud_front_origin_access_identity_list.expect("is there");
    assert_eq!((list.next_marker.as_deref(), list.is_truncated), (Some("E74FTE3EXAMPLE"), Some(true)));
    let items = list.items.expect("are there");
    let comments: Vec<_> = items.iter().map(|item| item.comment.as_deref()).collect();
    assert_eq!(comments, [Some(""), Some("Reads the videos")]);
}

#[test]
fn create_invalidation_is_read_and_written() {
    let result: CreateInvalidationResult = read(fixture!("create-invalidation"));
    let invalidation = result.invalidation.expect("is there");
    assert_eq!(invalidation.create_time.map(|time| time.nanos()), Some(123_000_000));
    let batch = invalidation.invalidation_batch.expect("is there");
    assert_eq!(batch.paths, Some(["/index.html", "/images/*"].into()));
}

/// The CLI saves the code to a file and prints the rest.
#[test]
fn get_function_is_read_and_written() {
    let result: GetFunctionResult = read(fixture!("get-function"));
    let expected =
        GetFunctionResult::default().e_tag("ETVPDKIKX0DER").content_type("application/octet-stream");
    assert_eq!(result, expected);
}

/// In `--cli-input-json`, bytes are base64.
#[test]
fn create_function_is_read_and_written() {
    let request: CreateFunctionRequest = read(fixture!("create-function.input"));
    let code = request.function_code.expect("is there");
    assert_eq!(code, Blob::from("function handler(event) { return event.request; }\n"));
    let config = request.function_config.expect("is there");
    assert_eq!(config.runtime, Some(FunctionRuntime::from("cloudfront-js-2.0")));
    assert_eq!(config.key_value_store_associations.and_then(|stores| stores.quantity), Some(1));
}

#[test]
fn timestamps_are_written_as_the_cli_prints_them() {
    for (read, written) in [
        ("2026-08-01T12:00:00.123000+00:00", "2026-08-01T12:00:00.123000+00:00"),
        ("2026-08-01T12:00:00.123Z", "2026-08-01T12:00:00.123000+00:00"),
        ("2026-08-01T14:00:00+02:00", "2026-08-01T12:00:00+00:00"),
        ("2026-08-01T12:00:00Z", "2026-08-01T12:00:00+00:00"),
    ] {
        let invalidation: Invalidation = from(json!({ "CreateTime": read }));
        assert_eq!(write(&invalidation), json!({ "CreateTime": written }).to_string());
    }
}

#[test]
fn unknown_members_are_skipped_and_collected() {
    let text = r#"{
        "ETag": "E1",
        "ResponseMetadata": { "HTTPStatusCode": 200 },
        "DistributionConfig": {
            "Origins": { "Quantity": 1, "Items": [{ "Id": "a", "New/Thing": [1] }] },
            "isIPV6Enabled": true
        }
    }"#;
    let read: WithUnknown<GetDistributionConfigResult> = serde_json::from_str(text).expect(text);
    let (result, unknown) = (read.value, read.unknown);
    let expected = [
        "/ResponseMetadata",
        "/DistributionConfig/Origins/Items/0/New~1Thing",
        "/DistributionConfig/isIPV6Enabled",
    ];
    assert_eq!(unknown.pointers, expected);
    assert_eq!(serde_json::from_str::<GetDistributionConfigResult>(text).expect(text), result);
    let expected = r#"{"DistributionConfig":{"Origins":{"Quantity":1,"Items":[{"Id":"a"}]}},"ETag":"E1"}"#;
    assert_eq!(write(&result), expected);
}

#[test]
fn absent_empty_and_zero_differ() {
    assert_eq!(from::<S3Origin>(json!({ "DomainName": null })), S3Origin::default());
    assert_eq!(write(&S3Origin::default()), "{}");
    assert_eq!(write(&S3Origin::default().origin_access_identity("")), r#"{"OriginAccessIdentity":""}"#);
    let mut without_quantity = Aliases::default();
    without_quantity.items = Some(vec![]);
    let lists = [
        (Aliases::default(), "{}"),
        (Aliases::default().quantity(0), r#"{"Quantity":0}"#),
        (without_quantity, r#"{"Items":[]}"#),
        (Aliases::from([""; 0]), r#"{"Quantity":0,"Items":[]}"#),
    ];
    for (list, json) in lists {
        assert_eq!(write(&list), json);
        assert_eq!(serde_json::from_str::<Aliases>(json).expect(json), list);
    }
    let mut behavior = DefaultCacheBehavior::default().compress(false);
    behavior.min_ttl = Some(0);
    assert_eq!(write(&behavior), r#"{"Compress":false,"MinTTL":0}"#);
    let error =
        serde_json::from_str::<Aliases>(r#"{"Items":[null]}"#).map(|_| ()).expect_err("no null elements");
    assert!(error.to_string().contains("for /Items/0"), "{error}");
}

#[test]
fn names_are_case_sensitive() {
    let ports = CustomOriginConfig::default().http_port(80).https_port(443);
    assert_eq!(write(&ports), r#"{"HTTPPort":80,"HTTPSPort":443}"#);
    assert_eq!(write(&DistributionConfig::default().is_ipv6_enabled(true)), r#"{"IsIPV6Enabled":true}"#);
    assert_eq!(write(&UpdateStreamingDistributionResult::default().e_tag("E1")), r#"{"ETag":"E1"}"#);
    assert_eq!(write(&DistributionConfig::default().web_acl_id("")), r#"{"WebACLId":""}"#);
    assert_eq!(write(&StreamingDistribution::default().arn("a")), r#"{"ARN":"a"}"#);
    assert_eq!(write(&AliasIcpRecordal::default().cname("a")), r#"{"CNAME":"a"}"#);
    assert_eq!(write(&ViewerCertificate::default().iam_certificate_id("a")), r#"{"IAMCertificateId":"a"}"#);
    // Names are case-sensitive.
    assert_eq!(from::<CustomOriginConfig>(json!({ "HttpPort": 80 })), CustomOriginConfig::default());
}

#[test]
fn enums_keep_unknown_text() {
    for text in ["PriceClass_50", "", "priceclass_all", "PriceClass_100 "] {
        let config: DistributionConfig = from(json!({ "PriceClass": text }));
        assert_eq!(config.price_class, Some(PriceClass::Unknown(text.to_owned())));
        assert_eq!(write(&config), json!({ "PriceClass": text }).to_string());
    }
    let config: DistributionConfig = from(json!({ "PriceClass": "None" }));
    assert_eq!(config.price_class, Some(PriceClass::None));
    let known = |text: &str| HttpVersion::from(text).is_known();
    assert!(known("http1.1") && known("http2and3") && !known("HTTP1.1"));
}
