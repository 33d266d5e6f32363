//! Builds a tree from the values of a document in the order in which they start.

use std::collections::HashMap;
use std::sync::Arc;

use shapewright_runtime::text;

use super::{Data, Form, Id, NO_KEY, Role, Tag, Tree};
use crate::{Fault, Limits, Parsed, Source, Span};

/// What a value without values inside is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Leaf<'a> {
    Null,
    Boolean(bool),
    Number,
    /// A string: its text, if it differs from the text of the span without its quotes.
    String(Option<&'a str>),
    /// A string in quotes whose text is not what stands between them.
    Quoted(&'a str),
    Alias(Id),
    Unknown(&'static str),
}

/// A key: its place, and its text, if it differs from the text of the span without its quotes.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    span: Span,
    text: Option<String>,
    role: Role,
}

/// Adds values to a tree.
pub(crate) struct Builder {
    tree: Tree,
    open: Vec<u32>,
    key: Option<Key>,
    limits: Limits,
    ids: &'static Ids,
    /// Where the last value ended that has ended.
    last_end: usize,
}

/// The ids of the faults that all formats have.
#[derive(Debug)]
pub(crate) struct Ids {
    pub(crate) too_large: &'static str,
    pub(crate) too_many: &'static str,
    pub(crate) too_deep: &'static str,
    pub(crate) duplicate_key: &'static str,
}

impl Builder {
    /// Begins a tree.
    pub(crate) fn new(source: &Arc<Source>, limits: &Limits, ids: &'static Ids) -> Self {
        let limits = Limits { nodes: limits.nodes(source), ..*limits };
        Builder { tree: Tree::empty(source), open: Vec::new(), key: None, limits, ids, last_end: 0 }
    }

    /// Says that the document is XML.
    pub(crate) fn mark_xml(&mut self) {
        self.tree.is_xml = true;
    }

    /// Says what the key of the next value is.
    pub(crate) fn key(&mut self, span: Span, text: Option<String>) {
        self.key = Some(Key { span, text, role: Role::Member });
    }

    /// Says that the next value has the merge key.
    pub(crate) fn merge_key(&mut self, span: Span) {
        self.key = Some(Key { span, text: None, role: Role::Merge });
    }

    /// Says that the next value is a block with this name or label.
    pub(crate) fn block_key(&mut self, span: Span, text: Option<String>) {
        self.key = Some(Key { span, text, role: Role::Block });
    }

    /// Adds a value without values inside.
    pub(crate) fn leaf(&mut self, span: Span, leaf: Leaf<'_>) -> Result<Id, Fault> {
        let (tag, payload, text) = match leaf {
            Leaf::Null => (Tag::Null, 0, None),
            Leaf::Boolean(value) => (Tag::Boolean, u32::from(value), None),
            Leaf::Number => (Tag::Number, 0, None),
            Leaf::String(text) => (Tag::String, 0, text),
            Leaf::Quoted(text) => (Tag::String, 0, Some(text)),
            Leaf::Alias(target) => (Tag::Alias, target.0, None),
            Leaf::Unknown(_) => (Tag::Unknown, 0, None),
        };
        let id = self.push(span, tag, payload)?;
        if let Leaf::Unknown(reason) = leaf {
            self.tree.mark_unknown(id, reason);
        }
        let form = match text {
            Some(text) => {
                let place = self.decode(text);
                self.tree.texts.push((id.0, place));
                if let Leaf::Quoted(_) = leaf { Form::DecodedQuoted } else { Form::Decoded }
            }
            None if tag == Tag::String => self.form(span),
            None => Form::Plain,
        };
        self.tree.nodes[id.index()].form = form;
        self.last_end = span.end as usize;
        Ok(id)
    }

    /// Begins a list or an object.
    pub(crate) fn begin(&mut self, span: Span, is_object: bool) -> Result<Id, Fault> {
        if self.open.len() >= self.limits.depth {
            let message = format!("values are nested more than {} levels deep", self.limits.depth);
            let help = "flatten the document, or raise the limit of the depth";
            return Err(Fault::error(self.ids.too_deep, span, message, help));
        }
        let id = self.push(span, if is_object { Tag::Object } else { Tag::List }, 0)?;
        self.open.push(id.0);
        Ok(id)
    }

    /// Ends the innermost list or object, at an offset.
    pub(crate) fn end(&mut self, offset: usize) -> Option<Id> {
        let id = self.open.pop()?;
        let end = self.tree.nodes.len() as u32;
        let data = self.tree.nodes.get_mut(id as usize)?;
        data.end = end;
        data.span = Span::new(data.span.start as usize, offset);
        self.last_end = data.span.end as usize;
        Some(Id(id))
    }

    /// Gives a value its YAML tag.
    pub(crate) fn tag(&mut self, id: Id, span: Span) {
        self.tree.tags.push((id.0, span));
    }

    /// Returns whether the innermost open value is an object, if any is open.
    pub(crate) fn is_in_object(&self) -> Option<bool> {
        let id = *self.open.last()?;
        self.tree.nodes.get(id as usize).map(|data| data.tag == Tag::Object)
    }

    /// Returns where the last value ended that has ended.
    pub(crate) fn last_end(&self) -> usize {
        self.last_end
    }

    /// Returns whether a key waits for its value.
    pub(crate) fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// Returns the tree, or nothing if there is no value, and adds the faults of its keys.
    pub(crate) fn finish(mut self, parsed: &mut Parsed) -> Option<Tree> {
        while self.end(self.last_end).is_some() {}
        if self.tree.nodes.is_empty() {
            return None;
        }
        self.tree.nodes.shrink_to_fit();
        if !self.tree.is_xml {
            duplicates(&self.tree, self.ids.duplicate_key, parsed);
        }
        Some(self.tree)
    }

    fn push(&mut self, span: Span, tag: Tag, payload: u32) -> Result<Id, Fault> {
        let index = self.tree.nodes.len();
        if index >= self.limits.nodes.min(u32::MAX as usize - 1) {
            let message = format!("the document has more than {} values", self.limits.nodes);
            return Err(Fault::error(
                self.ids.too_many,
                span,
                message,
                "split it, or raise the limit of the values",
            ));
        }
        let id = index as u32;
        let (mut key, mut key_form, mut role) = (NO_KEY, Form::Plain, Role::Member);
        if let Some(waiting) = self.key.take() {
            (key, role) = (waiting.span, waiting.role);
            key_form = match &waiting.text {
                Some(text) => {
                    let place = self.decode(text);
                    self.tree.keys.push((id, place));
                    Form::Decoded
                }
                None => self.form(key),
            };
        }
        let parent = self.open.last().copied().unwrap_or(0);
        let form = Form::Plain;
        self.tree.nodes.push(Data { span, key, end: id + 1, parent, payload, tag, form, key_form, role });
        Ok(Id(id))
    }

    fn decode(&mut self, text: &str) -> Span {
        let start = self.tree.decoded.len();
        self.tree.decoded.push_str(text);
        Span::new(start, self.tree.decoded.len())
    }

    /// Whether what stands at a place is in quotes.
    fn form(&self, span: Span) -> Form {
        let text = self.tree.source.slice(span);
        let is_in = |quote: char| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
        if is_in('"') || is_in('\'') { Form::Quoted } else { Form::Plain }
    }
}

/// Up to this number of members, a comparison of all pairs is faster than a table.
pub(super) const FEW: usize = 8;

/// Adds a warning for each member of an object whose key is there before.
fn duplicates(tree: &Tree, id: &'static str, parsed: &mut Parsed) {
    for object in tree.nodes().filter(|node| node.data_tag() == Tag::Object) {
        let members: Vec<_> = object.children().filter(|child| child.role() == Role::Member).collect();
        let mut first = HashMap::new();
        for (index, member) in members.iter().enumerate() {
            let Some((key, span)) = member.key().zip(member.key_span()) else { continue };
            let before = if members.len() <= FEW {
                members[..index]
                    .iter()
                    .find(|other| other.key() == Some(key))
                    .and_then(|other| other.key_span())
            } else {
                let before = first.get(key).copied();
                first.entry(key).or_insert(span);
                before
            };
            if let Some(before) = before {
                let message = text::message(format!("the key {key} is there twice"));
                let help = "remove one of the two: some programs take the first, some the last, some neither";
                parsed.add(Fault::warning(id, span, message, help).with_second(before, "the first one"));
            }
        }
    }
}

impl super::Node<'_> {
    fn data_tag(self) -> Tag {
        self.tree.nodes[self.id.index()].tag
    }
}
