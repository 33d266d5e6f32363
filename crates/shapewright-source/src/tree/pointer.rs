//! JSON Pointers: from a value to its pointer, and back.

use std::fmt::Write;

use shapewright_runtime::PointerStep;

use super::{Kind, Node};
use crate::Span;

/// Where a JSON Pointer leads.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place<'t> {
    /// The value, or the innermost value that lacks the rest of the pointer.
    pub node: Node<'t>,
    /// Whether the whole pointer led there.
    pub is_exact: bool,
}

impl Place<'_> {
    /// Returns what to underline: the value, or, if it is absent, the key of the value that lacks it, so that a report
    /// shows one line and not a whole object. Without a key it is the first character of that value.
    pub fn span(self) -> Span {
        if self.is_exact { self.node.span() } else { self.node.head() }
    }
}

impl<'t> Node<'t> {
    /// Returns the value at a JSON Pointer from this one, by aliases and merge keys.
    ///
    /// ```
    /// use shapewright_source::{Limits, Source, json};
    ///
    /// let text = r#"{"Aliases": {"Quantity": 2, "Items": ["a.example.com"]}}"#;
    /// let parsed = json::parse(Source::new("a.json", text.to_owned()), &Limits::default());
    /// let root = parsed.trees[0].root();
    /// assert_eq!(root.locate("/Aliases/Items/0").node.text(), "a.example.com");
    /// // What is absent is shown at the key of what lacks it.
    /// let place = root.locate("/Aliases/Items/1");
    /// assert!(!place.is_exact);
    /// assert_eq!(root.source().slice(place.span()), "\"Items\"");
    /// ```
    pub fn locate(self, pointer: &str) -> Place<'t> {
        let mut node = self;
        for step in pointer.split('/').skip(1) {
            let name = PointerStep::name(step);
            let next = match node.resolved().kind() {
                Kind::List => name.parse().ok().and_then(|index| node.at(index)),
                // No name of an element begins with a digit.
                _ if node.tree.is_xml && name.starts_with(|c: char| c.is_ascii_digit()) => {
                    name.parse().ok().and_then(|index| node.at(index))
                }
                _ => node.get(&name),
            };
            match next {
                Some(next) => node = next,
                None => return Place { node, is_exact: false },
            }
        }
        Place { node, is_exact: true }
    }

    /// Returns the JSON Pointer from the outermost value to this one, as written: by the places of merge keys.
    pub fn pointer(self) -> String {
        let mut steps = Vec::new();
        let mut node = self;
        while let Some(parent) = node.parent() {
            let step = match node.key() {
                Some(key) => key.to_owned(),
                None => node.index(parent).to_string(),
            };
            steps.push(step);
            node = parent;
        }
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            // Writing to a `String` does not fail.
            let _ = write!(pointer, "{}", PointerStep(step));
        }
        pointer
    }

    /// Returns how many values are before it in its list.
    fn index(self, list: Node<'_>) -> usize {
        match self.tree.table(list.id) {
            Some(table) => table.index(self.id),
            None => list.children().take_while(|child| *child != self).count(),
        }
    }

    /// Returns what to underline for a list or an object as a whole: its key, or its first character.
    pub fn head(self) -> Span {
        self.key_span().unwrap_or_else(|| {
            let range = self.span().range();
            let first = self.source().slice(self.span()).chars().next().map_or(0, char::len_utf8);
            Span::new(range.start, range.start + first)
        })
    }
}
