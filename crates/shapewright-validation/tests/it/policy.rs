//! Which rules count is the caller's choice.

use crate::shapes::*;
use shapewright_validation::{Kind, Level, Options, Policy, Rule, Rules, Severity, validate};

/// Breaks a rule of each severity: error, quota, warning, deprecated.
fn broken() -> StreamingDistributionConfig {
    let origin = |path: &str| S3Origin { domain_name: Some("a".into()), origin_path: Some(path.into()) };
    StreamingDistributionConfig {
        s3_origin: Some(origin("/a")),
        origins: Some(["/a", "/b", "/c", "/d"].map(origin).into()),
        min_ttl: Some(1),
        legacy: Some(true),
        price_class: Some("PriceClass_7".into()),
        ..Default::default()
    }
}

fn levels(policy: Policy) -> Vec<(Severity, Level)> {
    let options = Options::default().policy(policy);
    let report = broken().validate_with(&options);
    let mut levels: Vec<_> =
        report.iter().map(|violation| (violation.severity(), violation.level())).collect();
    levels.sort();
    levels.dedup();
    levels
}

#[test]
fn by_default_errors_and_quotas_are_errors() {
    use {Level::*, Severity as S};
    let wanted = [(S::Error, Error), (S::Quota, Error), (S::Warning, Warning), (S::Deprecated, Warning)];
    assert_eq!(levels(Policy::default()), wanted);
    assert!(!broken().validate().is_valid());
}

#[test]
fn strict_makes_everything_an_error() {
    assert!(levels(Policy::strict()).iter().all(|(_, level)| *level == Level::Error));
}

#[test]
fn severities_and_rules_can_be_switched() {
    let policy = Policy::builder(TABLE)
        .severity(Severity::Error, Level::Off)
        .severity(Severity::Warning, Level::Off)
        .severity(Severity::Deprecated, Level::Error)
        .rule("streaming-distribution-config-origins-quota", Level::Warning)
        .build();
    assert_eq!(
        levels(policy.expect("all rules exist")),
        [(Severity::Quota, Level::Warning), (Severity::Deprecated, Level::Error)]
    );
}

/// A rule can be a warning in one structure and an error in others. Policies go by the severity there.
#[test]
fn a_severity_can_depend_on_what_is_validated() {
    static RULE: Rule = Rule { id: "named", kind: Kind::Check, warning_in: &["Aliases"], ..Rule::DEFAULT };
    static RULES: Rules = Rules { tables: &[&[RULE]], general: "InvalidArgument", ..Rules::EMPTY };
    assert_eq!(
        [RULE.severity_in("Aliases"), RULE.severity_in("S3Origin")],
        [Severity::Warning, Severity::Error]
    );
    let broken = |policy| {
        let options = Options::default().policy(policy);
        let reports = [
            validate(RULES, &options, &Aliases::default(), |_, c| c.ensure(false, "named")),
            validate(RULES, &options, &S3Origin::default(), |_, c| c.ensure(false, "named")),
        ];
        reports.map(|report| report.iter().map(|found| (found.severity(), found.level())).collect::<Vec<_>>())
    };
    let [of_aliases, of_origin] = broken(Policy::default());
    assert_eq!(of_aliases, [(Severity::Warning, Level::Warning)]);
    assert_eq!(of_origin, [(Severity::Error, Level::Error)]);
    let [of_aliases, of_origin] = broken(Policy::default().severity(Severity::Warning, Level::Off));
    assert_eq!((of_aliases.len(), of_origin.len()), (0, 1));
}

#[test]
fn quotas_can_be_raised_and_lowered() {
    let rule = "streaming-distribution-config-origins-quota";
    let over = |limit| {
        let policy = Policy::builder(TABLE).quota(rule, limit).build().expect("it is a quota");
        let report = broken().validate_with(&Options::default().policy(policy));
        report.iter().any(|violation| violation.rule() == rule)
    };
    assert!(!over(4));
    assert!(over(3));
    assert!(over(0));
}

/// Everything that is wrong with a policy is said at once.
#[test]
fn rules_that_do_not_exist_and_limits_that_are_no_quotas_are_errors() {
    let policy = Policy::builder(TABLE)
        .rule("aliases-quantty", Level::Off)
        .quota("aliases-items-item-length", 7)
        .quota("what-is-this", 7)
        .rule("aliases-quantity", Level::Off)
        .build();
    let error = policy.expect_err("two ids do not exist");
    assert_eq!(
        error.problems(),
        [
            "there is no rule `aliases-quantty`; did you mean `aliases-quantity`?",
            "the rule `aliases-items-item-length` is not a quota: its limit is fixed",
            "there is no rule `what-is-this`",
        ]
    );
    assert_eq!(error.to_string(), error.problems().join("\n"));
}

#[test]
fn a_builder_can_start_from_another_policy() {
    let rule = "streaming-distribution-config-legacy-deprecated";
    let policy = Policy::builder(TABLE).rule(rule, Level::Off).base(Policy::strict()).build();
    let strict = levels(policy.expect("the rule exists"));
    assert!(!strict.is_empty() && strict.iter().all(|(_, level)| *level == Level::Error), "{strict:?}");
    assert!(strict.iter().all(|(severity, _)| *severity != Severity::Deprecated), "{strict:?}");
}

#[test]
fn a_report_with_warnings_only_is_valid() {
    let policy =
        Policy::default().severity(Severity::Error, Level::Warning).severity(Severity::Quota, Level::Warning);
    let report = broken().validate_with(&Options::default().policy(policy));
    assert!(report.is_valid());
    assert_eq!(report.errors().count(), 0);
    assert_eq!(report.warnings().count(), report.violations().len());
    assert!(report.validation_exception().field_list.is_empty());
}

#[test]
fn reports_become_validation_exceptions() {
    let config = StreamingDistributionConfig {
        s3_origin: None,
        caller_reference: Some("a".into()),
        ..Default::default()
    };
    let exception = config.validate().validation_exception();
    assert_eq!(exception.message, "1 validation error detected. S3Origin is missing at '/S3Origin'");
    assert_eq!(exception.field_list[0].path, "/S3Origin");
}
