//! The formats of lists of rules.

use std::fmt::Write;

use cloudfront::validators::{Evidence, Rule};
use serde_json::{Value, json};

use crate::explain::{dotted, expectation};

/// How a list of rules is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// A line for each rule.
    #[default]
    Text,
    /// One JSON object: `{"version": 1, "rules": […]}`. A change of what a key means changes the version.
    Json,
    /// A table.
    Markdown,
}

/// Prints rules in the given order.
pub fn print(rules: &[&Rule], format: Format) -> String {
    match format {
        Format::Text => text(rules),
        Format::Json => json(rules),
        Format::Markdown => markdown(rules),
    }
}

fn text(rules: &[&Rule]) -> String {
    let mut lines = String::new();
    for rule in rules {
        let Rule { id, code, target, .. } = rule;
        let (severity, what) = (rule.severity.as_str(), expectation(rule));
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{id} {severity}[{code}] {}: {what}", dotted(target));
    }
    lines
}

fn json(rules: &[&Rule]) -> String {
    let rules: Vec<Value> = rules.iter().map(|rule| as_json(rule)).collect();
    let list = json!({ "version": 1, "rules": rules });
    format!("{list:#}\n")
}

/// A rule as an object.
pub(crate) fn as_json(rule: &Rule) -> Value {
    let overrides =
        rule.code_overrides.iter().map(|(operation, code)| ((*operation).to_owned(), json!(code)));
    let reports = match rule.evidence {
        Evidence::Observed(reports) => reports,
        _ => "",
    };
    json!({
        "id": rule.id,
        "target": rule.target.replace('$', "."),
        "reported_at": rule.blamed_member.replace('$', "."),
        "kind": rule.kind.as_str(),
        "severity": rule.severity.as_str(),
        "warning_in": rule.warning_in,
        "code": rule.code,
        "code_in": Value::Object(overrides.collect()),
        "evidence": rule.evidence.as_str(),
        "reports": reports.split(", ").filter(|report| !report.is_empty()).collect::<Vec<_>>(),
        "source": rule.source,
        "message": expectation(rule),
        "help": rule.remedy,
        "depends_on": rule.depends_on,
    })
}

fn markdown(rules: &[&Rule]) -> String {
    let mut table = String::from("| Rule | Severity | Code | Evidence | Member | Message | Help |\n");
    table.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for rule in rules {
        let (severity, evidence) = (rule.severity.as_str(), rule.evidence.as_str());
        let [target, what, help] = [&dotted(rule.target), expectation(rule), rule.remedy].map(escaped);
        let _ = writeln!(
            table,
            "| `{}` | {severity} | `{}` | {evidence} | {target} | {what} | {help} |",
            rule.id, rule.code
        );
    }
    table
}

/// A text as text in a cell of a Markdown table.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
