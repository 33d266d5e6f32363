//! Comments and the values beside them.

use crate::{Node, Source, Span, Tree};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its place with its marks, `#` for instance.
    pub span: Span,
    /// Whether there is something before it on its line.
    pub is_behind: bool,
}

impl Comment {
    /// Returns a comment at a place.
    pub(crate) fn new(source: &Source, span: Span) -> Self {
        let start = source.line_start(span.start as usize);
        let before = source.slice(Span::new(start, span.start as usize));
        // From its end: there can be many comments behind many blanks.
        Comment { span, is_behind: !matches!(before.trim_end(), "" | "\u{FEFF}") }
    }

    /// Returns its text without its marks and the blanks around it.
    pub fn text(self, source: &Source) -> &str {
        let text = source.slice(self.span);
        let inner = if let Some(inner) = text.strip_prefix("/*") {
            inner.strip_suffix("*/").unwrap_or(inner)
        } else if let Some(inner) = text.strip_prefix("<!--") {
            inner.strip_suffix("-->").unwrap_or(inner)
        } else {
            text.trim_start_matches(['#', '/'])
        };
        inner.trim()
    }

    /// Returns the value that it is about: the first one on its own line if it stands behind something, otherwise the
    /// next one.
    ///
    /// The first value of a line is the outermost that starts there, with its key.
    pub fn subject(self, tree: &Tree) -> Option<Node<'_>> {
        let source = tree.source();
        let start = |node: Node<'_>| node.key_span().unwrap_or(node.span()).start;
        let from =
            if self.is_behind { source.line_start(self.span.start as usize) } else { self.span.end as usize };
        // Values are in the order in which they start.
        let count = tree.len();
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low + (high - low) / 2;
            if tree.nth(middle).is_some_and(|node| (start(node) as usize) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let found = tree.nth(low)?;
        let is_before = start(found) < self.span.start;
        (is_before == self.is_behind).then_some(found)
    }
}
