//! Configurations: what they do to findings, what is wrong with them, and that the schema agrees with the reader.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use shapewright::config::{Config, Usage, read};
use shapewright_check::{DocumentKind, Finding, Findings, Severity};
use shapewright_source::{Position, Source, Span, Unit};

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

/// Configurations that the reader accepts.
const GOOD: [&str; 6] = [
    "",
    "# nothing\n[rules]\n[kinds]\n[quotas]\n",
    "[rules]\naliases-quantity = \"off\"\njson-comment = \"error\"\nunused-ignore = \"off\"\n",
    "[kinds]\ndeprecated = \"off\"\nenum = \"warning\"\n",
    "[quotas]\ncache-behaviors-items-quota = 150\n",
    "[[exclude]]\npath = \"vendor/\"\nbecause = \"x\"\n[[ignore]]\nrule = \"aliases-quantity\"\npath = \"*.yaml\"\n\
     resource = \"Cdn\"\npointer = \"/a\"\nbecause = \"x\"\n",
];

/// Configurations that it refuses, and what it says. The last ones are fine by the schema, which does not know ids.
const BAD: [(&str, &[&str], bool); 20] = [
    ("rule = 1", &["1:1 there is no key `rule`; did you mean `rules`?"], true),
    ("x = 1\n", &["1:1 there is no key `x`; the keys are rules, kinds, quotas, exclude, ignore"], true),
    ("rules = 1", &["1:9 `rules` must be a table; write `[rules]` on a line"], true),
    (
        "[rules]\naliases-quantity = 1\n",
        &["2:20 `aliases-quantity` must be a string; write it in quotes"],
        true,
    ),
    (
        "[rules]\naliases-quantity = \"warn\"\n",
        &["2:20 there is no level `warn`; the levels are error, warning and off"],
        true,
    ),
    ("[kinds]\nquotas = \"off\"\n", &["2:1 there is no kind of rules `quotas`; did you mean `quota`?"], true),
    (
        "[quotas]\ncache-behaviors-items-quota = -1\n",
        &["2:31 a quota is a number from 0; write the limit of the account"],
        true,
    ),
    (
        "[quotas]\ncache-behaviors-items-quota = \"9\"\n",
        &["2:31 a quota is a number from 0; write the limit of the account"],
        true,
    ),
    (
        "[exclude]\npath = \"a\"\n",
        &["1:1 `exclude` must be a list of tables; write `[[exclude]]` on a line before each"],
        true,
    ),
    (
        "exclude = [1]\n",
        &["1:12 `exclude` must have tables only; write `[[exclude]]` on a line before each"],
        true,
    ),
    ("[[exclude]]\npath = \"a\"\n", &["1:1 `because` is absent; say why these files are not checked"], true),
    (
        "[[exclude]]\npath = \"a\"\nbecause = \" \"\n",
        &["3:11 `because` is empty; say why these files are not checked"],
        true,
    ),
    (
        "[[exclude]]\npath = \"a\"\nreason = \"x\"\n",
        &[
            "1:1 `because` is absent; say why these files are not checked",
            "3:1 there is no key `reason`; the keys are path, because",
        ],
        true,
    ),
    (
        "[[exclude]]\npath = \"!a\"\nbecause = \"x\"\n",
        &["2:8 a pattern is a path, with `*` and `**` for parts of it; patterns are those of .gitignore"],
        true,
    ),
    (
        "[[ignore]]\npath = \"a\"\nrule = \"aliases-quantity\"\npointer = \"a\"\nbecause = \"x\"\n",
        &["4:11 `a` is not a JSON Pointer; write it as reports do, with `/` first"],
        true,
    ),
    (
        "[[ignore]]\n",
        &[
            "1:1 `path` is absent; say which files it is about",
            "1:1 `because` is absent; say why the findings do not count",
            "1:1 `rule` is absent; say which rule is ignored",
        ],
        true,
    ),
    (
        "[rules]\naliases-quantiy = \"off\"\n",
        &["2:1 there is no rule `aliases-quantiy`; did you mean `aliases-quantity`?"],
        false,
    ),
    ("[rules]\nxyz = \"off\"\n", &["2:1 there is no rule `xyz`; `shapewright rules` lists the rules"], false),
    (
        "[quotas]\naliases-quantity = 9\n",
        &[
            "2:1 the rule `aliases-quantity` is not a quota: its limit is fixed; `shapewright rules --severity quota` \
           lists the quotas",
        ],
        false,
    ),
    (
        "[[ignore]]\npath = \"a\"\nrule = \"xyz\"\nbecause = \"x\"\n",
        &["3:8 there is no rule `xyz`; `shapewright rules` lists the rules"],
        false,
    ),
];

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
fn the_schema_agrees_with_the_reader() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/shapewright.json");
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON");
    let kinds = &schema["properties"]["kinds"]["propertyNames"]["enum"];
    assert_eq!(*kinds, serde_json::json!(shapewright::rules::kinds()));
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let value = |text: &str| toml::from_str::<Value>(text).expect("TOML");
    for text in GOOD {
        let errors: Vec<String> = schema.iter_errors(&value(text)).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{text}");
    }
    for (text, _, is_refused) in BAD {
        assert_eq!(!schema.is_valid(&value(text)), is_refused, "{text}");
    }
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
