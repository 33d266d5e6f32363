//! Findings as diagnostics.

use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    PublishDiagnosticsParams, Uri,
};
use serde_json::json;
use shapewright::report::documentation;
use shapewright_check::{Finding, Severity};
use shapewright_source::{Source, Unit};

use super::documents::Document;
use super::position;

/// Returns what the editor shows for a document.
pub(super) fn diagnostics(document: &Document, unit: Unit) -> PublishDiagnosticsParams {
    let diagnostics = document.findings.as_ref().map_or_else(Vec::new, |findings| {
        findings
            .findings
            .iter()
            .map(|finding| diagnostic(document, &findings.source, finding, unit))
            .collect()
    });
    PublishDiagnosticsParams { uri: document.uri.clone(), version: Some(document.version), diagnostics }
}

/// Returns that nothing was found in a document, for one that was closed.
pub(super) fn nothing(uri: Uri) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams { uri, version: None, diagnostics: Vec::new() }
}

/// Returns a finding as the editor shows it. Its data has the fix: a title, and edits as the protocol has them.
pub(super) fn diagnostic(document: &Document, source: &Source, finding: &Finding, unit: Unit) -> Diagnostic {
    let others = finding.others.iter().map(|label| DiagnosticRelatedInformation {
        location: Location { uri: document.uri.clone(), range: position::range(source, label.span, unit) },
        message: label.text.clone(),
    });
    let others: Vec<_> = others.collect();
    let fix = finding
        .fix
        .as_ref()
        .map(|fix| json!({"title": fix.title, "edits": position::edits(source, &fix.edits, unit)}));
    Diagnostic {
        range: position::range(source, finding.place.span, unit),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        }),
        code: Some(finding.rule.clone().into()),
        code_description: documentation(finding).map(|page| CodeDescription { href: page.into() }),
        source: Some("shapewright".to_owned()),
        message: message(finding).into(),
        tags: None,
        related_information: (!others.is_empty()).then_some(others),
        data: fix,
    }
}

/// What is wrong, what to do, and what CloudFront would answer, each in a line.
fn message(finding: &Finding) -> String {
    let mut message = finding.message.clone();
    if !finding.place.text.is_empty() {
        message.push_str(&format!(" ({})", finding.place.text));
    }
    if !finding.help.is_empty() {
        message.push_str(&format!("\nhelp: {}", finding.help));
    }
    if let Some(code) = &finding.code {
        message.push_str(&format!("\nCloudFront answers {code}"));
    }
    message
}
