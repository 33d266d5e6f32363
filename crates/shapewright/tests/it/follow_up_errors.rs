//! A value of the wrong type or under a misspelt name gives one error, whatever rules depend on the value.

use crate::common::*;
use serde_json::{Value, json};

/// A value of a type that the member cannot have.
fn wrong(value: &Value) -> Value {
    if value.is_string() { json!(true) } else { json!("no such type") }
}

/// Spoils every value of every valid request in turn, and expects one more error where `spoil` says. Some requests have
/// warnings, which may stay.
fn assert_one_error_each(rule: &str, spoil: impl Fn(&mut Value, &str) -> Option<String>) {
    let mut lines = String::new();
    let mut expected = Vec::new();
    for (name, operation, params) in valid_requests() {
        lines.push_str(&line(&operation, &params));
        expected.push((name.clone(), None));
        let mut found = Vec::new();
        places(&params, "", &mut found);
        for place in found {
            let mut params = params.clone();
            let Some(expected_at) = spoil(&mut params, &place) else { continue };
            lines.push_str(&line(&operation, &params));
            expected.push((name.clone(), Some(expected_at)));
        }
    }
    let answers = answers(lines);
    assert!(answers.len() > 2500 && answers.len() == expected.len(), "{} places", answers.len());
    let (mut before, mut unexpected) = (Vec::new(), Vec::new());
    for (answer, (name, place)) in answers.iter().zip(&expected) {
        let Some(place) = place else {
            before = errors(answer);
            continue;
        };
        let mut added = errors(answer);
        added.retain(|error| !before.contains(error));
        if added != [(place.as_str(), rule, "error")] {
            unexpected.push(format!("{name} {place}: {added:?}"));
        }
    }
    assert!(unexpected.is_empty(), "{} of {}:\n{}", unexpected.len(), answers.len(), unexpected.join("\n"));
}

#[test]
fn a_wrong_type_adds_one_error_to_a_valid_request() {
    assert_one_error_each("wrong-type", |params, place| {
        let value = params.pointer_mut(place).expect("it was found there");
        *value = wrong(value);
        Some(place.to_owned())
    });
}

#[test]
fn a_misspelt_name_adds_one_error_to_a_valid_request() {
    assert_one_error_each("unknown-member", |params, place| {
        let (parent, name) = place.rsplit_once('/').expect("a pointer");
        let members = params.pointer_mut(parent).and_then(Value::as_object_mut)?;
        let value = members.remove(name).expect("it was found there");
        members.insert(format!("{name}x"), value);
        Some(format!("{place}x"))
    });
}

/// Null is the same as absent.
#[test]
fn a_misspelt_name_beside_null_means_the_same() {
    let config = json!({ "CallerReference": "r", "Comment": null, "Commen": "c" });
    let params = json!({ "CloudFrontOriginAccessIdentityConfig": config });
    let answer = check("CreateCloudFrontOriginAccessIdentity", &params);
    let at = "/CloudFrontOriginAccessIdentityConfig/Commen";
    assert_eq!(errors(&answer), [(at, "unknown-member", "error")]);
}

/// If both names are there, the unknown one is not a misspelling of the other.
#[test]
fn a_misspelt_name_beside_the_right_one_hides_nothing() {
    let config = json!({ "CallerReference": "r", "Comment": "c".repeat(129), "Commen": "c" });
    let params = json!({ "CloudFrontOriginAccessIdentityConfig": config });
    let answer = check("CreateCloudFrontOriginAccessIdentity", &params);
    let at = "/CloudFrontOriginAccessIdentityConfig";
    let expected = [
        (&*format!("{at}/Commen"), "unknown-member", "error"),
        (&*format!("{at}/Comment"), "cloud-front-origin-access-identity-config-comment-length", "error"),
    ];
    assert_eq!(errors(&answer), expected);
}

/// Other rules of the same structure, and the same rule of another structure, are still reported.
#[test]
fn a_wrong_type_hides_nothing_else() {
    let at = |rest: &str| format!("/DistributionConfig/{rest}");
    let (_, operation, params) = valid_requests()
        .into_iter()
        .find(|(name, ..)| name.ends_with("behaviors-site.json"))
        .expect("it is there");
    let changes = [
        (at("DefaultCacheBehavior/CachePolicyId"), json!(5)),
        (at("DefaultCacheBehavior/TargetOriginId"), json!("nothing")),
        (at("DefaultCacheBehavior/AllowedMethods/Items"), json!(["GET", "POST"])),
        (at("DefaultCacheBehavior/TrustedSigners"), json!({ "Enabled": "no", "Quantity": 2 })),
        (at("CacheBehaviors/Items/1/CachePolicyId"), Value::Null),
        (at("CacheBehaviors/Items/2/PathPattern"), json!(7)),
        (at("CacheBehaviors/Items/3/PathPattern"), json!("/api/*")),
    ];
    let changes: Vec<_> = changes.iter().map(|(path, value)| (path.as_str(), value.clone())).collect();
    let answer = check(&operation, &with(params, &changes));
    let expected = [
        ("CacheBehaviors/Items/1", "cache-behavior-cache-settings", "error"),
        ("CacheBehaviors/Items/2/PathPattern", "wrong-type", "error"),
        ("CacheBehaviors/Items/3/PathPattern", "cache-behaviors-path-patterns", "warning"),
        ("DefaultCacheBehavior/AllowedMethods/CachedMethods", "allowed-methods-cached", "error"),
        ("DefaultCacheBehavior/AllowedMethods/Items", "allowed-methods-set", "error"),
        ("DefaultCacheBehavior/CachePolicyId", "wrong-type", "error"),
        ("DefaultCacheBehavior/TargetOriginId", "distribution-config-behavior-targets", "error"),
        ("DefaultCacheBehavior/TrustedSigners/Enabled", "wrong-type", "error"),
        ("DefaultCacheBehavior/TrustedSigners/Quantity", "trusted-signers-quantity", "error"),
    ];
    let reported = errors(&answer)
        .into_iter()
        .map(|(path, rule, severity)| (path.trim_start_matches("/DistributionConfig/"), rule, severity));
    assert_eq!(reported.collect::<Vec<_>>(), expected);
}
