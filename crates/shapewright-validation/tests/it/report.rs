//! Reports as data: limits of violations, collections and JSON.

use shapewright_validation::{Bound, Expected, Unit, Violation};

use crate::rules::valid;
use crate::shapes::Validate;

/// Programs need not read messages to know the limits.
#[test]
fn limits_are_data() {
    let mut config = valid();
    config.comment = Some("é".repeat(129));
    config.min_ttl = Some(-1);
    config.weight = Some(0.5);
    config.price_class = Some("PriceClass_50".into());
    config.status_code = Some(777);
    let report = config.validate();
    let expected: Vec<Expected> = report.iter().map(Violation::expected).collect();
    let integers =
        |min, max| Expected::Range { min: Some(Bound::Integer(min)), max: Some(Bound::Integer(max)) };
    assert_eq!(
        expected,
        [
            Expected::Length { min: None, max: Some(128), unit: Unit::Characters },
            Expected::OneOf(&["PriceClass_100", "PriceClass_All"]),
            integers(0, 100),
            Expected::Range { min: None, max: Some(Bound::Decimal(0.15)) },
            Expected::OneOfNumbers(&[200, 404]),
        ]
    );
}

#[test]
fn reports_are_collections_and_json() {
    let mut config = valid();
    assert!(config.validate().is_empty());
    config.comment = None;
    config.id = Some(String::new());
    let report = config.validate();
    assert_eq!((report.len(), report.is_empty(), report.is_valid()), (2, false, false));
    let json = serde_json::to_value(&report).expect("a report can be written");
    assert_eq!(
        json,
        serde_json::json!({
            "valid": false,
            "violations": [
                {
                    "pointer": "/Id", "rule": "streaming-distribution-config-id-label", "level": "error",
                    "severity": "error", "code": "InvalidArgument", "expected": "a string that is not empty",
                    "actual": "", "message": "Id is empty, but is part of the request URI",
                    "help": "set Id to a string that is not empty",
                },
                {
                    "pointer": "/MinTTL", "rule": "config-ttl-comment", "level": "warning",
                    "severity": "warning", "code": "IllegalUpdate", "expected": "set Comment, or remove MinTTL",
                    "actual": null, "message": "MinTTL is set without Comment",
                    "help": "set Comment, or remove MinTTL",
                },
            ],
            "truncated": false,
        })
    );
    let owned: Vec<Violation> = report.into_iter().collect();
    assert_eq!(owned.len(), 2);
}
