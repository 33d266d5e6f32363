//! Every rule has a case that breaks only this rule, and one at its limit that does not.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_validators::{Expected, Kind, Options, Policy, RULES, Report, Rule, Severity, rules};
use serde_json::{Map, Value, json};
use shapewright_tests::cases::{Case, cases, report, report_with, request, requests};

fn ids(report: &Report) -> BTreeSet<String> {
    report.iter().map(|violation| violation.rule().to_owned()).collect()
}

/// Problem of a case, if there is one.
fn problem(case: &Case) -> Option<String> {
    let broken = report(&case.base, &case.breaks, case.raw);
    let mut wanted = case.also.clone();
    wanted.insert(case.rule.clone());
    if ids(&broken) != wanted {
        return Some(format!("must violate exactly {wanted:?}, but the report is\n{broken}"));
    }
    let mut reported = broken.iter().filter(|violation| violation.rule() == case.rule);
    if let Some(at) = &case.at
        && !reported.any(|violation| violation.pointer() == at)
    {
        return Some(format!("must be reported at {at}, but the report is\n{broken}"));
    }
    let mut reported = broken.iter().filter(|violation| violation.rule() == case.rule);
    if let Some(code) = &case.code
        && !reported.any(|violation| violation.code_of(&case.base.operation) == code)
    {
        return Some(format!("{} must return {code}, but the report is\n{broken}", case.base.operation));
    }
    let mut reported = broken.iter().filter(|violation| violation.rule() == case.rule);
    if let Some(severity) = &case.severity
        && !reported.any(|violation| violation.severity().as_str() == severity)
    {
        return Some(format!("must be of severity {severity}, but the report is\n{broken}"));
    }
    for (index, change) in case.holds.iter().enumerate() {
        let held = report(&case.base, change, case.raw);
        if !held.is_valid() || ids(&held).contains(&case.rule) {
            return Some(format!("change {index} must hold, but the report is\n{held}"));
        }
    }
    None
}

