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
        let after = found::in_text(&self.document.uri, &text, self.document.known);
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
    use std::sync::Arc;

    use gen_lsp_types::{ClientCapabilities, CodeActionParams};
    use serde_json::{Value, json};
    use shapewright_check::{DocumentKind, Finding, Findings, Fix, Severity};
    use shapewright_source::{Edit, Source, Span, apply};

    use super::{above, actions};
    use crate::lsp::client::Client;
    use crate::lsp::documents::Document;

    /// A document with a finding at its second line, which has a correction.
    fn document() -> Document {
        let text = "日: 1\nQuantity: 2\n";
        let place = Span::new(17, 18);
        let mut finding = Finding::new("aliases-quantity", Severity::Error, "must be 1", place);
        finding.fix = Some(Fix { title: "set Quantity to 1".to_owned(), edits: vec![Edit::new(place, "1")] });
        let mut findings =
            Findings::new(Arc::new(Source::new("a", text.to_owned())), DocumentKind::ApiYaml, "");
        findings.findings.push(finding);
        let (uri, text) = ("file:///a".into(), text.to_owned());
        Document { uri, version: 1, text, findings: Some(findings), known: None, is_checked: true }
    }

    fn actions_at(line: u32, only: &Value) -> Value {
        let place = json!({"line": line, "character": 11});
        let params = json!({
            "textDocument": {"uri": "file:///a"},
            "range": {"start": place, "end": place},
            "context": {"diagnostics": [], "only": only},
        });
        let params: CodeActionParams = serde_json::from_value(params).expect("parameters");
        let actions = actions(&document(), &params, Client::new(&ClientCapabilities::default()));
        serde_json::to_value(actions).expect("JSON")
    }

    #[test]
    fn a_correction_is_the_preferred_action() {
        let actions = actions_at(1, &json!(["quickfix"]));
        let range = json!({"start": {"line": 1, "character": 10}, "end": {"line": 1, "character": 11}});
        let edits = json!([{"range": range, "newText": "1"}]);
        let action = &actions[0];
        assert_eq!((&action["title"], &action["isPreferred"]), (&json!("set Quantity to 1"), &json!(true)));
        assert_eq!(action["edit"]["changes"], json!({"file:///a": edits}));
        let data = json!({"title": "set Quantity to 1", "edits": edits});
        assert_eq!(action["diagnostics"][0]["data"], data);
    }

    #[test]
    fn actions_are_those_of_the_place_and_kind() {
        assert_eq!(actions_at(0, &json!(["quickfix"])), json!([]));
        assert_eq!(actions_at(1, &json!(["source.organizeImports"])), json!([]));
        assert_ne!(actions_at(1, &Value::Null), json!([]));
    }

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
