//! Validations end, and reports stay small.

use crate::shapes::*;
use shapewright_validation::{Bound, Limits, Options, Report};

/// Valid but for missing members, with so many structures inside each other.
fn nested(depth: usize) -> StreamingDistributionConfig {
    let mut config = StreamingDistributionConfig {
        caller_reference: Some("a".into()),
        s3_origin: Some(S3Origin { domain_name: Some("a".into()), origin_path: None }),
        ..Default::default()
    };
    for _ in 0..depth {
        config = StreamingDistributionConfig { parent: Some(Box::new(config.clone())), ..config };
        config.parent.as_mut().into_iter().for_each(|parent| parent.comment = Some("a".into()));
    }
    config
}

#[test]
fn depth_is_limited() {
    let options = Options::default().limits(Limits::default().max_depth(3));
    assert!(nested(2).validate_with(&options).is_valid());
    let report = nested(5).validate_with(&options);
    assert_eq!(
        report.to_string(),
        "error[InvalidArgument]: more than 3 structures lie inside each other\n  \
         at /Parent/Parent/Parent/S3Origin\n  \
         rule depth: nest the value less deeply; the parts inside were not checked"
    );
    assert!(!report.truncated());
}

#[test]
fn default_depth_is_64() {
    assert!(nested(63).validate().is_valid());
    assert_eq!(nested(70).validate().violations().len(), 1);
}

#[test]
fn the_number_of_violations_is_limited() {
    let options = Options::default().limits(Limits::default().max_violations(2));
    let aliases: Aliases = ["x".repeat(300), "y".repeat(300), "z".repeat(300)].into();
    let report = aliases.validate_with(&options);
    assert_eq!(report.violations().len(), 2);
    assert!(report.truncated());
    assert!(report.to_string().ends_with("\nand more violations than a report holds"));
    assert_eq!(aliases.validate().violations().len(), 3);
    assert!(!aliases.validate().truncated());
}

/// A sender cannot hide an error behind warnings.
#[test]
fn the_first_error_is_reported_after_any_number_of_warnings() {
    let warning = || StreamingDistributionConfig { min_ttl: Some(1), ..nested(0) };
    let error = StreamingDistributionConfig { min_ttl: Some(101), comment: Some("a".into()), ..nested(0) };
    let inner = StreamingDistributionConfig { parent: Some(Box::new(error)), ..warning() };
    let config =
        StreamingDistributionConfig { legacy: Some(true), parent: Some(Box::new(inner)), ..warning() };
    for max in [0, 1, 2, 3] {
        let options = Options::default().limits(Limits::default().max_violations(max));
        let report = config.validate_with(&options);
        assert_eq!(report.len(), max.max(1), "{report}");
        assert!(!report.is_valid() && report.truncated(), "{report}");
        assert_eq!(
            report.errors().map(|error| error.pointer()).collect::<Vec<_>>(),
            ["/Parent/Parent/MinTTL"]
        );
    }
}

/// Elements are counted in all lists and maps together; a list that does not fit is left out as a whole.
#[test]
fn the_number_of_elements_is_limited() {
    let long = |count: usize| -> Vec<String> { (0..count).map(|_| "x".repeat(300)).collect() };
    let config = |aliases: usize, tags: usize| StreamingDistributionConfig {
        aliases: Some(Aliases { quantity: Some(aliases as i32), items: Some(long(aliases)) }),
        tags: Some((0..tags).map(|tag| (tag.to_string(), "value".to_owned())).collect()),
        ..nested(0)
    };
    let report = |limit: usize, aliases, tags| {
        let options = Options::default().limits(Limits::default().max_elements(limit));
        config(aliases, tags).validate_with(&options)
    };
    let pointers = |report: &Report, rule: &str| -> Vec<String> {
        let found = report.iter().filter(|violation| violation.rule() == rule);
        found.map(|violation| violation.pointer().to_owned()).collect()
    };
    // Keys and values of maps count each.
    assert!(pointers(&report(7, 3, 2), "elements").is_empty());
    assert_eq!(pointers(&report(6, 3, 2), "elements"), ["/Tags"]);
    assert_eq!(pointers(&report(2, 3, 0), "elements"), ["/Aliases/Items"]);
    let cut = report(2, 3, 0);
    assert_eq!(
        cut.to_string(),
        "error[InvalidArgument]: lists and maps have more than 2 elements\n  \
         at /Aliases/Items\n  \
         rule elements: use fewer elements; those here, and rules that compare elements, were not checked"
    );
    assert!(!cut.truncated() && !cut.is_valid());
    assert_eq!(cut.violations()[0].expected().to_string(), "at most 2 elements");
    // Repeats are not looked for either.
    assert_eq!(
        report(3, 3, 0).iter().filter(|violation| violation.rule().ends_with("unique-items")).count(),
        2
    );
    assert!(report(1_000_000, 40, 0).iter().all(|violation| violation.rule() != "elements"));
}

#[test]
fn long_values_are_shortened() {
    let origin = S3Origin { domain_name: Some("a".into()), origin_path: Some("é".repeat(1000)) };
    let report = origin.validate();
    let actual = report.violations()[0].actual().map(|text| text.chars().count());
    assert_eq!(actual, Some(101));
}

#[test]
fn zero_is_shown_without_sign() {
    assert_eq!(Bound::from(-0.0).to_string(), "0");
}