#[test]
fn requests_are_valid() {
    let wrong: Vec<String> = requests()
        .iter()
        .filter_map(|name| {
            let report = report(&request(name), &Map::new(), true);
            (!report.is_valid()).then(|| format!("{name}:\n{report}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn cases_violate_only_their_rule() {
    let cases = cases();
    assert!(!cases.is_empty());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| Some(format!("{} {}: {}", case.name, case.rule, problem(case)?)))
        .collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn cases_have_existing_rules() {
    let unknown: Vec<String> =
        cases().into_iter().map(|case| case.rule).filter(|rule| RULES.find(rule).is_none()).collect();
    assert!(unknown.is_empty(), "no such rules: {unknown:?}");
}

/// Traits of the model have generated cases (`traits.rs`), and rules of updates have tests in `updates.rs`. All other
/// rules need a case in `tests/fixtures/rules`.
#[test]
fn every_rule_of_the_overlays_has_a_case() {
    let mut counts: BTreeMap<&str, usize> =
        rules().filter(|rule| needs_a_case(rule)).map(|rule| (rule.id, 0)).collect();
    for case in cases() {
        if let Some(rule) = RULES.find(&case.rule) {
            *counts.entry(rule.id).or_default() += 1;
        }
    }
    let missing: Vec<&str> = counts.into_iter().filter(|(_, count)| *count == 0).map(|(id, _)| id).collect();
    assert!(missing.is_empty(), "{} rules without a case:\n{}", missing.len(), missing.join("\n"));
}

fn needs_a_case(rule: &Rule) -> bool {
    match rule.kind {
        // Counts are tested for every list (`shapes/quantity_lists.rs`).
        Kind::Immutable | Kind::Quantity => false,
        Kind::Condition | Kind::Check | Kind::Pattern => true,
        _ => rule.source != "model",
    }
}

/// One rule of each kind: members, members of elements, filtered elements, the path of a list with members of its
/// parent, and the members that an overlay lists for a check.
#[test]
fn rules_list_the_members_that_they_depend_on() {
    let reads = |rule: &str| RULES.find(rule).unwrap_or_else(|| panic!("no rule {rule}")).depends_on;
    assert_eq!(reads("cache-behavior-max-ttl-order"), ["CachePolicyId", "DefaultTTL", "MaxTTL"]);
    assert_eq!(reads("allowed-methods-cached"), ["CachedMethods.Items", "Items"]);
    assert_eq!(
        reads("distribution-config-tenant-only-cache-behaviors-trusted-signers"),
        [
            "CacheBehaviors.Items.TrustedSigners.Enabled",
            "CacheBehaviors.Items.TrustedSigners.Items",
            "ConnectionMode"
        ]
    );
    assert_eq!(reads("distribution-config-behavior-targets"), ["OriginGroups.Items.Id", "Origins.Items.Id"]);
    assert_eq!(
        reads("cache-behavior-viewer-functions"),
        ["FunctionAssociations.Items.EventType", "LambdaFunctionAssociations.Items.EventType"]
    );
    assert_eq!(reads("aliases-quantity"), ["Items"]);
    assert_eq!(reads("ca-certificates-bundle-source-union"), ["CaCertificatesBundleS3Location"]);
    assert_eq!(reads("aliases-unique"), [""; 0]);
}

/// Violations have the limit of the policy, and mention the documented one as the default.
#[test]
fn violations_of_quotas_give_the_limit_of_the_policy() {
    let is_quota = |rule: &Rule| rule.kind == Kind::Check && rule.severity == Severity::Quota;
    let mut untold: BTreeSet<&str> = rules().filter(|rule| is_quota(rule)).map(|rule| rule.id).collect();
    assert!(!untold.is_empty());
    for case in cases().iter().filter(|case| RULES.find(&case.rule).is_some_and(is_quota)) {
        let policy = Policy::builder(RULES).quota(&case.rule, 1).build().expect("the rule is a quota");
        let options = Options::default().policy(policy);
        let report = report_with(&case.base, &case.breaks, case.raw, &options);
        let violation = report.iter().find(|violation| violation.rule() == case.rule);
        let violation = violation.unwrap_or_else(|| panic!("{}: {report}", case.name));
        let (message, actual) = (violation.message(), violation.actual().expect("the value is a number"));
        assert!(message.ends_with(&format!(" by default: {actual} instead of at most 1")), "{violation}");
        assert_eq!(violation.expected(), Expected::Quota(1), "{violation}");
        assert!(!violation.help().contains(|c: char| c.is_ascii_digit()), "{violation}");
        untold.remove(case.rule.as_str());
    }
    assert_eq!(untold, BTreeSet::new());
}

/// A violation that is caused by another one is not reported.
#[test]
fn one_mistake_is_one_violation() {
    let reported = |base: &str, changes: &[(&str, Value)]| {
        let changes = changes.iter().map(|(path, value)| ((*path).to_owned(), value.clone())).collect();
        report(&request(base), &changes, false)
            .iter()
            .map(|found| found.rule().to_owned())
            .collect::<Vec<_>>()
    };
    let config = "/DistributionConfig";
    // The origin of the behavior is unknown, so no origin is reported as unused.
    let target = format!("{config}/DefaultCacheBehavior/TargetOriginId");
    assert_eq!(
        reported("distribution-create", &[(&target, json!("wbe"))]),
        ["distribution-config-behavior-targets"]
    );
    // The behavior may refer to the origin without id.
    for origin in [0, 1] {
        let id = format!("{config}/Origins/Items/{origin}/Id");
        assert_eq!(reported("distribution-create", &[(&id, Value::Null)]), ["origin-id-required"], "{id}");
    }
}

/// Quotas change, so the source of each has a year and a month.
#[test]
fn quotas_have_a_date() {
    let is_date = |word: &str| {
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        word.split_once('-').is_some_and(|(year, month)| digits(year, 4) && digits(month, 2))
    };
    let quotas: Vec<&Rule> = rules().filter(|rule| rule.severity == Severity::Quota).collect();
    let undated = quotas.iter().filter(|rule| !rule.source.split([' ', ',', ';']).any(is_date));
    assert_eq!(undated.map(|rule| rule.id).collect::<Vec<_>>(), [""; 0]);
    assert!(quotas.len() > 35, "only {}", quotas.len());
}
