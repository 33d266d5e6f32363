//! `shapewright explain` as a process: a name goes in, what is known of it comes out.

use crate::common::run;

/// What is printed of a name that is known.
fn explained(name: &str) -> String {
    let output = run(&["explain", name], "");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What is said of a name that is not known.
fn refused(name: &str) -> String {
    let output = run(&["explain", name], "");
    assert!(!output.status.success() && output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn rules() {
    let source = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html";
    let expected = format!(
        "error[InvalidArgument]: A method is cached that is not allowed
  rule allowed-methods-cached: allow the method, or do not cache it
  of AllowedMethods$CachedMethods
  reads CachedMethods.Items, Items
  from Member documentation, {source}
"
    );
    assert_eq!(explained("allowed-methods-cached"), expected);
    let expected = "error[InvalidArgument]: required
  rule cache-behavior-target-origin-id-required
  of CacheBehavior$TargetOriginId
  from the service's own model
";
    assert_eq!(explained("cache-behavior-target-origin-id-required"), expected);
    let other = explained("aliases-items-item-pattern");
    assert!(other.contains("\n  of Aliases$Items[]\n"), "{other}");
}

/// Operations that answer another code than the others are named.
#[test]
fn codes_of_operations() {
    let rule = cloudfront_validators::rules().find(|rule| !rule.instead.is_empty()).expect("there is one");
    let (operation, code) = rule.instead[0];
    let text = explained(rule.id);
    assert!(text.contains(&format!("\n  {operation} answers {code}\n")), "{text}");
    let other = explained(code);
    assert!(other.contains(&format!("rule {}", rule.id)), "{other}");
    assert!(other.contains(&format!("\n    {operation} answers {code}\n")), "{other}");
}

#[test]
fn members() {
    let text = explained("CachePolicyConfig.DefaultTTL");
    assert_eq!(text, explained("CachePolicyConfig$DefaultTTL"));
    let expected = "CachePolicyConfig$DefaultTTL
  if absent, 86400 is assumed where MinTTL is at most 86400
  if absent, the value of MinTTL is assumed where MinTTL is greater than 86400
  warning[InvalidArgument]: DefaultTTL is longer than 100 years
    rule cache-policy-config-default-ttl-limit: use at most 3153600000 seconds
  error[InvalidArgument]: range at least 0
    rule cache-policy-config-default-ttl-range

CachePolicyConfig has rules that read it too: cache-policy-config-max-ttl-order, ";
    assert!(text.starts_with(expected), "{text}");
    let elements = explained("AllowedMethods.Items");
    assert!(
        elements.contains("\nAllowedMethods$Items[]\n  error[InvalidArgument]: one of GET, HEAD, POST, PUT, PATCH, OPTIONS, DELETE\n"),
        "{elements}"
    );
}

#[test]
fn structures() {
    let text = explained("StreamingDistributionConfig");
    let expected = "StreamingDistributionConfig
  deprecated since 2020-12-31: RTMP distributions were retired; use a web distribution

StreamingDistributionConfig$CallerReference
  error[IllegalUpdate]: unchanged by updates
";
    assert!(text.starts_with(expected), "{text}");
    assert!(!text.contains("StreamingDistributionConfigWithTags"), "{text}");
}

#[test]
fn operations() {
    let text = explained("GetDistribution");
    let expected = "GetDistribution takes GetDistributionRequest

GetDistributionRequest$Id
  error[NoSuchDistribution]: not empty
    rule get-distribution-request-id-label
  error[NoSuchDistribution]: required
    rule get-distribution-request-id-required
";
    assert_eq!(text, expected);
}

#[test]
fn error_codes() {
    let expected = "TooManyCacheBehaviors (HTTP 400)

CacheBehaviors$Items
  quota[TooManyCacheBehaviors]: quota of 75
    rule cache-behaviors-items-quota
";
    assert_eq!(explained("TooManyCacheBehaviors"), expected);
    assert_eq!(
        explained("DistributionNotDisabled"),
        "DistributionNotDisabled (HTTP 409)\n  no rule of requests answers it\n"
    );
}

#[test]
fn names_that_are_not_known() {
    for (name, help) in [
        ("CacheBehaviour", "did you mean CacheBehavior?"),
        ("CacheBehavior.MinTtl", "did you mean CacheBehavior.MinTTL?"),
        ("CacheBehavior.Compres", "did you mean CacheBehavior.Compress?"),
        ("CacheBehaviour.MinTTL", "did you mean CacheBehavior.MinTTL?"),
        ("TooManyCacheBehavior", "did you mean TooManyCacheBehaviors?"),
        ("allowed-method-cached", "did you mean allowed-methods-cached?"),
        ("GetDistributions", "did you mean GetDistribution?"),
        (
            "nothing like it",
            "name a rule, a structure or member of requests (CacheBehavior.MinTTL), an operation or an error code",
        ),
        (
            "",
            "name a rule, a structure or member of requests (CacheBehavior.MinTTL), an operation or an error code",
        ),
    ] {
        assert_eq!(refused(name), format!("error: nothing is known of `{name}`\n  help: {help}\n"));
    }
}

/// Every rule can be asked for, and so can everything that it speaks of.
#[test]
fn every_name_of_the_table_is_known() {
    // One rule in fifty says as much as all of them.
    for rule in cloudfront_validators::rules().step_by(50) {
        let structure = rule.target.split('$').next().expect("there is one");
        for name in [rule.target, &rule.target.replace("[]", ""), structure, rule.code] {
            assert!(explained(name).contains(rule.id), "{name}");
        }
        let source = if rule.source == "model" { "the service's own model" } else { rule.source };
        assert!(explained(rule.id).ends_with(&format!("\n  from {source}\n")), "{}", rule.id);
    }
}

/// Rules of a structure around it that blame the member, beside those of its own structure.
#[test]
fn members_that_other_structures_blame() {
    for (name, rule) in [
        ("CacheBehavior.TargetOriginId", "distribution-config-behavior-targets"),
        ("OriginGroupMember.OriginId", "distribution-config-origin-group-member"),
        ("Origin.Id", "origins-unique-ids"),
        ("Origin.CustomHeaders", "update-distribution-request-origin-custom-headers-required"),
        ("Headers", "distribution-config-behavior-s3-headers"),
    ] {
        let text = explained(name);
        assert!(text.contains(&format!("\n    rule {rule}: ")), "{text}");
    }
    let text = explained("distribution-config-behavior-targets");
    let lines = "\n  of DistributionConfig$CacheBehaviors$Items[]$TargetOriginId\n  blames CacheBehavior$TargetOriginId\n";
    assert!(text.contains(lines), "{text}");
}

/// The values of enums are named.
#[test]
fn values_of_enums() {
    let text = explained("DistributionConfig.PriceClass");
    assert!(text.contains(": one of PriceClass_100, PriceClass_200, PriceClass_All, None\n"), "{text}");
}

/// Members of which no rule speaks are known too, and so are the rules of their structure that read them.
#[test]
fn members_without_rules() {
    let expected = "CacheBehavior$CachePolicyId
  no rule speaks of it alone

CacheBehavior has rules that read it too: cache-behavior-cache-settings, ";
    let text = explained("CacheBehavior.CachePolicyId");
    assert!(text.starts_with(expected), "{text}");
    for name in ["StreamingDistributionConfig.Aliases", "GetDistributionResult", "GetDistributionResult.ETag"]
    {
        assert!(explained(name).contains("no rule speaks of it alone\n"), "{name}");
    }
}

/// Members come as the model orders them.
#[test]
fn structures_keep_the_order_of_the_model() {
    let text = explained("S3OriginConfig");
    let places = ["S3OriginConfig$OriginAccessIdentity\n", "S3OriginConfig$OriginReadTimeout\n"];
    let places = places.map(|heading| text.find(heading).unwrap_or_else(|| panic!("{heading}{text}")));
    assert!(places.is_sorted());
    let text = explained("Origins");
    assert!(text.find("Origins$Quantity\n") < text.find("Origins$Items\n"), "{text}");
}

/// Whoever reads only the beginning of a long text is no failure.
#[test]
fn readers_may_go_away() {
    let mut child =
        crate::common::shapewright(&["explain", "InvalidArgument"]).spawn().expect("the binary was built");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the process ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}
