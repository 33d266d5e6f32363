//! `shapewright explain` as a process: the text about a name.

mod json;

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, structure};
use cloudfront::shapes::summaries;
use cloudfront::validators::{Evidence, RULES};

use crate::common::explained;

/// What the overlays say about an operation or shape.
fn about(name: &str) -> &'static str {
    summaries::of(name).expect("it has a summary")
}

/// What the overlays say about a member or value.
fn about_member(name: &str, member: &str) -> &'static str {
    summaries::of_member(name, member).expect("it has a summary")
}

#[test]
fn rules() {
    let source = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html";
    let expected = format!(
        "error[InvalidArgument]: CachedMethods has a method that is not allowed
  rule allowed-methods-cached: add the method to AllowedMethods, or remove it from CachedMethods
  target: AllowedMethods.CachedMethods
  depends on: CachedMethods.Items, Items
  code: assumed
  source: Member documentation, {source}
"
    );
    assert_eq!(explained("allowed-methods-cached"), expected);
    let reports = match RULES.find("cache-behavior-target-origin-id-required").map(|rule| rule.evidence) {
        Some(Evidence::Observed(reports)) => reports,
        other => panic!("{other:?}"),
    };
    let expected = format!(
        "error[MalformedXML]: required
  rule cache-behavior-target-origin-id-required
  target: CacheBehavior.TargetOriginId
  code: observed in {reports}
  source: the service's own model
"
    );
    assert_eq!(explained("cache-behavior-target-origin-id-required"), expected);
    let other = explained("aliases-items-item-pattern");
    assert!(other.contains("\n  target: Aliases.Items[]\n"), "{other}");
}

/// How a code is known.
#[test]
fn evidence() {
    for rule in cloudfront::validators::rules() {
        let text = explained(rule.id);
        let word = rule.evidence.as_str();
        assert!(text.contains(&format!("\n  code: {word}")), "{text}");
        if let Evidence::Observed(reports) = rule.evidence {
            assert!(text.contains(&format!("\n  code: observed in {reports}\n")), "{text}");
        }
    }
}

/// Inputs in which a rule is only a warning are named.
#[test]
fn warnings_of_inputs() {
    let rule =
        cloudfront::validators::rules().find(|rule| !rule.warning_in.is_empty()).expect("there is one");
    let text = explained(rule.id);
    assert!(text.contains(&format!("\n  a warning in {}\n", rule.warning_in[0])), "{text}");
}

/// Codes that no operation models.
#[test]
fn common_errors() {
    let text = explained("MalformedXML");
    assert!(text.starts_with("MalformedXML (HTTP 400)\n  "), "{text}");
    assert!(text.contains("\n  any operation may return it\n"), "{text}");
    assert!(text.contains("\n    rule cache-behavior-target-origin-id-required\n"), "{text}");
    assert!(explained("Throttling").contains("\n  no rule about requests has this code\n"));
    assert!(!explained("InvalidOrigin").contains("any operation"));
}

/// Operations with a code of their own are named.
#[test]
fn codes_of_operations() {
    let rule =
        cloudfront::validators::rules().find(|rule| !rule.code_overrides.is_empty()).expect("there is one");
    let (operation, code) = rule.code_overrides[0];
    let text = explained(rule.id);
    assert!(text.contains(&format!("\n  code for {operation}: {code}\n")), "{text}");
    let other = explained(code);
    assert!(other.contains(&format!("rule {}", rule.id)), "{other}");
    assert!(other.contains(&format!("\n    code for {operation}: {code}\n")), "{other}");
}

/// Rules of the reader, which are in no table.
#[test]
fn built_in_rules() {
    let expected = "error[InvalidArgument]: a value has another type than the model says
  rule wrong-type: use the type that the message names
  target: any value
";
    assert_eq!(explained("wrong-type"), expected);
    for rule in ["unknown-member", "duplicate-member", "depth"] {
        assert!(explained(rule).contains(&format!("\n  rule {rule}: ")));
    }
}

#[test]
fn types() {
    for (member, ty) in [
        ("CacheBehavior.MinTTL", "integer"),
        ("CacheBehavior.Compress", "boolean"),
        ("DistributionConfig.Origins", "Origins"),
        ("Origins.Items", "list of Origin"),
        ("Aliases.Items", "list of string"),
        ("CreateFunctionRequest.FunctionCode", "bytes"),
        ("DistributionSummary.LastModifiedTime", "timestamp"),
        ("TestResult.ComputeUtilization", "string"),
        ("ContinuousDeploymentSingleWeightConfig.Weight", "number"),
    ] {
        let text = explained(member);
        assert!(text.starts_with(&format!("{member}: {ty}\n")), "{text}");
    }
    let text = explained("CustomOriginConfig");
    assert!(text.contains("\nmembers of CustomOriginConfig\n  HTTPPort: integer\n"), "{text}");
}

