//! Changes of a text: their order, and what becomes of those that overlap.

use crate::Span;

/// A part of a text, and the text that replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The part that is replaced. It is empty where text is only added.
    pub span: Span,
    /// The new text. It is empty where text is only removed.
    pub text: String,
}

impl Edit {
    /// Returns a change of a part.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Edit { span, text: text.into() }
    }

    /// Returns whether only one of the two can be applied: their parts have a byte in common, or one is inside the
    /// other. Additions at one place do not overlap.
    ///
    /// ```
    /// use shapewright_source::{Edit, Span};
    ///
    /// let edit = |start, end| Edit::new(Span::new(start, end), "x");
    /// assert!(edit(0, 2).overlaps(&edit(1, 3)) && edit(0, 2).overlaps(&edit(1, 1)));
    /// assert!(!edit(0, 2).overlaps(&edit(2, 3)) && !edit(0, 2).overlaps(&edit(2, 2)));
    /// ```
    pub fn overlaps(&self, other: &Edit) -> bool {
        self.span.start.max(other.span.start) < self.span.end.min(other.span.end)
            || self.span.is_empty() && is_strictly_inside(self.span, other.span)
            || other.span.is_empty() && is_strictly_inside(other.span, self.span)
    }
}

fn is_strictly_inside(inner: Span, outer: Span) -> bool {
    outer.start < inner.start && inner.end < outer.end
}

/// A text after changes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edited {
    /// The new text.
    pub text: String,
    /// The numbers of the changes that were left out, in their order in the list: they overlap one before them in the
    /// text, or their part is not in the text.
    pub skipped: Vec<usize>,
}

/// Applies changes to a text. Additions at one place keep the order of the list.
///
/// Of two changes that overlap, the one that starts first is applied. A caller who wants both applies the other one to
/// the new text, after reading that again.
///
/// ```
/// use shapewright_source::{Edit, Span, apply};
///
/// let edits = [Edit::new(Span::new(13, 14), "1"), Edit::new(Span::at(1), " ")];
/// let edited = apply(r#"{"Quantity": 2}"#, &edits);
/// assert_eq!((edited.text.as_str(), edited.skipped.len()), (r#"{ "Quantity": 1}"#, 0));
/// ```
pub fn apply(text: &str, edits: &[Edit]) -> Edited {
    let mut order: Vec<usize> = (0..edits.len()).collect();
    order.sort_by_key(|index| edits.get(*index).map(|edit| edit.span));
    let mut edited = Edited { text: String::with_capacity(text.len()), skipped: Vec::new() };
    let mut copied = 0;
    for index in order {
        let Some(edit) = edits.get(index) else { continue };
        let range = edit.span.range();
        // Nothing between two changes is an empty text; there is none if the second starts inside the first.
        let (Some(between), Some(_)) = (text.get(copied..range.start), text.get(range.clone())) else {
            edited.skipped.push(index);
            continue;
        };
        edited.text.push_str(between);
        edited.text.push_str(&edit.text);
        copied = range.end;
    }
    edited.text.push_str(text.get(copied..).unwrap_or_default());
    edited.skipped.sort_unstable();
    edited
}
