//! Composes a tree of the values of another one, which has other names and other nesting.

use std::collections::HashMap;
use std::sync::Arc;
use std::vec;

use super::{Data, Form, Id, Kind, NO_KEY, Node, Role, Tag, Tree};
use crate::{Source, Span};

/// A value without values inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scalar<'a> {
    /// Nothing.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A string.
    String(&'a str),
}

/// Composes a tree of values that have places in a text, in the order in which they start. So a document that a tool
/// understands becomes what an API understands, and what is wrong there leads back to the document.
///
/// ```
/// use shapewright_source::{Composer, Limits, Scalar, Source, json};
///
/// let source = Source::new("a.json", r#"{"aliases": ["a.example.com"]}"#.to_owned());
/// let parsed = json::parse(source, &Limits::default());
/// let aliases = parsed.trees[0].root().locate("/aliases").node;
///
/// let mut composer = Composer::new(parsed.trees[0].source());
/// composer.begin_object(aliases.span());
/// composer.supplied().key("Quantity", aliases.head());
/// composer.value(Scalar::Number("1"), aliases.head());
/// composer.key("Items", aliases.head());
/// composer.copy(aliases);
/// composer.end();
/// let tree = composer.finish();
///
/// let item = tree.root().locate("/Items/0").node;
/// assert_eq!(item.source().slice(item.span()), "\"a.example.com\"");
/// let quantity = tree.root().locate("/Quantity").node;
/// assert_eq!((quantity.text(), quantity.is_supplied()), ("1", true));
/// assert_eq!(item.source().slice(quantity.span()), "\"aliases\"");
/// ```
#[derive(Clone, Debug)]
pub struct Composer {
    tree: Tree,
    open: Vec<u32>,
    key: Option<(Span, Form, Span)>,
    /// What the next value is in its object.
    role: Role,
    /// Keys that are not in the text as they are here, with their places in [`Tree::decoded`].
    names: HashMap<String, Span>,
}

impl Composer {
    /// Begins a tree of values that have places in a text.
    pub fn new(source: &Arc<Source>) -> Self {
        Composer {
            tree: Tree::empty(source),
            open: Vec::new(),
            key: None,
            role: Role::Member,
            names: HashMap::new(),
        }
    }

    /// Says what the key of the next value is, and where it is in the text. The outermost value can have one too: what
    /// lacks a member is shown there.
    pub fn key(&mut self, name: &str, place: Span) -> &mut Self {
        let key = match self.written(name, place) {
            Some(form) => (place, form, Span::default()),
            None => (place, Form::Decoded, self.name(name)),
        };
        self.key = Some(key);
        self
    }

    /// Says that the next value is not in the text: what uses the text adds it. It has the place of what lacks it.
    pub fn supplied(&mut self) -> &mut Self {
        self.role = Role::Supplied;
        self
    }

    /// Says that the next value is a block: an object may have several with one key.
    pub fn block(&mut self) -> &mut Self {
        self.role = Role::Block;
        self
    }

    /// Begins an object.
    pub fn begin_object(&mut self, place: Span) {
        let id = self.push(Tag::Object, 0, Form::Plain, place);
        self.open.push(id.0);
    }

    /// Begins a list.
    pub fn begin_list(&mut self, place: Span) {
        let id = self.push(Tag::List, 0, Form::Plain, place);
        self.open.push(id.0);
    }

    /// Ends the innermost list or object.
    pub fn end(&mut self) {
        let end = self.tree.nodes.len() as u32;
        let open = self.open.pop().and_then(|id| self.tree.nodes.get_mut(id as usize));
        if let Some(data) = open {
            data.end = end;
        }
    }

    /// Adds a value without values inside.
    pub fn value(&mut self, value: Scalar<'_>, place: Span) {
        let (tag, payload, text) = match value {
            Scalar::Null => (Tag::Null, 0, None),
            Scalar::Boolean(value) => {
                (Tag::Boolean, u32::from(value), Some(if value { "true" } else { "false" }))
            }
            Scalar::Number(text) => (Tag::Number, 0, Some(text)),
            Scalar::String(text) => (Tag::String, 0, Some(text)),
        };
        let written = text.map_or(Some(Form::Plain), |text| self.written(text, place));
        // Nothing but quotes keeps a text from being read as a number or a boolean.
        let form = written.unwrap_or(if tag == Tag::String { Form::DecodedQuoted } else { Form::Decoded });
        let id = self.push(tag, payload, form, place);
        if let (None, Some(text)) = (written, text) {
            let text = self.decode(text);
            self.tree.texts.push((id.0, text));
        }
    }

    /// Adds a value that is only known later.
    pub fn unknown(&mut self, reason: &str, place: Span) {
        let id = self.push(Tag::Unknown, 0, Form::Plain, place);
        self.tree.mark_unknown(id, reason.to_owned());
    }