#[test]
fn members() {
    let text = explained("CachePolicyConfig.DefaultTTL");
    assert_eq!(text, explained("CachePolicyConfig$DefaultTTL"));
    let summary = about_member("CachePolicyConfig", "DefaultTTL");
    let expected = format!(
        "CachePolicyConfig.DefaultTTL: integer
  {summary}
  default: 86400 if MinTTL is at most 86400
  default: the value of MinTTL if MinTTL is greater than 86400
  warning[InvalidArgument]: DefaultTTL is longer than 100 years
    rule cache-policy-config-default-ttl-limit: use at most 3153600000 seconds
  error[InvalidArgument]: range at least 0
    rule cache-policy-config-default-ttl-range

other rules of CachePolicyConfig that depend on it: cache-policy-config-max-ttl-order, "
    );
    assert!(text.starts_with(&expected), "{text}");
    let elements = explained("AllowedMethods.Items");
    let expected = "\nAllowedMethods.Items[]\n  \
                    error[MalformedXML]: one of GET, HEAD, POST, PUT, PATCH, OPTIONS, DELETE\n";
    assert!(elements.contains(expected), "{elements}");
}

#[test]
fn structures() {
    let text = explained("StreamingDistributionConfig");
    let expected = format!(
        "StreamingDistributionConfig
  {}
  deprecated since 2020-12-31: RTMP distributions were retired; use a web distribution

StreamingDistributionConfig.CallerReference: string
  error[IllegalUpdate]: unchanged by updates
",
        about("StreamingDistributionConfig")
    );
    assert!(text.starts_with(&expected), "{text}");
    assert!(!text.contains("StreamingDistributionConfigWithTags"), "{text}");
}

#[test]
fn operations() {
    let text = explained("GetDistribution");
    let (operation, id) = (about("GetDistribution"), about_member("GetDistributionRequest", "Id"));
    let expected = format!(
        "GetDistribution: GET /2020-05-31/distribution/{{Id}}
  {operation}
  input: GetDistributionRequest
  output: GetDistributionResult

GetDistributionRequest.Id: string
  error[NoSuchDistribution]: not empty, `.` or `..`
    rule get-distribution-request-id-label
  error[MalformedXML]: required
    rule get-distribution-request-id-required

members of GetDistributionRequest
  Id: string
    {id}
"
    );
    assert_eq!(text, expected);
    let text = explained("ListDistributions");
    let summary = about("ListDistributions");
    let expected = format!(
        "ListDistributions: GET /2020-05-31/distribution
  {summary}
  input: "
    );
    assert!(text.starts_with(&expected), "{text}");
}

#[test]
fn error_codes() {
    let summary = |code: Code| code.summary().expect("it has a summary");
    let expected = format!(
        "TooManyCacheBehaviors (HTTP 400)
  {}

CacheBehaviors.Items
  quota[TooManyCacheBehaviors]: quota of 75
    rule cache-behaviors-items-quota
",
        summary(Code::TooManyCacheBehaviors)
    );
    assert_eq!(explained("TooManyCacheBehaviors"), expected);
    assert_eq!(
        explained("DistributionNotDisabled"),
        format!(
            "DistributionNotDisabled (HTTP 409)
  {}
  no rule about requests has this code
",
            summary(Code::DistributionNotDisabled)
        )
    );
}

#[test]
fn an_index_leads_to_the_element_of_a_list() {
    let text = explained("UpdateDistribution/DistributionConfig/Origins/Items/0");
    let wanted = "UpdateDistribution/DistributionConfig/Origins/Items/0 is an element of Origins.Items in the input of \
                  UpdateDistribution\n\nOrigin\n";
    assert!(text.starts_with(wanted), "{text}");
    assert!(text.contains("members of Origin\n"), "{text}");
    let text = explained("DistributionConfig/Origins/Items/0");
    assert!(
        text.starts_with("DistributionConfig/Origins/Items/0 is an element of Origins.Items\n\nOrigin\n")
    );
    // What is no structure has its rules at the member.
    let text = explained("/DistributionConfig/Aliases/Items/0");
    assert!(text.contains("is an element of Aliases.Items in "), "{text}");
    assert!(text.contains("Aliases.Items: list of string"), "{text}");
}

/// Every rule can be explained, and so can everything that it names.
#[test]
fn every_rule_can_be_explained() {
    // One rule in fifty is enough.
    for rule in cloudfront::validators::rules().step_by(50) {
        let structure = rule.target.split('$').next().expect("there is one");
        for name in [rule.target, &rule.target.replace("[]", ""), structure, rule.code] {
            assert!(explained(name).contains(rule.id), "{name}");
        }
        let source = if rule.source == "model" { "the service's own model" } else { rule.source };
        assert!(explained(rule.id).ends_with(&format!("\n  source: {source}\n")), "{}", rule.id);
    }
}

/// Rules of a structure around it that are reported at the member, beside those of its own structure.
#[test]
fn rules_of_other_structures_that_are_reported_at_a_member() {
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
    let lines = "\n  target: DistributionConfig.CacheBehaviors.Items[].TargetOriginId\n  \
                 reported at: CacheBehavior.TargetOriginId\n";
    assert!(text.contains(lines), "{text}");
}

