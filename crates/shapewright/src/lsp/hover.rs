//! What is known about the name under the cursor.

use gen_lsp_types::{Hover, Position};
use shapewright_check::{Hints, read, spot};

use super::client::Client;
use super::documents::Document;
use super::{found, position};

/// Maximum number of lines of an explanation.
const MAX_LINES: usize = 60;

/// Returns what `shapewright explain` says about the rules that are broken at a place, and about the member there.
pub(super) fn hover(document: &Document, at: Position, client: Client) -> Option<Hover> {
    let findings = document.findings.as_ref()?;
    let source = &findings.source;
    let offset = position::offset(source, at, client.unit);
    let here = findings.findings.iter().filter(|finding| finding.place.span.range().contains(&offset));
    let mut names: Vec<(String, _)> =
        here.map(|finding| (finding.rule.clone(), finding.place.span)).collect();
    let read = read(found::source(&document.uri, &document.text), &Hints::default());
    if let Some(spot) = spot(&read, offset) {
        names.push((format!("{}{}", spot.operation, spot.pointer), spot.span));
    }
    names.dedup_by(|one, other| one.0 == other.0);
    let (_, span) = names.last()?;
    let range = position::range(source, *span, client.unit);
    let texts: Vec<String> = names.iter().filter_map(|(name, _)| explanation(name)).collect();
    (!texts.is_empty()).then(|| Hover { contents: client.explanations(&texts).into(), range: Some(range) })
}

fn explanation(name: &str) -> Option<String> {
    let text = shapewright::explain(name).ok()?;
    let lines: Vec<&str> = text.trim().lines().collect();
    let mut shown = lines.get(..MAX_LINES.min(lines.len()))?.join("\n");
    if lines.len() > MAX_LINES {
        shown.push_str(&format!("\n\n{} more lines: shapewright explain {name}", lines.len() - MAX_LINES));
    }
    Some(shown)
}
