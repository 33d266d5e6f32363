//! What the service says about constraints of its own model.

use std::collections::BTreeMap;

use crate::shapes::*;
use shapewright_runtime::{
    Blob, ErrorDetails, ErrorResponse, common_error, error_codes, members, service_error,
};
use shapewright_validation::{Checker, Kind, Level, Limits, Options, Policy, Report, Rule, Rules, validate};

/// The rules of the model have the code of the framework.
static OF_MODEL: Rules = Rules { of_model: "InvalidArgument", ..TABLE };

fn report(config: &StreamingDistributionConfig) -> Report {
    validate(OF_MODEL, &Options::default(), config, StreamingDistributionConfig::check)
}

/// A config that keeps all rules.
fn valid() -> StreamingDistributionConfig {
    let s3_origin = S3Origin { domain_name: Some("a".to_owned()), ..S3Origin::default() };
    StreamingDistributionConfig {
        caller_reference: Some("r".to_owned()),
        s3_origin: Some(s3_origin),
        ..StreamingDistributionConfig::default()
    }
}

fn sentences(config: &StreamingDistributionConfig) -> Vec<String> {
    report(config).iter().map(|violation| violation.service_message().unwrap_or_default()).collect()
}

fn said(change: impl FnOnce(&mut StreamingDistributionConfig)) -> Vec<String> {
    let mut config = valid();
    change(&mut config);
    sentences(&config)
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

const FAILED: &str = "failed to satisfy constraint: Member must";

#[test]
fn each_constraint_has_a_sentence() {
    assert_eq!(said(|_| {}), [""; 0]);
    assert_eq!(
        said(|c| c.caller_reference = None),
        [format!("Value null at 'callerReference' {FAILED} not be null")]
    );
    let long = "x".repeat(129);
    assert_eq!(
        said(|c| c.comment = Some(long)),
        [format!("Value '{}…' at 'comment' {FAILED} have length less than or equal to 128", "x".repeat(100))]
    );
    assert_eq!(
        said(|c| c.source = Some(Source::Inline(String::new()))),
        [format!("Value '' at 'source.inline' {FAILED} have length greater than or equal to 1")]
    );
    assert_eq!(
        said(|c| c.price_class = Some("Europe".into())),
        [format!(
            "Value 'Europe' at 'priceClass' {FAILED} satisfy enum value set: [PriceClass_100, PriceClass_All]"
        )]
    );
    assert_eq!(
        said(|c| c.status_code = Some(500)),
        [format!("Value '500' at 'statusCode' {FAILED} satisfy enum value set: [200, 404]")]
    );
    // The first letter is small, whatever follows.
    let comment = |c: &mut StreamingDistributionConfig| c.comment = Some(String::new());
    assert_eq!(
        said(|c| (comment(c), c.min_ttl = Some(101)).1),
        [format!("Value '101' at 'minTTL' {FAILED} have value less than or equal to 100")]
    );
    assert_eq!(
        said(|c| (comment(c), c.min_ttl = Some(-1)).1),
        [format!("Value '-1' at 'minTTL' {FAILED} have value greater than or equal to 0")]
    );
    assert_eq!(
        said(|c| c.weight = Some(0.5)),
        [format!("Value '0.5' at 'weight' {FAILED} have value less than or equal to 0.15")]
    );
    let origin =
        |path: &str| S3Origin { origin_path: Some(path.to_owned()), domain_name: Some("a".to_owned()) };
    assert_eq!(
        said(|c| c.s3_origin = Some(origin("p"))),
        [format!(
            "Value 'p' at 's3Origin.originPath' {FAILED} satisfy regular expression pattern: /[0-9A-Za-z_/.-]*"
        )]
    );
    // The bytes are not shown: how the service would write them is not known.
    assert_eq!(
        said(|c| c.code = Some(Blob::from(b"ab".to_vec()))),
        [format!("Value at 'code' {FAILED} have length less than or equal to 1")]
    );
}

#[test]
fn elements_of_lists_are_counted_from_1() {
    let origins =
        vec![S3Origin { domain_name: Some("a".to_owned()), origin_path: None }, S3Origin::default()];
    assert_eq!(
        said(|c| c.origins = Some(origins)),
        [format!("Value null at 'origins.2.member.domainName' {FAILED} not be null")]
    );
    let parent = Box::new(StreamingDistributionConfig { caller_reference: None, ..valid() });
    assert_eq!(
        said(|c| c.parent = Some(parent)),
        [format!("Value null at 'parent.callerReference' {FAILED} not be null")]
    );
}

/// cloud-gov/cf-cdn-service-broker#98 (2017)
#[test]
fn constraints_of_elements_are_told_at_the_collection() {
    let aliases = Aliases { quantity: Some(1), items: Some(vec!["a".repeat(254)]) };
    let shown = "a".repeat(100);
    assert_eq!(
        said(|c| c.aliases = Some(aliases)),
        [format!(
            "Value '[{shown}…]' at 'aliases.items' {FAILED} satisfy constraint: [Member must have length less than or \
             equal to 253]"
        )]
    );
    let tags = BTreeMap::from([("longer".to_owned(), "x".to_owned())]);
    assert_eq!(
        said(|c| c.tags = Some(tags)),
        [
            "Value at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length \
             less than or equal to 4]",
            "Value at 'tags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length \
             greater than or equal to 2]",
        ]
    );
}

#[test]
fn values_of_sensitive_members_are_not_quoted() {
    let found = said(|c| c.secret = Some("hidden".to_owned()));
    assert_eq!(
        found,
        [
            format!("Value at 'secret' {FAILED} have length less than or equal to 3"),
            format!("Value at 'secret' {FAILED} satisfy regular expression pattern: /[0-9A-Za-z_/.-]*"),
        ]
    );
}

#[test]
fn other_rules_have_no_sentence() {
    let mut config = valid();
    config.min_ttl = Some(1);
    config.id = Some(String::new());
    config.legacy = Some(true);
    config.aliases = Some(Aliases { quantity: Some(2), items: Some(texts(&["a"])) });
    let report = report(&config);
    let others: Vec<_> = report.iter().map(|found| (found.rule(), found.service_message())).collect();
    assert_eq!(others.len(), 4, "{report}");
    assert!(others.iter().all(|(_, sentence)| sentence.is_none()), "{others:?}");
    // Without a code for constraints of the model, no rule is one.
    let plain = StreamingDistributionConfig::default().validate();
    assert!(plain.iter().all(|found| found.service_message().is_none() && !found.is_of_model()), "{plain}");
}

/// Codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    InconsistentQuantities,
    InvalidArgument,
}

