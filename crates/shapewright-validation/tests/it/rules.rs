//! Every kind of rule, and the exact text of its violation.

use std::collections::BTreeMap;

use shapewright_validation::Options;

use crate::shapes::*;

/// Passes every rule.
pub(crate) fn valid() -> StreamingDistributionConfig {
    StreamingDistributionConfig {
        caller_reference: Some("2026-11-20".into()),
        s3_origin: Some(origin("/media")),
        aliases: Some(["cdn.example.com"].into()),
        comment: Some(String::new()),
        price_class: Some(PriceClass::PriceClassAll),
        min_ttl: Some(100),
        weight: Some(0.125),
        status_code: Some(404),
        origins: Some(vec![origin("/a"), origin("/b")]),
        source: Some(Source::Inline("x".into())),
        tags: Some(BTreeMap::from([("key".into(), "value".into())])),
        code: Some("x".into()),
        secret: Some("/a".into()),
        sparse: Some(vec![None, Some(1)]),
        id: Some("E1".into()),
        parent: None,
        legacy: None,
    }
}

fn origin(path: &str) -> S3Origin {
    S3Origin { domain_name: Some("a.s3.amazonaws.com".into()), origin_path: Some(path.into()) }
}

/// The report on a valid value with one change.
pub(crate) fn report(change: impl FnOnce(&mut StreamingDistributionConfig)) -> String {
    let mut config = valid();
    change(&mut config);
    config.validate().to_string()
}

/// Compares a report with three lines.
pub(crate) fn assert_report(change: impl FnOnce(&mut StreamingDistributionConfig), lines: [&str; 3]) {
    assert_eq!(report(change), lines.join("\n"));
}

#[test]
fn a_valid_value_has_no_violations() {
    assert_eq!(report(|_| ()), "");
    assert!(valid().validate().is_valid());
    assert_eq!(valid().validate().into_result(), Ok(()));
}

#[test]
fn absent_required_members_are_reported() {
    assert_report(
        |config| config.caller_reference = None,
        [
            "error[InvalidArgument]: CallerReference is missing",
            "  at /CallerReference",
            "  rule streaming-distribution-config-caller-reference-required: set CallerReference",
        ],
    );
    assert_report(
        |config| config.s3_origin = None,
        [
            "error[MissingBody]: S3Origin is missing",
            "  at /S3Origin",
            "  rule streaming-distribution-config-s3-origin-required: set S3Origin",
        ],
    );
}

#[test]
fn the_code_of_a_member_does_not_reach_into_nested_shapes() {
    assert_report(
        |config| config.s3_origin = Some(S3Origin::default()),
        [
            "error[InvalidArgument]: DomainName is missing",
            "  at /S3Origin/DomainName",
            "  rule s3-origin-domain-name-required: set DomainName",
        ],
    );
}

#[test]
fn lengths_are_checked() {
    assert_report(
        |config| config.comment = Some("é".repeat(129)),
        [
            "error[InvalidArgument]: Comment has 129 characters instead of at most 128",
            "  at /Comment",
            "  rule streaming-distribution-config-comment-length: use at most 128 characters",
        ],
    );
    assert_eq!(report(|config| config.comment = Some("𝄞".repeat(128))), "");
    assert_report(
        |config| config.code = Some("ab".into()),
        [
            "error[InvalidArgument]: Code has 2 bytes instead of exactly 1",
            "  at /Code",
            "  rule streaming-distribution-config-code-length: use exactly 1 byte",
        ],
    );
    assert_report(
        |config| config.source = Some(Source::Inline(String::new())),
        [
            "error[InvalidArgument]: Inline has 0 characters instead of at least 1",
            "  at /Source/Inline",
            "  rule source-inline-length: use at least 1 character",
        ],
    );
}

