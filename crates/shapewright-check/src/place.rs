//! Places of values in a text: one line each.

use shapewright_source::{Node, Source, Span};

/// What to show of the place of a value: the value itself, or the key of a list or an object.
pub(crate) fn of_node(node: Node<'_>) -> Span {
    let span = if node.children().next().is_some() { node.head() } else { node.span() };
    one_line(node.source(), span)
}

/// What to show for a JSON Pointer: the value, or the key of what lacks it.
pub(crate) fn of_pointer(root: Node<'_>, pointer: &str) -> Span {
    let place = root.locate(pointer);
    if place.is_exact { of_node(place.node) } else { one_line(root.source(), place.node.head()) }
}

/// The part of a place on its first line that is not blank.
fn one_line(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let blank = text.len() - text.trim_start().len();
    let start = span.start as usize + blank;
    let line = text.get(blank..).unwrap_or_default().lines().next().unwrap_or_default();
    if line.is_empty() {
        Span::new(span.start as usize, span.start as usize)
    } else {
        Span::new(start, start + line.trim_end().len())
    }
}