error_codes! { Code {
    "InconsistentQuantities" => InconsistentQuantities 400 Client false,
    "InvalidArgument" => InvalidArgument 400 Client false,
} }

/// What the framework answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum CommonError {
    InvalidArgument(ErrorDetails),
}

common_error! { CommonError of Code { InvalidArgument } }

/// What an operation answers.
#[derive(Clone, Debug, PartialEq, Eq)]
enum PutError {
    InconsistentQuantities(ErrorDetails),
    Common(CommonError),
    Unknown(ErrorResponse),
}

service_error! { PutError of Code with Common(CommonError) else Unknown { InconsistentQuantities } }

#[test]
fn constraints_of_the_model_are_answered_first_and_together() {
    let mut config = valid();
    config.aliases = Some(Aliases { quantity: Some(2), items: Some(texts(&["a"])) });
    let of_model = |config: &StreamingDistributionConfig| report(config).to_error::<PutError>();
    assert!(matches!(of_model(&config), Some(PutError::InconsistentQuantities(_))));
    config.price_class = Some("Europe".into());
    config.caller_reference = None;
    let text = "2 validation errors detected: Value null at 'callerReference' failed to satisfy constraint: Member \
                must not be null; Value 'Europe' at 'priceClass' failed to satisfy constraint: Member must satisfy \
                enum value set: [PriceClass_100, PriceClass_All]";
    let error = PutError::Common(CommonError::InvalidArgument(ErrorDetails::with_message(text)));
    assert_eq!(of_model(&config), Some(error));
    let response = report(&config).to_response("Put").expect("the config is invalid");
    assert_eq!(
        (response.code.as_str(), response.details.message.as_deref()),
        ("InvalidArgument", Some(text))
    );
    // One violation alone is an answer too.
    let first = report(&config).iter().next().and_then(|found| found.to_error::<PutError>());
    let message = first.as_ref().and_then(PutError::message).unwrap_or_default();
    assert!(
        message.starts_with("1 validation error detected: Value null at 'callerReference' "),
        "{message}"
    );
    assert_eq!(report(&valid()).to_response("Put"), None);
}

