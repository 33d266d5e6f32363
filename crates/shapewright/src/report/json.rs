//! Reports in JSON. The types here are the form, so that it does not change with those of the check.

use serde::Serialize;
use shapewright_check::{Finding, Findings, Severity};
use shapewright_source::{Position, Source, Span};

use super::places::Lines;

/// The version of the form. It changes if a program that reads the form could misread it: if a member goes away, or
/// has another type or meaning. New members do not change it.
pub const JSON_VERSION: u32 = 1;

/// Returns a report as one JSON object on one line.
///
/// It is `{"files", "errors", "warnings"}`: a list of files and the number of findings of each severity. A file is
/// `{"path", "kind", "findings"}`, and a finding
/// `{"rule", "code", "severity", "message", "help", "resource", "operation", "pointer", "span", "fix"}`. A span is
/// `{"start", "end"}`, both `{"line", "column"}`: from 1, in code points; the end is behind the last character. A fix
/// is null, or `{"title", "edits"}`, a list of `{"span", "text"}`. What does not apply is null.
pub fn json(files: &[Findings]) -> String {
    let count = |severity| files.iter().map(|file| file.count(severity)).sum();
    let report = Report {
        files: files.iter().map(FileReport::of).collect(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
    };
    line(&report)
}

/// Returns a report as JSON lines: for each file the object that [`json`] has for it.
pub fn jsonl(files: &[Findings]) -> String {
    files.iter().map(|file| line(&FileReport::of(file))).collect()
}

fn line(value: &impl Serialize) -> String {
    // Structures of texts and numbers can always be written.
    let mut line = serde_json::to_string(value).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Report<'a> {
    files: Vec<FileReport<'a>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct FileReport<'a> {
    path: &'a str,
    kind: &'static str,
    findings: Vec<FindingReport<'a>>,
}

impl<'a> FileReport<'a> {
    fn of(file: &'a Findings) -> Self {
        FileReport {
            path: file.source.name(),
            kind: file.kind.as_str(),
            findings: file.findings.iter().map(|finding| FindingReport::of(&file.source, finding)).collect(),
        }
    }
}

#[derive(Serialize)]
struct FindingReport<'a> {
    rule: &'a str,
    code: Option<&'a str>,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    resource: Option<&'a str>,
    operation: Option<&'a str>,
    pointer: &'a str,
    span: SpanReport,
    fix: Option<FixReport<'a>>,
}

impl<'a> FindingReport<'a> {
    fn of(source: &Source, finding: &'a Finding) -> Self {
        FindingReport {
            rule: &finding.rule,
            code: finding.code.as_deref(),
            severity: finding.severity.as_str(),
            message: &finding.message,
            help: &finding.help,
            resource: finding.resource.as_deref(),
            operation: finding.operation.as_deref(),
            pointer: &finding.pointer,
            span: SpanReport::of(source, finding.place.span),
            fix: finding.fix.as_ref().map(|fix| FixReport {
                title: &fix.title,
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| EditReport { span: SpanReport::of(source, edit.span), text: &edit.text })
                    .collect(),
            }),
        }
    }
}

#[derive(Serialize)]
struct FixReport<'a> {
    title: &'a str,
    edits: Vec<EditReport<'a>>,
}

#[derive(Serialize)]
struct EditReport<'a> {
    span: SpanReport,
    text: &'a str,
}

#[derive(Serialize)]
struct SpanReport {
    start: PositionReport,
    end: PositionReport,
}

impl SpanReport {
    fn of(source: &Source, span: Span) -> Self {
        let Lines { start, end } = Lines::of(source, span);
        SpanReport { start: PositionReport::of(start), end: PositionReport::of(end) }
    }
}

#[derive(Serialize)]
struct PositionReport {
    line: u32,
    column: u32,
}

impl PositionReport {
    fn of(position: Position) -> Self {
        PositionReport { line: position.line, column: position.column }
    }
}
