//! Configurations: what they do to findings, and what is wrong with them. `tests/schemas` compares with the schema.

mod cases;

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use shapewright::config::{Config, Usage, read};
use shapewright_check::{DocumentKind, Finding, Findings, Severity};
use shapewright_source::{Position, Source, Span, Unit};

use self::cases::{BAD, GOOD};

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::new(".shapewright.toml", text.to_owned()))
}

fn config(text: &str) -> Config {
    read(&source(text)).unwrap_or_else(|problems| panic!("{:?}", problems.findings))
}

/// Returns the problems of a configuration: line, column, message and help.
fn problems(text: &str) -> Vec<String> {
    let Err(findings) = read(&source(text)) else { return Vec::new() };
    assert!(findings.is_unreadable);
    let line = |finding: &Finding| {
        let start = finding.place.span.start as usize;
        let Position { line, column } = findings.source.position(start, Unit::CodePoint);
        format!("{line}:{column} {}; {}", finding.message, finding.help)
    };
    findings.findings.iter().map(line).collect()
}

#[test]
fn good_configurations_are_read() {
    for text in GOOD {
        assert_eq!(problems(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, expected, _) in BAD {
        assert_eq!(problems(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_toml_is_refused_with_its_place() {
    for (text, place) in
        [("[rules", "1:7"), ("a = \n", "1:5"), ("[rules]\n[rules]\n", "2:2"), ("日 = 1", "1:1")]
    {
        let problems = problems(text);
        assert!(problems.first().is_some_and(|problem| problem.starts_with(place)), "{text}: {problems:?}");
    }
}

#[test]
fn the_schema_has_the_kinds_of_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/shapewright.json");
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON");
    let kinds = &schema["properties"]["kinds"]["propertyNames"]["enum"];
    assert_eq!(*kinds, serde_json::json!(shapewright::rules::kinds()));
}

fn findings(rules: &[(&str, Severity)]) -> Findings {
    let mut findings = Findings::new(source(""), DocumentKind::ApiJson, "test");
    let made = rules.iter().map(|(rule, severity)| Finding::new(*rule, *severity, "m", Span::at(0)));
    findings.findings = made.collect();
    findings
}

/// Returns rules and severities after a configuration was applied.
fn applied(text: &str, rules: &[(&str, Severity)]) -> Vec<(String, Severity)> {
    let mut findings = findings(rules);
    config(text).apply("a.json", &mut findings, &mut Usage::default());
    findings.findings.into_iter().map(|finding| (finding.rule, finding.severity)).collect()
}

#[test]
fn levels_change_findings() {
    let text = "[rules]\nunused-ignore = \"off\"\njson-comment = \"error\"\naliases-quantity = \"warning\"\n\
                json-syntax = \"off\"\n[kinds]\nquantity = \"off\"\n";
    let found = [
        ("unused-ignore", Severity::Warning),
        ("json-comment", Severity::Warning),
        ("aliases-quantity", Severity::Error),
        ("origins-quantity", Severity::Error),
        // What prevents reading cannot be switched off.
        ("json-syntax", Severity::Error),
    ];
    let expected = [
        ("json-comment", Severity::Error),
        ("aliases-quantity", Severity::Warning),
        ("json-syntax", Severity::Error),
    ];
    let expected = expected.map(|(rule, severity)| (rule.to_owned(), severity));
    assert_eq!(applied(text, &found), expected);
    assert!(config(text).is_off("unused-ignore") && !config(text).is_off("aliases-quantity"));
}

#[test]
fn the_policy_has_levels_and_quotas() {
    use cloudfront::prelude::*;
    use cloudfront::shapes::Aliases;

    let aliases = Aliases::default().quantity(2).items(["a.example.com"]);
    let options = |text: &str| Options::default().policy(config(text).policy().clone());
    assert!(!aliases.validate_with(&options("")).is_valid());
    assert!(aliases.validate_with(&options("[kinds]\nquantity = \"off\"\n")).is_valid());
    assert!(
        !aliases
            .validate_with(&options("[kinds]\nquantity = \"off\"\n[rules]\naliases-quantity = \"error\"\n"))
            .is_valid()
    );
    let one = Aliases::default().quantity(1).items(["a.example.com"]);
    assert!(!one.validate_with(&options("[quotas]\naliases-items-quota = 0\n")).is_valid());
}

const IGNORE: &str =
    "[[ignore]]\nrule = \"aliases-quantity\"\npath = \"*.yaml\"\nbecause = \"it is meant\"\n";

#[test]
fn ignores_hide_findings_of_their_files() {
    let config = config(IGNORE);
    let mut usage = Usage::default();
    let mut here = findings(&[("aliases-quantity", Severity::Error)]);
    config.apply("a/b.yaml", &mut here, &mut usage);
    assert_eq!((here.findings.len(), here.suppressed.len()), (0, 1));
    assert_eq!(here.suppressed[0].because, "it is meant");
    let mut there = findings(&[("aliases-quantity", Severity::Error)]);
    config.apply("a/b.json", &mut there, &mut usage);
    assert_eq!(there.findings.len(), 1);
    assert_eq!(config.unused(&usage).findings, []);
}

#[test]
fn unused_ignores_are_reported_if_their_files_were_checked() {
    let config = config(IGNORE);
    let mut usage = Usage::default();
    config.apply("a.json", &mut findings(&[]), &mut usage);
    assert_eq!(config.unused(&usage).findings, []);
    config.apply("a.yaml", &mut findings(&[]), &mut usage);
    let unused = config.unused(&usage);
    assert_eq!(unused.findings.len(), 1);
    assert_eq!(unused.source.slice(unused.findings[0].place.span), "\"aliases-quantity\"");
    let mut other = Usage::default();
    config.apply("b.yaml", &mut findings(&[("aliases-quantity", Severity::Error)]), &mut other);
    usage.merge(other);
    assert_eq!(config.unused(&usage).findings, []);
}