/// The answer is about the errors of the report: a policy may have switched a rule off, and a limit may cut the report.
#[test]
fn the_answer_follows_the_report() {
    let mut config = valid();
    config.aliases = Some(Aliases { quantity: Some(2), items: Some(texts(&["a"])) });
    config.price_class = Some("Europe".into());
    let answer = |options: &Options| {
        let report = validate(OF_MODEL, options, &config, StreamingDistributionConfig::check);
        report.to_response("Put").map(|response| response.code)
    };
    assert_eq!(answer(&Options::default()).as_deref(), Some("InvalidArgument"));
    for level in [Level::Warning, Level::Off] {
        let policy =
            Policy::builder(TABLE).rule("streaming-distribution-config-price-class-enum", level).build();
        let options = Options::default().policy(policy.expect("the rule exists"));
        assert_eq!(answer(&options).as_deref(), Some("InconsistentQuantities"), "{level:?}");
    }
    let cut = Options::default().limits(Limits::default().max_violations(1));
    let report = validate(OF_MODEL, &cut, &config, StreamingDistributionConfig::check);
    assert!(report.truncated());
    let first = report.iter().next().map(|found| found.code());
    assert_eq!(answer(&cut).as_deref(), first);
}

/// Wrong elements of one list are one error.
#[test]
fn elements_of_one_list_are_one_error() {
    let mut config = valid();
    let long = |c: &str| c.repeat(254);
    let items = vec![long("a"), "b".to_owned(), long("c")];
    config.aliases = Some(Aliases { quantity: Some(3), items: Some(items) });
    let response = report(&config).to_response("Put").expect("the config is invalid");
    let expected = format!(
        "1 validation error detected: Value '[{}…, {}…]' at 'aliases.items' failed to satisfy constraint: Member must \
         satisfy constraint: [Member must have length less than or equal to 253]",
        "a".repeat(100),
        "c".repeat(100)
    );
    assert_eq!(response.details.message, Some(expected));
}

/// Collections in collections.
#[derive(Default)]
struct Shelf {
    rows: Option<Vec<Vec<i32>>>,
    boxes: Option<BTreeMap<String, Shelf>>,
}

members! { Shelf { "Rows" => rows, "Boxes" => boxes } }

impl Shelf {
    fn check(&self, c: &Checker<'_>) {
        c.member("Rows", &self.rows).each(|row| row.length(0, 3).each(|item| item.at_least(0)));
        c.member("Boxes", &self.boxes).each_value(|value| value.nested(Shelf::check));
    }
}

#[test]
fn collections_in_collections_have_paths() {
    const fn rule(id: &'static str, target: &'static str, kind: Kind) -> Rule {
        Rule { id, target, kind, code: "Malformed", ..Rule::DEFAULT }
    }
    static RULES: Rules = Rules {
        tables: &[&[
            rule("shelf-rows-item-item-range", "Shelf$Rows[][]", Kind::Range),
            rule("shelf-rows-item-length", "Shelf$Rows[]", Kind::Length),
        ]],
        general: "Malformed",
        of_model: "Malformed",
    };
    let inner = Shelf { rows: Some(vec![vec![], vec![1, -1], vec![1; 4]]), boxes: None };
    let shelf = Shelf { rows: None, boxes: Some(BTreeMap::from([("a".to_owned(), inner)])) };
    let report = validate(RULES, &Options::default(), &shelf, Shelf::check);
    let found: Vec<String> = report.iter().filter_map(|violation| violation.service_message()).collect();
    assert_eq!(
        found,
        [
            "Value '[-1]' at 'boxes.a.member.rows.2.member' failed to satisfy constraint: Member must satisfy \
             constraint: [Member must have value greater than or equal to 0]",
            "Value at 'boxes.a.member.rows' failed to satisfy constraint: Member must satisfy constraint: [Member must \
             have length less than or equal to 3]",
        ]
    );
}
