//! Rules that compare with the current configuration.

use cloudfront_shapes::{DistributionConfig, PublicKeyConfig, StreamingDistributionConfig};
use cloudfront_validators::{Options, Report, ValidateUpdate, validate_update};

/// Returns the rules that the update violates, without those that the proposed configuration violates by itself.
fn broken<T: ValidateUpdate>(current: &T, proposed: &T) -> Vec<(String, String)> {
    let alone = proposed.validate();
    let alone: Vec<&str> = alone.iter().map(|violation| violation.rule()).collect();
    let report: Report = validate_update(current, proposed, &Options::default());
    let more = report.iter().filter(|violation| !alone.contains(&violation.rule()));
    more.map(|violation| (violation.pointer().to_owned(), violation.code().to_owned())).collect()
}

fn reported(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[test]
fn a_changed_caller_reference_is_an_error() {
    let current = DistributionConfig::default().caller_reference("a");
    assert_eq!(broken(&current, &current.clone().comment("new")), []);
    let changed = current.clone().caller_reference("b");
    assert_eq!(broken(&current, &changed), reported("/CallerReference", "IllegalUpdate"));
    let current = StreamingDistributionConfig::default().caller_reference("a");
    let changed = current.clone().caller_reference("b");
    assert_eq!(broken(&current, &changed), reported("/CallerReference", "IllegalUpdate"));
}

#[test]
fn absent_members_are_not_changes() {
    let current = DistributionConfig::default().caller_reference("a").staging(true);
    let proposed = DistributionConfig::default();
    assert_eq!(broken(&current, &proposed), []);
    assert_eq!(broken(&current, &proposed.staging(false)), reported("/Staging", "IllegalUpdate"));
}

#[test]
fn only_the_comment_of_a_public_key_may_change() {
    let code = "CannotChangeImmutablePublicKeyFields";
    let current = PublicKeyConfig::default().caller_reference("a").name("key").encoded_key("PEM");
    assert_eq!(broken(&current, &current.clone().comment("new")), []);
    assert_eq!(broken(&current, &current.clone().name("other")), reported("/Name", code));
    assert_eq!(broken(&current, &current.clone().encoded_key("NEW")), reported("/EncodedKey", code));
}

#[test]
fn a_report_has_the_rule() {
    let current = DistributionConfig::default().caller_reference("a");
    let report = validate_update(&current, &current.clone().caller_reference("b"), &Options::default());
    let reported =
        report.iter().find(|violation| violation.rule() == "distribution-config-caller-reference-immutable");
    assert_eq!(
        reported.map(|violation| violation.message()),
        Some("CallerReference cannot be changed by an update")
    );
}