#[test]
fn lengths_of_elements_keys_and_values_are_checked() {
    assert_report(
        |config| config.aliases = Some(["ok".to_owned(), "x".repeat(254)].into()),
        [
            "error[InvalidArgument]: Items[1] has 254 characters instead of at most 253",
            "  at /Aliases/Items/1",
            "  rule aliases-items-item-length: use at most 253 characters",
        ],
    );
    assert_report(
        |config| config.tags = Some(BTreeMap::from([("a/b~c".into(), "value".into())])),
        [
            "error[InvalidArgument]: a key of Tags has 5 characters instead of at most 4",
            "  at /Tags/a~1b~0c",
            "  rule streaming-distribution-config-tags-key-length: use at most 4 characters",
        ],
    );
    assert_report(
        |config| config.tags = Some(BTreeMap::from([("k".into(), "v".into())])),
        [
            "error[InvalidArgument]: Tags[\"k\"] has 1 character instead of at least 2",
            "  at /Tags/k",
            "  rule streaming-distribution-config-tags-value-length: use at least 2 characters",
        ],
    );
}

#[test]
fn ranges_are_checked() {
    assert_report(
        |config| config.min_ttl = Some(-1),
        [
            "error[InvalidArgument]: MinTTL is -1 instead of 0 to 100",
            "  at /MinTTL",
            "  rule streaming-distribution-config-min-ttl-range: set MinTTL to 0 to 100",
        ],
    );
    assert_report(
        |config| config.sparse = Some(vec![None, Some(0)]),
        [
            "error[InvalidArgument]: Sparse[1] is 0 instead of at least 1",
            "  at /Sparse/1",
            "  rule streaming-distribution-config-sparse-item-range: set Sparse[1] to at least 1",
        ],
    );
    assert_report(
        |config| config.weight = Some(f32::NAN),
        [
            "error[InvalidArgument]: Weight is NaN instead of at most 0.15",
            "  at /Weight",
            "  rule streaming-distribution-config-weight-range: set Weight to at most 0.15",
        ],
    );
}

#[test]
fn patterns_are_checked() {
    assert_report(
        |config| config.s3_origin = Some(origin("media")),
        [
            "error[InvalidArgument]: OriginPath \"media\" does not match its pattern",
            "  at /S3Origin/OriginPath",
            r"  rule s3-origin-origin-path-pattern: use a string that matches ^/[0-9A-Za-z_/.-]*$",
        ],
    );
}

#[test]
fn unknown_values_are_reported() {
    assert_report(
        |config| config.price_class = Some("PriceClass_50".into()),
        [
            "error[InvalidArgument]: PriceClass \"PriceClass_50\" is not a known value",
            "  at /PriceClass",
            "  rule streaming-distribution-config-price-class-enum: did you mean PriceClass_100? \
             Known values are PriceClass_100, PriceClass_All",
        ],
    );
    assert_report(
        |config| config.status_code = Some(777),
        [
            "error[InvalidArgument]: StatusCode \"777\" is not a known value",
            "  at /StatusCode",
            "  rule streaming-distribution-config-status-code-enum: use one of 200, 404",
        ],
    );
}

/// Each element that repeats an earlier one, at its place.
#[test]
fn repeated_items_are_reported() {
    let repeats = |items: Vec<String>, pairs: &[[usize; 2]]| {
        let told: Vec<String> = pairs
            .iter()
            .map(|[second, first]| {
                format!(
                    "error[InvalidArgument]: Items[{second}] repeats Items[{first}]\n  at /Aliases/Items/{second}\n  \
                     rule aliases-items-unique-items: remove one of them"
                )
            })
            .collect();
        assert_eq!(report(|config| config.aliases = Some(items.into_iter().collect())), told.join("\n"));
    };
    repeats(["a", "b", "a", "b", "a"].map(str::to_owned).to_vec(), &[[2, 0], [3, 1], [4, 0]]);
    let many = (0..100).chain([40, 7, 40]).map(|n| n.to_string()).collect();
    repeats(many, &[[100, 40], [101, 7], [102, 40]]);
    assert_report(
        |config| config.origins = Some(vec![origin("/a"), origin("/a")]),
        [
            "error[InvalidArgument]: Origins[1] repeats Origins[0]",
            "  at /Origins/1",
            "  rule streaming-distribution-config-origins-unique-items: remove one of them",
        ],
    );
}

