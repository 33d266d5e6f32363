//! Explains rules and the error codes that they lead to.

use std::collections::BTreeSet;

use cloudfront::errors::{Code, CommonError};
use cloudfront::validators::{Evidence, Kind, RULES, Rule, rules};

use shapewright_check::OWN_RULES;
use shapewright_source::FAULTS;

use super::subject::Subject;
use super::text::{Text, dotted};

/// Rules of the reader and the validator that are not in the table: id, problem and remedy.
pub(super) const BUILT_IN: [(&str, &str, &str); 4] = [
    ("wrong-type", "a value has another type than the model says", "use the type that the message names"),
    (
        "unknown-member",
        "an object has a member that the model does not have",
        "correct its name, or remove it",
    ),
    ("duplicate-member", "an object has the same member more than once", "keep one of them"),
    ("depth", "too many structures are inside each other", "nest the value less deeply"),
];

/// Explains a rule that is not in the table; returns whether it exists.
pub(super) fn built_in(text: &mut Text, id: &str) -> bool {
    let Some((known, what, help)) = BUILT_IN.iter().find(|(name, ..)| *name == id) else { return false };
    text.line(format_args!("error[{}]: {what}", RULES.general));
    text.line(format_args!("  rule {id}: {help}"));
    text.line(format_args!("  target: any value"));
    text.subject(Subject::OtherRule([known, what, help]));
    true
}

/// The rules about texts themselves, which are no rules of the service: each id with what it says.
pub(super) fn about_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    FAULTS.iter().chain(OWN_RULES).copied()
}

/// Explains a rule about texts; returns whether it exists.
pub(super) fn about_text(text: &mut Text, id: &str) -> bool {
    let Some((known, what)) = about_texts().find(|(name, _)| *name == id) else { return false };
    text.line(format_args!("{what}"));
    text.line(format_args!("  rule {id}"));
    text.line(format_args!("  target: the text of a file, before the service would see it"));
    text.subject(Subject::OtherRule([known, what, ""]));
    true
}

/// Everything that the table says about a rule.
pub(super) fn details(text: &mut Text, rule: &'static Rule) {
    text.subject(Subject::Rule(rule));
    summary(text, "", rule);
    text.line(format_args!("  target: {}", dotted(rule.target)));
    if !rule.blamed_member.is_empty() {
        text.line(format_args!("  reported at: {}", dotted(rule.blamed_member)));
    }
    if !rule.depends_on.is_empty() {
        text.line(format_args!("  depends on: {}", rule.depends_on.join(", ")));
    }
    for (operation, code) in rule.code_overrides {
        text.line(format_args!("  code for {operation}: {code}"));
    }
    for input in rule.warning_in {
        text.line(format_args!("  a warning in {input}"));
    }
    let known = match rule.evidence {
        Evidence::Observed(reports) => format!("observed in {reports}"),
        Evidence::Documented => "documented in the source".to_owned(),
        _ => "assumed".to_owned(),
    };
    text.line(format_args!("  code: {known}"));
    let source = if rule.source == "model" { "the service's own model" } else { rule.source };
    text.line(format_args!("  source: {source}"));
}

/// A rule in two lines, as reports show it.
pub(super) fn summary(text: &mut Text, margin: &str, rule: &Rule) {
    let Rule { id, code, remedy, .. } = rule;
    let what = expectation(rule);
    let separator = if remedy.is_empty() { "" } else { ": " };
    text.line(format_args!("{margin}{}[{code}]: {what}", rule.severity.as_str()));
    text.line(format_args!("{margin}  rule {id}{separator}{remedy}"));
}

/// What a rule expects, or what is wrong if it is broken.
pub(crate) fn expectation(rule: &Rule) -> &'static str {
    match (rule.kind, rule.message.is_empty()) {
        (Kind::Deprecated, _) => "no longer recommended",
        (_, true) => rule.expected,
        (_, false) => rule.message,
    }
}

/// The rules with a code, for all operations or for some.
pub(super) fn with_code(text: &mut Text, code: Code) {
    text.subject(Subject::Code(code));
    let code_text = code.code();
    text.line(format_args!("{code_text} (HTTP {})", code.status()));
    text.sentence("  ", code.summary());
    if CommonError::CODES.contains(&code) {
        text.line(format_args!("  any operation may return it"));
    }
    let overrides =
        |rule: &'static Rule| rule.code_overrides.iter().filter(move |(_, other)| *other == code_text);
    let has_code = |rule: &&'static Rule| rule.code == code_text || overrides(rule).next().is_some();
    let targets: BTreeSet<&str> = rules().filter(has_code).map(|rule| rule.target).collect();
    if targets.is_empty() {
        text.line(format_args!("  no rule about requests has this code"));
    }
    for target in targets {
        text.line(format_args!("\n{}", dotted(target)));
        for rule in rules().filter(|rule| rule.target == target).filter(has_code) {
            summary(text, "  ", rule);
            for (operation, _) in overrides(rule) {
                text.line(format_args!("    code for {operation}: {code_text}"));
            }
        }
    }
}
