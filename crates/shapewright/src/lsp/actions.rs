//! Quick fixes.

use std::collections::HashMap;

use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Diagnostic, WorkspaceEdit,
};
use shapewright_check::{Finding, Findings};
use shapewright_source::{Edit, Format, Source, Span, apply, detect};

use super::client::Client;
use super::documents::Document;
use super::{found, position, publish};

/// Returns what can be done about the findings at a place.
pub(super) fn actions(
    document: &Document,
    params: &CodeActionParams,
    client: Client,
) -> Vec<CodeActionResponse> {
    let Some(findings) = &document.findings else { return Vec::new() };
    if !params.context.only.as_ref().is_none_or(|kinds| kinds.iter().any(is_quick_fix)) {
        return Vec::new();
    }
    let place = position::span(&findings.source, params.range, client.unit);
    let here = findings.findings.iter().filter(|finding| touches(finding.place.span, place));
    let actions = here.flat_map(|finding| About { document, findings, finding, client }.actions());
    actions.map(CodeActionResponse::from).collect()
}

/// Whether an editor that asks for actions of this kind wants quick fixes.
fn is_quick_fix(kind: &CodeActionKind) -> bool {
    matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty)
}

/// Whether two places have a character in common, or are beside each other.
fn touches(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// A finding in a document.
struct About<'d> {
    document: &'d Document,
    findings: &'d Findings,
    finding: &'d Finding,
    client: Client,
}

impl About<'_> {
    fn actions(&self) -> Vec<CodeAction> {
        let diagnostic =
            publish::diagnostic(self.document, &self.findings.source, self.finding, self.client.unit);
        let fix = self.finding.fix.as_ref().map(|fix| {
            let action = self.action(fix.title.clone(), diagnostic.clone(), &fix.edits);
            CodeAction { is_preferred: Some(true), ..action }
        });
        let ignore = self.ignore().map(|edit| {
            let title = format!("Ignore {} here, with a reason", self.finding.rule);
            self.action(title, diagnostic, &[edit])
        });
        fix.into_iter().chain(ignore).collect()
    }

    fn action(&self, title: String, diagnostic: Diagnostic, edits: &[Edit]) -> CodeAction {
        let edits = position::edits(&self.findings.source, edits, self.client.unit);
        CodeAction {
            title,
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![diagnostic]),
            edit: Some(WorkspaceEdit {
                changes: Some(HashMap::from([(self.document.uri.clone(), edits)])),
                ..WorkspaceEdit::default()
            }),
            ..CodeAction::default()
        }
    }

    /// Returns the edit that adds a comment which ignores the finding, if that has this effect once it has a reason.
    fn ignore(&self) -> Option<Edit> {
        let (source, rule) = (&self.findings.source, &self.finding.rule);
        if !matches!(detect(source).format, Some(Format::Yaml | Format::Hcl)) {
            return None;
        }
        let tried = above(source, self.finding.place.span, &format!("ignore {rule} because it is meant so"));
        let text = apply(source.text(), &[tried]).text;
        let after = found::in_text(&self.document.uri, &text, self.document.is_known);
        let is_ignored = after.findings.len() < self.findings.findings.len()
            && after.suppressed.iter().any(|suppressed| suppressed.finding.rule == *rule);
        // Without a reason it ignores nothing, and that is said.
        is_ignored.then(|| above(source, self.finding.place.span, &format!("ignore {rule} because …")))
    }
}

/// Returns the edit that adds a comment above the line of a place.
fn above(source: &Source, place: Span, words: &str) -> Edit {
    let text = source.text();
    let start =
        text.get(..place.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = text.get(start..).unwrap_or_default();
    let blanks: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Edit::new(Span::at(start), format!("{blanks}# shapewright: {words}{end}"))
}

#[cfg(test)]
mod tests {
    use shapewright_source::{Source, Span, apply};

    use super::above;

    #[test]
    fn comments_have_the_margin_and_the_end_of_their_line() {
        let cases = [
            ("a:\n  b: 1\n", "b", "a:\n  # shapewright: c\n  b: 1\n"),
            ("a: 1", "1", "# shapewright: c\na: 1"),
            ("a:\r\n\t日: 1\r\n", "1", "a:\r\n\t# shapewright: c\r\n\t日: 1\r\n"),
        ];
        for (text, place, expected) in cases {
            let source = Source::new("a", text.to_owned());
            let edit = above(&source, Span::at(text.find(place).expect("it has the place")), "c");
            assert_eq!(apply(text, &[edit]).text, expected);
        }
    }
}