    /// Adds a value of another tree of the same text, without its key and its YAML tag: a list or an object with what
    /// is in it, and with the values behind aliases and merge keys.
    pub fn copy(&mut self, node: Node<'_>) {
        self.copy_at(node, node.span());
    }

    /// Adds a copy of a value, which is at another place, as one behind an alias is. What is in it stays at its place.
    /// If it is of XML, this tree is too.
    pub fn copy_at(&mut self, node: Node<'_>, place: Span) {
        self.tree.is_xml |= node.tree.is_xml;
        let mut open = Vec::new();
        self.enter(node, place, &mut open);
        while let Some(inside) = open.last_mut() {
            match inside.next() {
                Some(next) => {
                    self.key_of(next);
                    self.enter(next, next.span(), &mut open);
                }
                None => {
                    open.pop();
                    self.end();
                }
            }
        }
    }

    /// Gives the next value the key of another one, and its role as block or as supplied value.
    pub fn key_of(&mut self, node: Node<'_>) {
        if let Some((name, place)) = node.key().zip(node.key_span()) {
            self.key(name, place);
        }
        if node.is_block() {
            self.block();
        } else if node.is_supplied() {
            self.supplied();
        }
    }

    /// Returns the tree. Without any value it is null.
    pub fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.end();
        }
        if self.tree.nodes.is_empty() {
            self.value(Scalar::Null, Span::default());
        }
        self.tree.nodes.shrink_to_fit();
        self.tree
    }

    /// Adds a value, and says what is in it if it is a list or an object.
    fn enter<'t>(&mut self, node: Node<'t>, place: Span, open: &mut Vec<vec::IntoIter<Node<'t>>>) {
        let value = node.resolved();
        match value.kind() {
            Kind::Object => {
                self.begin_object(place);
                // Elements of XML with one name can be a list, so it stays known where they come from.
                self.tree.is_xml |= node.tree.is_xml;
                let inside = if node.tree.is_xml { value.children().collect() } else { value.members() };
                open.push(inside.into_iter());
            }
            Kind::List => {
                self.begin_list(place);
                open.push(value.children().collect::<Vec<_>>().into_iter());
            }
            Kind::Unknown { reason } => self.unknown(reason, place),
            Kind::Null | Kind::Alias(_) => self.value(Scalar::Null, place),
            Kind::Boolean(truth) => {
                // It keeps its text, which YAML writes in several ways.
                self.scalar(Tag::Boolean, u32::from(truth), value, place);
            }
            Kind::Number => self.scalar(Tag::Number, 0, value, place),
            Kind::String => self.scalar(Tag::String, 0, value, place),
        }
    }

    /// Adds a scalar with its text. Whether it was in quotes stays known.
    fn scalar(&mut self, tag: Tag, payload: u32, node: Node<'_>, place: Span) {
        let form = node.data().form;
        if matches!(form, Form::Plain | Form::Quoted) && node.span() == place {
            self.push(tag, payload, form, place);
            return;
        }
        let form = if node.is_quoted() { Form::DecodedQuoted } else { Form::Decoded };
        let id = self.push(tag, payload, form, place);
        let text = self.decode(node.text());
        self.tree.texts.push((id.0, text));
    }

    /// Returns how a text follows from a place, if it is there as it is.
    fn written(&self, text: &str, place: Span) -> Option<Form> {
        let written = self.tree.source.slice(place);
        let inner = written.len().checked_sub(1).and_then(|end| written.get(1..end));
        if written == text {
            Some(Form::Plain)
        } else if written.starts_with(['"', '\'']) && inner == Some(text) {
            Some(Form::Quoted)
        } else {
            None
        }
    }

    fn name(&mut self, name: &str) -> Span {
        if let Some(place) = self.names.get(name) {
            return *place;
        }
        let place = self.decode(name);
        self.names.insert(name.to_owned(), place);
        place
    }

    fn decode(&mut self, text: &str) -> Span {
        let start = self.tree.decoded.len();
        self.tree.decoded.push_str(text);
        Span::new(start, self.tree.decoded.len())
    }

    fn push(&mut self, tag: Tag, payload: u32, form: Form, span: Span) -> Id {
        let id = self.tree.nodes.len() as u32;
        let (key, key_form, name) = self.key.take().unwrap_or((NO_KEY, Form::Plain, Span::default()));
        if key_form == Form::Decoded {
            self.tree.keys.push((id, name));
        }
        let parent = self.open.last().copied().unwrap_or(0);
        let role = std::mem::replace(&mut self.role, Role::Member);
        self.tree.nodes.push(Data { span, key, end: id + 1, parent, payload, tag, form, key_form, role });
        Id(id)
    }
}
