//! Compares the generated validators with a handwritten check of the traits.
//!
//! Each test breaks one rule after the other in a valid request. The validators check much more than the traits;
//! other violations are left out here, but the fixtures have none at all.

use cloudfront_shapes::{DistributionConfig, StreamingDistributionConfig};
use cloudfront_validators::{Report, Validate};
use shapewright_tests::by_hand::{Error, Scope, check_distribution, check_streaming_distribution};
use shapewright_tests::fixtures::{distribution_config, streaming_distribution_config};

/// Pointers and error codes, sorted: the two sides go through the members in different orders.
fn of_report(report: &Report) -> Vec<(String, String)> {
    let scope = Scope::read();
    let pairs = report
        .iter()
        .filter(|violation| scope.contains(violation))
        .map(|violation| (violation.pointer().to_owned(), violation.code().to_owned()));
    sorted(pairs.collect())
}

fn of_errors(errors: Vec<Error>) -> Vec<(String, String)> {
    sorted(errors.into_iter().map(|(pointer, code, _)| (pointer, code.to_owned())).collect())
}

fn sorted(mut pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    pairs.sort();
    pairs
}

#[track_caller]
fn both_find(config: &DistributionConfig, pointers: &[&str]) {
    let found = of_report(&config.validate());
    assert_eq!(found, of_errors(check_distribution(config)));
    assert_eq!(found.iter().map(|(pointer, _)| pointer.as_str()).collect::<Vec<_>>(), pointers);
}

#[track_caller]
fn both_find_in_streaming(config: &StreamingDistributionConfig, pointers: &[&str]) {
    let found = of_report(&config.validate());
    assert_eq!(found, of_errors(check_streaming_distribution(config)));
    assert_eq!(found.iter().map(|(pointer, _)| pointer.as_str()).collect::<Vec<_>>(), pointers);
}

#[test]
fn fixtures_are_valid() {
    both_find(&distribution_config(), &[]);
    both_find_in_streaming(&streaming_distribution_config(), &[]);
    assert_eq!(distribution_config().validate().to_string(), "");
    assert_eq!(streaming_distribution_config().validate().to_string(), "");
}

#[test]
fn empty_requests_miss_required_members() {
    let pointers = ["/CallerReference", "/Comment", "/DefaultCacheBehavior", "/Enabled", "/Origins"];
    both_find(&DistributionConfig::default(), &pointers);
    let pointers = ["/CallerReference", "/Comment", "/Enabled", "/S3Origin", "/TrustedSigners"];
    both_find_in_streaming(&StreamingDistributionConfig::default(), &pointers);
}

#[test]
fn wrong_members_of_the_root_are_found() {
    let mut config = distribution_config()
        .comment("x".repeat(129))
        .default_root_object("x".repeat(256))
        .price_class("PriceClass_0")
        .http_version("http4");
    if let Some(aliases) = &mut config.aliases {
        aliases.quantity = Some(7);
        aliases.items.iter_mut().flatten().skip(1).for_each(|alias| *alias = "ä".repeat(254));
    }
    let pointers = [
        "/Aliases/Items/1",
        "/Aliases/Items/2",
        "/Aliases/Items/3",
        "/Aliases/Items/4",
        "/Aliases/Quantity",
        "/Comment",
        "/DefaultRootObject",
        "/HttpVersion",
        "/PriceClass",
    ];
    both_find(&config, &pointers);
}

#[test]
fn wrong_members_at_any_depth_are_found() {
    let mut config = distribution_config();
    if let Some(origin) = config.origins.as_mut().and_then(|origins| origins.items.as_mut()?.get_mut(4)) {
        origin.domain_name = None;
        if let Some(shield) = &mut origin.origin_shield {
            shield.origin_shield_region = Some("Frankfurt".to_owned());
        }
        let headers = origin.custom_headers.iter_mut().filter_map(|headers| headers.items.as_mut());
        headers.flatten().for_each(|header| header.header_name = Some(String::new()));
    }
    if let Some(behavior) =
        config.cache_behaviors.as_mut().and_then(|behaviors| behaviors.items.as_mut()?.get_mut(24))
    {
        behavior.viewer_protocol_policy = Some("never".into());
        if let Some(methods) = &mut behavior.allowed_methods {
            methods.items = Some(vec!["GET".into(), "FETCH".into()]);
        }
        let functions = behavior.function_associations.iter_mut();
        for function in functions.filter_map(|functions| functions.items.as_mut()).flatten() {
            function.function_arn = Some("arn:aws:cloudfront::1:function/a".to_owned());
        }
    }
    let pointers = [
        "/CacheBehaviors/Items/24/AllowedMethods/Items/1",
        "/CacheBehaviors/Items/24/AllowedMethods/Quantity",
        "/CacheBehaviors/Items/24/FunctionAssociations/Items/0/FunctionARN",
        "/CacheBehaviors/Items/24/FunctionAssociations/Items/1/FunctionARN",
        "/CacheBehaviors/Items/24/ViewerProtocolPolicy",
        "/Origins/Items/4/CustomHeaders/Items/0/HeaderName",
        "/Origins/Items/4/CustomHeaders/Items/1/HeaderName",
        "/Origins/Items/4/DomainName",
        "/Origins/Items/4/OriginShield/OriginShieldRegion",
    ];
    both_find(&config, &pointers);
}

#[test]
fn empty_structures_miss_required_members() {
    let text = r#"{
        "CallerReference": "1", "Comment": "", "Enabled": true,
        "Aliases": {}, "Origins": {"Items": [{"CustomHeaders": {"Items": [{}]}, "S3OriginConfig": {},
            "CustomOriginConfig": {"OriginSslProtocols": {}, "OriginMtlsConfig": {}}, "VpcOriginConfig": {},
            "OriginShield": {}}]},
        "OriginGroups": {"Items": [{}, {"FailoverCriteria": {}, "Members": {}, "SelectionCriteria": "x"},
            {"Id": "", "FailoverCriteria": {"StatusCodes": {}}, "Members": {"Items": [{}]}}]},
        "DefaultCacheBehavior": {"TrustedSigners": {}, "TrustedKeyGroups": {}, "AllowedMethods":
            {"CachedMethods": {}}, "LambdaFunctionAssociations": {"Items": [{}]}, "FunctionAssociations":
            {"Items": [{}]}, "GrpcConfig": {}, "ForwardedValues": {}},
        "CacheBehaviors": {"Items": [{"ForwardedValues": {"Cookies": {"WhitelistedNames": {}}, "Headers": {},
            "QueryStringCacheKeys": {}}}]},
        "CustomErrorResponses": {"Items": [{}]}, "Logging": {}, "ViewerCertificate": {"SSLSupportMethod": "x",
            "MinimumProtocolVersion": "x", "CertificateSource": "x"}, "Restrictions": {"GeoRestriction": {}},
        "TenantConfig": {"ParameterDefinitions": [{}, {"Name": "?", "Definition": {"StringSchema":
            {"DefaultValue": ""}}}]},
        "ConnectionMode": "x", "ViewerMtlsConfig": {"Mode": "x", "TrustStoreConfig": {}},
        "ConnectionFunctionAssociation": {}, "CacheTagConfig": {}
    }"#;
    let config: DistributionConfig = serde_json::from_str(text).expect("the JSON has the shape");
    let found = of_report(&config.validate());
    assert_eq!(found, of_errors(check_distribution(&config)));
    assert!(found.len() > 70, "{} violations", found.len());
}
