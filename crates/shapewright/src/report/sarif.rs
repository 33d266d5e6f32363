//! SARIF 2.1.0, which code scanning services read.

mod log;
mod uri;

use std::collections::BTreeMap;

use cloudfront::validators::{RULES, Rule};
use shapewright_check::{Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
use shapewright_source::{Source, Span};

use self::log::{
    ArtifactLocation, Change, Content, Descriptor, Driver, Invocation, Location, Log, LogicalLocation,
    Message, Notification, PhysicalLocation, Properties, Region, Replacement, Result as Entry, Run, SarifFix,
    Suppression, Tool,
};
use super::links::documentation;
use super::places::Lines;

/// The name of the fingerprint of a result: the rule, the resource and the pointer, and the number among those that are
/// equal in a file. It does not depend on lines.
const FINGERPRINT: &str = "rulePointer/v1";

/// Returns a log with one run. Findings that do not count are in it with the reason.
pub fn sarif(files: &[Findings]) -> String {
    let mut rules = Rules::default();
    let results = files.iter().flat_map(|file| results(file, &mut rules)).collect();
    let unreadable = files.iter().filter(|file| file.is_unreadable);
    let notifications = unreadable.map(|file| Notification {
        message: Message::new("nothing or only a part of the file could be read"),
        level: "error",
        locations: vec![Location::of_file(artifact(&file.source))],
    });
    let notifications: Vec<Notification<'_>> = notifications.collect();
    let invocation = Invocation {
        execution_successful: notifications.is_empty(),
        tool_execution_notifications: notifications,
    };
    let driver =
        Driver { name: "shapewright", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules.descriptors };
    let run =
        Run { tool: Tool { driver }, invocations: [invocation], column_kind: "unicodeCodePoints", results };
    let log = Log { schema: log::SCHEMA, version: "2.1.0", runs: [run] };
    // Structures of strings and numbers can always be written.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

/// The rules of the results, in the order in which they are needed first.
#[derive(Default)]
struct Rules<'a> {
    descriptors: Vec<Descriptor<'a>>,
    indexes: BTreeMap<&'a str, usize>,
}

impl<'a> Rules<'a> {
    /// Returns the number of the rule of a finding.
    fn index(&mut self, finding: &'a Finding) -> usize {
        *self.indexes.entry(&finding.rule).or_insert_with(|| {
            self.descriptors.push(descriptor(finding));
            self.descriptors.len() - 1
        })
    }
}

fn descriptor(finding: &Finding) -> Descriptor<'_> {
    let rule = RULES.find(&finding.rule);
    let text = |text: &'static str| Some(Message::new(text)).filter(|message| !message.text.is_empty());
    let expected = |rule: &Rule| if rule.message.is_empty() { rule.expected } else { rule.message };
    Descriptor {
        id: &finding.rule,
        short_description: rule.and_then(|rule| text(expected(rule))),
        help: rule.and_then(|rule| text(rule.remedy)),
        help_uri: documentation(finding),
    }
}

/// Returns the results of a file in the order of the text, those that do not count after the others.
fn results<'a>(file: &'a Findings, rules: &mut Rules<'a>) -> Vec<Entry<'a>> {
    let mut seen = BTreeMap::new();
    let counted = file.findings.iter().map(|finding| (finding, None));
    let excused = file.suppressed.iter().map(|entry| (&entry.finding, Some(entry)));
    let mut results = Vec::with_capacity(file.findings.len() + file.suppressed.len());
    for (finding, excuse) in counted.chain(excused) {
        let number = seen.entry((&finding.rule, &finding.resource, &finding.pointer)).or_insert(0);
        *number += 1;
        results.push(result(&file.source, finding, *number, excuse, rules.index(finding)));
    }
    results
}

fn result<'a>(
    source: &'a Source,
    finding: &'a Finding,
    number: usize,
    excuse: Option<&'a Suppressed>,
    rule_index: usize,
) -> Entry<'a> {
    let related = finding.others.iter().enumerate().map(|(index, label)| Location {
        id: Some(index + 1),
        message: Some(Message::new(label.text.as_str())),
        ..place(source, label)
    });
    let mut location = place(source, &finding.place);
    location.logical_locations = logical(finding).into_iter().collect();
    Entry {
        rule_id: &finding.rule,
        rule_index,
        level: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Message::new(text(finding)),
        locations: [location],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint(finding, number))]),
        suppressions: excuse.map(suppression).into_iter().collect(),
        fixes: finding.fix.iter().map(|fix| correction(source, fix)).collect(),
        properties: Properties {
            code: finding.code.as_deref(),
            operation: finding.operation.as_deref(),
            resource: finding.resource.as_deref(),
            pointer: &finding.pointer,
        },
    }
}

/// Returns the message and what to do, because services show nothing else.
fn text(finding: &Finding) -> String {
    let Finding { message, help, .. } = finding;
    if help.is_empty() { message.clone() } else { format!("{message}\n{help}") }
}

fn fingerprint(finding: &Finding, number: usize) -> String {
    let Finding { rule, resource, pointer, .. } = finding;
    let resource = resource.as_deref().unwrap_or_default();
    format!("{rule}|{resource}|{pointer}|{number}")
}

fn suppression(suppressed: &Suppressed) -> Suppression<'_> {
    let kind = if suppressed.excuse == Excuse::Text { "inSource" } else { "external" };
    Suppression { kind, justification: &suppressed.because }
}

fn correction<'a>(source: &'a Source, fix: &'a Fix) -> SarifFix<'a> {
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: region(source, edit.span),
        inserted_content: Content { text: &edit.text },
    });
    let change = Change { artifact_location: artifact(source), replacements: replacements.collect() };
    SarifFix { description: Message::new(fix.title.as_str()), artifact_changes: [change] }
}

fn logical(finding: &Finding) -> Option<LogicalLocation<'_>> {
    let Finding { resource, pointer, .. } = finding;
    let name = resource.as_deref().map(|resource| format!("{resource}{pointer}"));
    let name = name.unwrap_or_else(|| pointer.clone());
    (!name.is_empty()).then_some(LogicalLocation { name: resource.as_deref(), fully_qualified_name: name })
}

fn place<'a>(source: &'a Source, label: &Label) -> Location<'a> {
    let physical =
        PhysicalLocation { artifact_location: artifact(source), region: Some(region(source, label.span)) };
    Location { physical_location: physical, id: None, message: None, logical_locations: Vec::new() }
}

fn region(source: &Source, span: Span) -> Region {
    let Lines { start, end } = Lines::of(source, span);
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn artifact(source: &Source) -> ArtifactLocation {
    uri::location(source.name())
}
