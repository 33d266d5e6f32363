//! XML, with the position of every element and its text.
//!
//! An element with elements inside is an [object](crate::Kind::Object) whose keys are the local names of the elements,
//! also if all of them have one name and are a list. Any other element is a string: its text. The root has the name of
//! the outermost element as key. Attributes and namespaces are not part of the tree.

mod attributes;

use std::sync::Arc;

use roxmltree::{Document, Error, ParsingOptions};

use crate::comments::Comment;
use crate::limits::DENSE;
use crate::tree::{Builder, Ids, Leaf};
use crate::{Fault, Limits, Parsed, Position, Source, Span, Unit};

static IDS: Ids = Ids {
    too_large: "xml-too-large",
    too_many: "xml-too-many-values",
    too_deep: "xml-too-deep",
    duplicate_key: "xml-duplicate-key",
};

/// Reads XML. A text with an error has no tree. Document type declarations are refused, and with them entities of one's
/// own.
///
/// ```
/// use shapewright_source::{Limits, Source, xml};
///
/// let text = "<Aliases><Quantity>1</Quantity><Items><CNAME>a&amp;b</CNAME></Items></Aliases>";
/// let parsed = xml::parse(Source::new("a.xml", text.to_owned()), &Limits::default());
/// let root = parsed.trees[0].root();
/// assert_eq!(root.key(), Some("Aliases"));
/// let item = root.locate("/Items/0").node;
/// assert_eq!((item.key(), item.text()), (Some("CNAME"), "a&b"));
/// assert_eq!(item.source().slice(item.span()), "a&amp;b");
/// ```
pub fn parse(source: impl Into<Arc<Source>>, limits: &Limits) -> Parsed {
    let source = source.into();
    if let Some(fault) = limits.too_large(&source, &IDS) {
        return Parsed::failed(fault);
    }
    if let Some(start) = attributes::too_many(source.text()) {
        let message = format!("the element has more than {} attributes", attributes::MOST);
        let fault = Fault::error(IDS.too_many, Span::new(start, start + 1), message, "remove them");
        return Parsed::failed(fault);
    }
    let most = limits.nodes.saturating_mul(NODES).min(DENSE.max(source.text().len() / 8));
    let nodes_limit = u32::try_from(most).unwrap_or(u32::MAX);
    let options = ParsingOptions { nodes_limit, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(source.text(), options) {
        Ok(document) => document,
        Err(error) => return Parsed::failed(fault(&source, &error, limits)),
    };
    let mut parsed = Parsed::new(limits);
    match elements(&source, &document, limits, &mut parsed) {
        Ok(tree) => {
            let tree = tree.finish(&mut parsed);
            parsed.trees.extend(tree);
        }
        Err(fault) => parsed.add(fault),
    }
    parsed
}

/// How many nodes the parser may make for each value: the element, its text, and the blanks and comments before them.
const NODES: usize = 4;

/// Adds all elements to a tree.
fn elements(
    source: &Arc<Source>,
    document: &Document<'_>,
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<Builder, Fault> {
    let mut tree = Builder::new(source, limits, &IDS);
    tree.mark_xml();
    // The open elements, and where each ends.
    let mut open: Vec<(roxmltree::NodeId, usize)> = Vec::new();
    for node in document.descendants() {
        let range = node.range();
        while let Some((_, end)) = open.pop_if(|(_, end)| *end <= range.start) {
            tree.end(end);
        }
        if node.is_comment() {
            parsed.comments.push(Comment::new(source, Span::new(range.start, range.end)));
        }
        if !node.is_element() {
            let is_text = node.is_text() && !node.text().unwrap_or_default().trim().is_empty();
            let parent = node.parent().map(|parent| parent.id());
            if is_text && open.last().map(|(id, _)| *id) == parent {
                parsed.add(between(source, range.start, range.end));
            }
            continue;
        }
        name(&mut tree, source, node);
        if node.first_element_child().is_some() {
            tree.begin(Span::new(range.start, range.end), true)?;
            open.push((node.id(), range.end));
        } else {
            text(&mut tree, source, node)?;
        }
    }
    while let Some((_, end)) = open.pop() {
        tree.end(end);
    }
    Ok(tree)
}

/// A text between elements.
fn between(source: &Source, start: usize, end: usize) -> Fault {
    let text = source.slice(Span::new(start, end));
    let from = start + text.len() - text.trim_start().len();
    let span = Span::new(from, start + text.trim_end().len());
    let help = "remove it: an element has either elements or text inside";
    Fault::warning("xml-text", span, "there is text between elements", help)
}

/// Makes the name of an element the key of its value.
fn name(tree: &mut Builder, source: &Source, node: roxmltree::Node<'_, '_>) {
    let range = node.range();
    let written = source.slice(Span::new(range.start + 1, range.end));
    let length = written.find([' ', '\t', '\r', '\n', '/', '>']).unwrap_or(written.len());
    let local = node.tag_name().name();
    let decoded = (written[..length] != *local).then(|| local.to_owned());
    tree.key(Span::new(range.start + 1, range.start + 1 + length), decoded);
}

/// Adds an element without elements inside. Its place is its text, or the whole element if there is none.
fn text(tree: &mut Builder, source: &Source, node: roxmltree::Node<'_, '_>) -> Result<(), Fault> {
    let texts = || node.children().filter(roxmltree::Node::is_text);
    let (Some(first), Some(last)) = (texts().next(), texts().next_back()) else {
        let range = node.range();
        tree.leaf(Span::new(range.start, range.end), Leaf::String(Some("")))?;
        return Ok(());
    };
    let span = Span::new(first.range().start, last.range().end);
    let text: String = texts().filter_map(|text| text.text()).collect();
    let is_written = source.slice(span) == text && !text.starts_with(['"', '\'']);
    tree.leaf(span, Leaf::String((!is_written).then_some(&text)))?;
    Ok(())
}

/// Returns the fault of an error of the parser.
fn fault(source: &Source, error: &Error, limits: &Limits) -> Fault {
    let end = source.text().len();
    let position = error.pos();
    let position = Position { line: position.row, column: position.col };
    let (id, offset, message, help) = match error {
        Error::DtdDetected => {
            let offset = source.text().find("<!DOCTYPE").unwrap_or_default();
            let message = "the document has a document type declaration".to_owned();
            ("xml-dtd", offset, message, "remove <!DOCTYPE …>: it can define entities, which are refused")
        }
        Error::NodesLimitReached => {
            let most = limits.nodes(source);
            let message =
                format!("the document has more than {most} values, comments and texts between them");
            (IDS.too_many, 0, message, "split it, or raise the limit of the values")
        }
        Error::NoRootNode if source.text().trim().is_empty() => {
            ("xml-empty", 0, "there is no element in the text".to_owned(), "write an element")
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            let message = "the text ends inside an element".to_owned();
            ("xml-unclosed", end, message, "write the end tags, or get the whole file")
        }
        _ => {
            let help = match error {
                Error::UnexpectedCloseTag(..) => "write the end tag of the innermost element first",
                Error::UnknownEntityReference(..) | Error::MalformedEntityReference(_) => {
                    "write &amp; for an ampersand"
                }
                Error::UnknownNamespace(..) => "remove the prefix, or declare it with xmlns",
                Error::InvalidAttributeValue(_) => "write &lt; for <",
                Error::NonXmlChar(..) => "remove the character: XML cannot have it",
                _ => "correct the tag or the text here",
            };
            ("xml-syntax", source.offset(position, Unit::CodePoint), error.to_string(), help)
        }
    };
    let length = source.text()[offset..].chars().next().map_or(0, char::len_utf8);
    Fault::error(id, Span::new(offset, offset + length), message, help)
}
