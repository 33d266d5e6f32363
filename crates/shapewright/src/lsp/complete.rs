//! What can be written at the cursor.

use cloudfront::shapes::summaries;
use gen_lsp_types::{CompletionItem, CompletionItemKind, Position, Range, TextEdit};
use shapewright_check::{Candidate, Hints, Meaning, complete as candidates};

use super::client::Client;
use super::documents::Document;
use super::{found, position};

/// Returns what can be written at a place. The order is that of the candidates.
pub(super) fn complete(document: &Document, at: Position, client: Client) -> Vec<CompletionItem> {
    let source = found::source(&document.uri, &document.text);
    let offset = position::offset(&source, at, client.unit);
    let Some(completion) = candidates(&source, &Hints::default(), offset) else { return Vec::new() };
    let range = position::range(&source, completion.span, client.unit);
    completion.candidates.iter().enumerate().map(|(index, candidate)| item(index, candidate, range)).collect()
}

fn item(index: usize, candidate: &Candidate, range: Range) -> CompletionItem {
    let Candidate { structure, member, label, .. } = candidate;
    let (kind, detail) = match candidate.meaning {
        Meaning::Required => (CompletionItemKind::Field, format!("{structure}.{member}, required")),
        Meaning::Optional => (CompletionItemKind::Field, format!("{structure}.{member}")),
        _ => (CompletionItemKind::EnumMember, format!("{structure}.{member}")),
    };
    CompletionItem {
        label: label.clone(),
        kind: Some(kind),
        detail: Some(detail),
        documentation: summaries::of_member(structure, member).map(|summary| summary.to_owned().into()),
        // Editors sort texts.
        sort_text: Some(format!("{index:04}")),
        text_edit: Some(TextEdit { range, new_text: candidate.text.clone() }.into()),
        ..CompletionItem::default()
    }
}