/// Enums have names of their own, and members that have their values.
#[test]
fn enums() {
    let values = ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"];
    let lines = values.map(|value| format!("    {value}: {}\n", about_member("SslProtocol", value))).concat();
    let expected = format!(
        "SslProtocol: enum\n  {}\n  values: SSLv3, TLSv1, TLSv1.1, TLSv1.2\n{lines}  members with these values: \
         OriginSslProtocols.Items[]\n",
        about("SslProtocol")
    );
    assert_eq!(explained("SslProtocol"), expected);
    for name in ENUMS {
        let text = explained(name);
        assert!(structure(name).is_some() || text.starts_with(&format!("{name}: enum\n")), "{text}");
    }
}

/// The values of an enum are listed at its members too.
#[test]
fn values_of_enums() {
    let text = explained("DistributionConfig.PriceClass");
    assert!(text.contains(": one of PriceClass_100, PriceClass_200, PriceClass_All, None\n"), "{text}");
}

/// Members without rules are known too, and so are the rules of their structure that depend on them.
#[test]
fn members_without_rules() {
    let summary = about_member("CacheBehavior", "CachePolicyId");
    let expected = format!(
        "CacheBehavior.CachePolicyId: string
  {summary}
  no rule is about it alone

other rules of CacheBehavior that depend on it: cache-behavior-cache-settings, "
    );
    let text = explained("CacheBehavior.CachePolicyId");
    assert!(text.starts_with(&expected), "{text}");
    for name in [
        "StreamingDistributionConfig.Aliases",
        "GetDistributionResult",
        "GetDistributionResult.ETag",
        // It has no members either.
        "DeleteMonitoringSubscriptionResult",
    ] {
        assert!(explained(name).contains("no rule is about it alone\n"), "{name}");
    }
}

/// Members come as the model orders them.
#[test]
fn structures_keep_the_order_of_the_model() {
    let text = explained("S3OriginConfig");
    let places = ["S3OriginConfig.OriginAccessIdentity: ", "S3OriginConfig.OriginReadTimeout: "];
    let places = places.map(|heading| text.find(heading).unwrap_or_else(|| panic!("{heading}{text}")));
    assert!(places.is_sorted());
    let text = explained("Origins");
    assert!(text.find("Origins.Quantity: ") < text.find("Origins.Items: "), "{text}");
}

/// A sentence comes first, however a member is named: by its structure, alone, or by the path of a report.
#[test]
fn summaries_of_members() {
    let sentence = about_member("Origin", "Id");
    for name in ["Origin.Id", "/DistributionConfig/Origins/Items/0/Id"] {
        let text = explained(name);
        assert!(text.contains(&format!("Origin.Id: string\n  {sentence}\n")), "{text}");
    }
    let text = explained("OriginShieldRegion");
    let sentence = about_member("OriginShield", "OriginShieldRegion");
    assert!(text.starts_with(&format!("OriginShield.OriginShieldRegion: string\n  {sentence}\n")), "{text}");
}

/// Members of one name share a sentence, or each has one of its own.
#[test]
fn summaries_of_members_of_one_name() {
    let sentence = about_member("CacheBehavior", "TargetOriginId");
    let expected = format!(
        "TargetOriginId is a member of 2 structures\n  {sentence}\n  CacheBehavior.TargetOriginId: 2 rules\n  \
         DefaultCacheBehavior.TargetOriginId: 1 rule\n"
    );
    assert_eq!(explained("TargetOriginId"), expected);
    let text = explained("CaCertificatesBundleSource");
    for structure in ["CreateTrustStoreRequest", "UpdateTrustStoreRequest"] {
        let sentence = about_member(structure, "CaCertificatesBundleSource");
        let (_, after) =
            text.split_once(&format!("  {structure}.CaCertificatesBundleSource: ")).expect(&text);
        assert_eq!(after.lines().nth(1), Some(&*format!("    {sentence}")), "{text}");
    }
}

/// Of a request nothing is left without a sentence.
#[test]
fn every_part_of_requests_has_a_summary() {
    for operation in cloudfront::validators::OPERATIONS {
        let input = cloudfront::http::operation(operation).expect("it has a binding").input.shape;
        for name in [*operation, input] {
            assert!(summaries::of(name).is_some(), "{name}");
        }
        for member in structure(input).expect("it is in the catalog").member_names() {
            assert!(summaries::of_member(input, member).is_some(), "{input}.{member}");
        }
    }
    let without: Vec<&Code> = Code::ALL.iter().filter(|code| code.summary().is_none()).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Unions have a sentence and rules, but no members of their own in the catalog.
#[test]
fn unions() {
    let text = explained("CaCertificatesBundleSource");
    let sentence = about("CaCertificatesBundleSource");
    assert!(text.starts_with(&format!("CaCertificatesBundleSource\n  {sentence}\n")), "{text}");
    assert!(text.contains("\nCaCertificatesBundleSource is a member of 2 structures\n"), "{text}");
}
