//! Validations end, and reports stay small.

use crate::shapes::*;
use shapewright_validation::{Bound, Limits, Options};

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
