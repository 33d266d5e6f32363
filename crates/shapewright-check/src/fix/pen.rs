//! Changes of values and names in the format of a text.

use shapewright_source::{Comment, Edit, Format, Kind, Node, Source, Span};

/// What is known about the text that is changed.
#[derive(Clone, Copy)]
pub(crate) struct Pen<'d> {
    pub(crate) format: Format,
    pub(crate) source: &'d Source,
    /// In the order of the text.
    pub(crate) comments: &'d [Comment],
}

impl Pen<'_> {
    /// The change of a scalar, whose quotes stay. There is none if the text does not have the value as it is: with
    /// escape sequences, in several lines, or behind an alias.
    pub(super) fn value(&self, node: Node<'_>, text: &str) -> Option<Edit> {
        if node.is_supplied() || !matches!(node.kind(), Kind::String | Kind::Number) {
            return None;
        }
        let (span, written) = (node.span(), self.source.slice(node.span()));
        if written == node.text() {
            let is_plain = text.is_empty() && self.format != Format::Xml;
            return Some(Edit::new(span, if is_plain { "\"\"" } else { text }));
        }
        let inner = written.strip_prefix(['"', '\'']).and_then(|inner| inner.strip_suffix(['"', '\'']))?;
        let start = span.start as usize + 1;
        (inner == node.text()).then(|| Edit::new(Span::new(start, start + inner.len()), text))
    }

    /// The change of the name in the end tag of an element of XML; nothing if the element has none.
    pub(super) fn end_tag(&self, node: Node<'_>, name: &str, meant: &str) -> Option<Option<Edit>> {
        let (text, place) = (self.source.text(), node.span());
        let written = self.source.slice(place);
        // The place of an element with elements inside, and of an empty one, is all of it, otherwise its text.
        let start = if !written.starts_with('<') {
            place.end as usize + text.get(place.end as usize..)?.find("</")?
        } else if written.ends_with("/>") && node.children().next().is_none() {
            return Some(None);
        } else {
            place.start as usize + written.rfind("</")?
        };
        let tag = text.get(start..)?;
        let written = tag.get(2..tag.find('>')?)?.trim_end();
        let offset = start + 2 + written.strip_suffix(name)?.len();
        Some(Some(Edit::new(Span::new(offset, offset + name.len()), meant)))
    }
}
