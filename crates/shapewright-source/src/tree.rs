//! The values of a document, each with its place: one arena in pre-order.

mod build;
mod compose;
mod long;
mod node;
mod pointer;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::{Source, Span};

pub(crate) use build::{Builder, Ids, Leaf};
pub use compose::{Composer, Scalar};
use long::{Long, SHORT, Table};
pub use node::{Children, Node};
pub use pointer::Place;

/// The number of a value in its [`Tree`], in the order in which values start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u32);

impl Id {
    /// The outermost value.
    pub const ROOT: Id = Id(0);

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind<'t> {
    /// Nothing: `null`, or an absent value of YAML.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number. Its [text](Node::text) is as written, of any size and precision.
    Number,
    /// A string. Its [text](Node::text) has no quotes and no escape sequences.
    String,
    /// A list.
    List,
    /// An object: keys and values.
    Object,
    /// A YAML alias for a value that comes before it.
    Alias(Id),
    /// A value that is only known later, when the document is deployed for instance.
    Unknown {
        /// Why it is not known: `known after apply`.
        reason: &'t str,
    },
}

/// The kind without its data, which is in [`Data::payload`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
    Alias,
    Unknown,
}

/// How a text follows from its span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// It is the text of the span.
    Plain,
    /// It is the text of the span without its first and last byte.
    Quoted,
    /// It is in [`Tree::decoded`].
    Decoded,
    /// It is in [`Tree::decoded`], and was written in quotes.
    DecodedQuoted,
}

/// What a value is in its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Member,
    /// The value of a merge key.
    Merge,
    /// A block. An object may have several blocks with one name.
    Block,
    /// A value that is not in the text.
    Supplied,
}

/// One value.
#[derive(Clone, Debug)]
struct Data {
    span: Span,
    /// [`NO_KEY`] for the root and in lists.
    key: Span,
    /// The index after its last descendant.
    end: u32,
    parent: u32,
    payload: u32,
    tag: Tag,
    form: Form,
    key_form: Form,
    role: Role,
}

const NO_KEY: Span = Span { start: u32::MAX, end: u32::MAX };

/// One document: its values and the text that they come from.
///
/// Values are in pre-order: the descendants of a value follow it. Numbers and strings stay in the text, but for those
/// that were written with escape sequences or over several lines.
///
/// ```
/// use shapewright_source::{Kind, Limits, Source, json};
///
/// let source = Source::new("a.json", r#"{"Quantity": 1, "Items": ["a.example.com"]}"#.to_owned());
/// let parsed = json::parse(source, &Limits::default());
/// let root = parsed.trees[0].root();
/// let item = root.get("Items").and_then(|items| items.at(0)).expect("an item");
/// assert_eq!((item.kind(), item.text()), (Kind::String, "a.example.com"));
/// assert_eq!(item.source().slice(item.span()), "\"a.example.com\"");
/// ```
#[derive(Clone, Debug)]
pub struct Tree {
    source: Arc<Source>,
    nodes: Vec<Data>,
    decoded: String,
    /// The values whose text is in `decoded`, in order, with its place there.
    texts: Vec<(u32, Span)>,
    /// The values whose key is in `decoded`.
    keys: Vec<(u32, Span)>,
    /// The values with a YAML tag, with its place in the text.
    tags: Vec<(u32, Span)>,
    /// Why values are unknown.
    reasons: Vec<Cow<'static, str>>,
    is_xml: bool,
    /// Made when a value in a long list or object is wanted first.
    long: OnceLock<Long>,
}

impl Tree {
    fn empty(source: &Arc<Source>) -> Self {
        Tree {
            source: Arc::clone(source),
            nodes: Vec::new(),
            decoded: String::new(),
            texts: Vec::new(),
            keys: Vec::new(),
            tags: Vec::new(),
            reasons: Vec::new(),
            is_xml: false,
            long: OnceLock::new(),
        }
    }

    /// Returns the outermost value.
    pub fn root(&self) -> Node<'_> {
        Node { tree: self, id: Id::ROOT }
    }

    /// Returns the value with an id of this tree. Ids of other trees give the outermost value if there are too few
    /// values.
    pub fn node(&self, id: Id) -> Node<'_> {
        if id.index() < self.nodes.len() { Node { tree: self, id } } else { self.root() }
    }

    /// Returns all values in the order in which they start.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.nodes.len()).map(|index| Node { tree: self, id: Id(index as u32) })
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn nth(&self, index: usize) -> Option<Node<'_>> {
        (index < self.nodes.len()).then_some(Node { tree: self, id: Id(index as u32) })
    }

    /// Returns whether it is XML: objects are elements with elements inside, so that keys can be there several times,
    /// and a list is an object. All other values are strings.
    pub fn is_xml(&self) -> bool {
        self.is_xml
    }

    /// Returns the text that the values come from.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Says that a value is only known later, and why. What is inside it stays where it is.
    pub fn mark_unknown(&mut self, id: Id, reason: impl Into<Cow<'static, str>>) {
        let reason = reason.into();
        let known = self.reasons.iter().rposition(|known| *known == reason);
        let index = known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        });
        if let Some(data) = self.nodes.get_mut(id.index()) {
            (data.tag, data.payload) = (Tag::Unknown, index as u32);
        }
    }

    /// Returns the table of a list or an object that is long.
    fn table(&self, id: Id) -> Option<&Table> {
        let is_large = self.nodes.get(id.index()).is_some_and(|data| (data.end - id.0) as usize > SHORT);
        if is_large { self.long.get_or_init(|| Long::of(self)).get(id) } else { None }
    }

    fn kind(&self, data: &Data) -> Kind<'_> {
        match data.tag {
            Tag::Null => Kind::Null,
            Tag::Boolean => Kind::Boolean(data.payload != 0),
            Tag::Number => Kind::Number,
            Tag::String => Kind::String,
            Tag::List => Kind::List,
            Tag::Object => Kind::Object,
            Tag::Alias => Kind::Alias(Id(data.payload)),
            Tag::Unknown => Kind::Unknown {
                reason: self.reasons.get(data.payload as usize).map_or("unknown", |reason| reason),
            },
        }
    }

    /// Returns the text behind a span of value or key.
    fn text(&self, id: Id, span: Span, form: Form, decoded: &[(u32, Span)]) -> &str {
        match form {
            Form::Plain => self.source.slice(span),
            Form::Quoted => {
                let range = span.range();
                self.source.text().get(range.start + 1..range.end.saturating_sub(1)).unwrap_or_default()
            }
            Form::Decoded | Form::DecodedQuoted => {
                find(decoded, id).and_then(|place| self.decoded.get(place.range())).unwrap_or_default()
            }
        }
    }
}

/// Looks a value up in a table in the order of ids.
fn find(table: &[(u32, Span)], id: Id) -> Option<Span> {
    let index = table.binary_search_by_key(&id.0, |(id, _)| *id).ok()?;
    table.get(index).map(|(_, span)| *span)
}