#[test]
fn elements_are_checked_at_any_depth() {
    assert_report(
        |config| config.origins = Some(vec![origin("/a"), S3Origin::default()]),
        [
            "error[InvalidArgument]: DomainName is missing",
            "  at /Origins/1/DomainName",
            "  rule s3-origin-domain-name-required: set DomainName",
        ],
    );
}

#[test]
fn unions_have_one_member() {
    assert_report(
        |config| config.source = Some(Source::Unknown),
        [
            "error[InvalidArgument]: Source has no known member",
            "  at /Source",
            "  rule source-union: set one of S3, Inline",
        ],
    );
    assert_report(
        |config| config.source = Some(Source::S3(S3Origin::default())),
        [
            "error[InvalidArgument]: DomainName is missing",
            "  at /Source/S3/DomainName",
            "  rule s3-origin-domain-name-required: set DomainName",
        ],
    );
}

#[test]
fn conditions_are_checked() {
    assert_report(
        |config| config.comment = None,
        [
            "warning[IllegalUpdate]: MinTTL is set without Comment",
            "  at /MinTTL",
            "  rule config-ttl-comment: set Comment, or remove MinTTL",
        ],
    );
    assert_report(
        |config| config.origins = Some(vec![origin("/a"), origin("/forbidden")]),
        [
            "error[InvalidOrigin]: OriginPath is forbidden",
            "  at /Origins/1/OriginPath",
            "  rule config-origin-path: use another path",
        ],
    );
}

#[test]
fn quotas_are_errors_and_deprecations_are_warnings() {
    assert_report(
        |config| config.origins = Some(["/a", "/b", "/c", "/d"].map(origin).into()),
        [
            "error[TooManyOrigins]: Origins has 4 elements, more than the quota of 3",
            "  at /Origins",
            "  rule streaming-distribution-config-origins-quota: use at most 3, or request a quota \
             increase and configure the raised quota",
        ],
    );
    assert_report(
        |config| config.legacy = Some(false),
        [
            "warning[General]: Legacy is deprecated",
            "  at /Legacy",
            "  rule streaming-distribution-config-legacy-deprecated: remove Legacy",
        ],
    );
}

#[test]
fn sensitive_values_are_not_shown() {
    let mut config = valid();
    config.secret = Some("hunter2".into());
    let report = config.validate();
    assert_eq!(report.violations().len(), 2);
    assert!(!format!("{report} {report:?}").contains("hunter2"));
    assert!(report.iter().all(|violation| violation.actual().is_none()));
}

#[test]
fn updates() {
    let report = shapewright_validation::validate(TABLE, &Options::default(), &valid(), |config, c| {
        c.member("Id", &config.id).unchanged(&Some("E2".into()));
        c.member("Comment", &config.comment).unchanged(&None);
    });
    assert_eq!(
        report.to_string(),
        "error[InvalidArgument]: Id cannot be changed by an update\n  at /Id\n  \
         rule streaming-distribution-config-id-immutable: keep the current Id, or create a new resource"
    );
}

#[test]
fn characters_that_xml_cannot_carry_are_reported() {
    assert_report(
        |config| config.comment = Some("a\u{1}b".into()),
        [
            "error[InvalidArgument]: Comment contains U+0001, which XML cannot carry",
            "  at /Comment",
            "  rule text-characters: remove control characters, except tabs and line breaks",
        ],
    );
    assert_eq!(report(|config| config.comment = Some("a\t\r\n\u{7f}\u{fffd}\u{10000}".into())), "");
}

/// Elements without a key repeat nothing, in lists of a few elements and in long ones.
#[test]
fn elements_without_a_key_are_skipped() {
    for length in [4, 100] {
        let items: Vec<Option<usize>> =
            [None, Some(0), None, Some(0)].into_iter().chain((4..length).map(Some)).collect();
        let found = shapewright_validation::repeats(&items, |item| *item);
        let places: Vec<(usize, usize)> = found.iter().map(|repeat| (repeat.first, repeat.index)).collect();
        assert_eq!(places, [(1, 3)], "{length} elements");
    }
}
