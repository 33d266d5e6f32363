//! Requests to properties of each tool and back: what differs is reported.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cloudfront_dialects::ALL;
use serde_json::Value;
use shapewright_dialect::{Dialect, from_api, to_api};

use crate::compare::compare;
use crate::support::parsed;

/// Maps a request to properties and back. Returns the pointers of what is lost or replaced, without indices, if the
/// tool makes the request. Everything that differs must be among them.
pub(crate) fn round_trip(
    dialect: &Dialect,
    operation: &str,
    params: &Value,
    name: &str,
) -> Option<Vec<String>> {
    let request = parsed(&params.to_string());
    let properties = from_api(dialect, operation, request.trees[0].root())?;
    let back = to_api(dialect, properties.resource, properties.tree.root()).expect("a request");
    assert!(back.problems.is_empty(), "{name} in {}: {:#?}", dialect.name, back.problems);
    assert_eq!(properties.omitted, 0);
    for difference in compare(back.tree.root(), params) {
        let is_reported = properties.problems.iter().any(|problem| {
            let rest = difference.pointer.strip_prefix(&problem.pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        assert!(is_reported || is_empty(&difference.theirs), "{name} in {}: {difference:?}", dialect.name);
    }
    let pointer = |problem: &shapewright_dialect::Problem| {
        let is_name = |step: &&str| step.parse::<usize>().is_err();
        let kind = format!("{:?}", problem.kind);
        format!(
            "{} {kind} {}",
            dialect.name,
            problem.pointer.split('/').filter(is_name).collect::<Vec<_>>().join("/")
        )
    };
    Some(properties.problems.iter().map(pointer).collect())
}

/// Whether a value says the same if it is absent: a list without elements, or what is not enabled, with all that is
/// around it.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(members) => {
            members.values().all(|value| value == false || value == 0 || is_empty(value))
        }
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// What a tool does not send, or sends otherwise, of the requests of the tests. Every tool makes caller references
/// itself. Certificates by `Certificate` are deprecated, `AnycastIp` is an output, and the provider of Terraform has no
/// properties for the rest.
const LOST: &[&str] = &[
    "awscc Lost /DistributionConfig/ViewerCertificate/Certificate",
    "awscc Lost /DistributionConfig/ViewerCertificate/CertificateSource",
    "awscc Lost /IpamCidrConfigs/AnycastIp",
    "awscc Replaced /CloudFrontOriginAccessIdentityConfig/CallerReference",
    "awscc Replaced /DistributionConfig/CallerReference",
    "awscc Replaced /DistributionConfigWithTags/DistributionConfig/CallerReference",
    "awscc Replaced /StreamingDistributionConfig/CallerReference",
    "awscc Replaced /StreamingDistributionConfigWithTags/StreamingDistributionConfig/CallerReference",
    "cloudformation Lost /DistributionConfig/ViewerCertificate/Certificate",
    "cloudformation Lost /DistributionConfig/ViewerCertificate/CertificateSource",
    "cloudformation Lost /IpamCidrConfigs/AnycastIp",
    "cloudformation Replaced /CloudFrontOriginAccessIdentityConfig/CallerReference",
    "cloudformation Replaced /DistributionConfig/CallerReference",
    "cloudformation Replaced /DistributionConfigWithTags/DistributionConfig/CallerReference",
    "cloudformation Replaced /StreamingDistributionConfig/CallerReference",
    "cloudformation Replaced /StreamingDistributionConfigWithTags/StreamingDistributionConfig/CallerReference",
    "terraform Lost /DistributionConfig/Origins/Items/CustomOriginConfig/OriginMtlsConfig",
    "terraform Lost /DistributionConfig/Origins/Items/S3OriginConfig/OriginReadTimeout",
    "terraform Lost /DistributionConfig/ViewerCertificate/Certificate",
    "terraform Lost /DistributionConfig/ViewerCertificate/CertificateSource",
    "terraform Lost /DistributionConfig/ViewerCertificate/CloudFrontDefaultCertificate",
    "terraform Lost /DistributionConfigWithTags/DistributionConfig/ViewerCertificate/CloudFrontDefaultCertificate",
    "terraform Lost /ImportSource",
    "terraform Lost /IpAddressType",
    "terraform Lost /IpamCidrConfigs",
    "terraform Lost /Tags",
    "terraform Replaced /CloudFrontOriginAccessIdentityConfig/CallerReference",
    "terraform Replaced /DistributionConfig/CallerReference",
    "terraform Replaced /DistributionConfigWithTags/DistributionConfig/CallerReference",
    "terraform Replaced /FieldLevelEncryptionConfig/CallerReference",
    "terraform Replaced /FieldLevelEncryptionProfileConfig/CallerReference",
    "terraform Replaced /PublicKeyConfig/CallerReference",
];

#[test]
fn requests_of_the_tests_survive_each_dialect() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/requests");
    let mut problems = BTreeSet::new();
    let mut trips = 0;
    for entry in fs::read_dir(folder).expect("the requests") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        let request: Value = serde_json::from_str(&fs::read_to_string(&path).expect("text")).expect("JSON");
        let operation = request["operation"].as_str().expect("an operation");
        for dialect in ALL {
            let Some(pointers) = round_trip(dialect, operation, &request["params"], &name) else { continue };
            trips += 1;
            problems.extend(pointers);
        }
    }
    let shown: Vec<&str> = problems.iter().map(String::as_str).collect();
    assert_eq!(shown, LOST);
    assert!(trips >= 90, "{trips}");
}
