//! Events of the parser to values of a tree.

use std::collections::HashMap;
use std::sync::Arc;

use granit_parser::{Event, ScalarStyle, StructureStyle, Tag};

use super::words;
use crate::tree::{Builder, Ids, Leaf};
use crate::{Fault, Id, Kind, Limits, Parsed, Source, Span, Tree};

/// Where an event is, and its tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) span: Span,
    tag: Option<Span>,
}

/// Returns where an event is. Texts over several lines end with their last character, not with the breaks behind.
pub(super) fn span(source: &Source, place: &granit_parser::Span, event: &Event<'_>) -> At {
    let bytes = |place: &granit_parser::Span| {
        let range = place.byte_range().unwrap_or_default();
        let end = range.end.min(source.text().len());
        Span::new(range.start.min(end), end)
    };
    let mut span = bytes(place);
    if let Event::Scalar(..) = event {
        let text = source.slice(span);
        span.end = span.start + text.trim_end().len() as u32;
    }
    At { span, tag: place.tag_span().as_ref().map(bytes) }
}

/// What an anchor names.
enum Anchor {
    /// A value that has not ended: an alias for it would contain itself.
    Open,
    /// A value, and how many values it is with its aliases replaced.
    Value(Id, usize),
    /// A key.
    Key(String),
}

/// An open list or mapping.
struct Open {
    is_flow: bool,
    anchor: usize,
    /// The number of values in it, with aliases replaced.
    size: usize,
}

/// One document while it is read.
pub(super) struct Document<'s> {
    source: &'s Source,
    limits: Limits,
    tree: Builder,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchor>,
    visits: usize,
    key: Span,
    /// A key that is a list or a mapping: its start, and how many are open in it.
    complex: Option<(Span, usize)>,
    found: Parsed,
}

impl<'s> Document<'s> {
    pub(super) fn new(source: &'s Arc<Source>, limits: &Limits, ids: &'static Ids) -> Self {
        Document {
            source,
            limits: *limits,
            tree: Builder::new(source, limits, ids),
            open: Vec::new(),
            anchors: HashMap::new(),
            visits: 0,
            key: Span::default(),
            complex: None,
            found: Parsed::new(limits),
        }
    }

    /// Adds the document to what was read.
    pub(super) fn finish(self, parsed: &mut Parsed) {
        parsed.add_all(self.found);
        let Some(tree) = self.tree.finish(parsed) else { return };
        let root = tree.root();
        match root.kind() {
            Kind::Null if root.span().is_empty() => return,
            Kind::String => {
                let message = "the document is a single text";
                let help = "write a mapping (`key: value`) or a list (`- value`), or check whether this is YAML at all";
                parsed.add(Fault::error("yaml-text", root.head(), message, help));
                return;
            }
            _ => {}
        }
        merges(&tree, parsed);
        parsed.trees.push(tree);
    }

    pub(super) fn event(&mut self, event: Event<'_>, at: At) -> Result<(), Fault> {
        if let Some((start, depth)) = self.complex {
            self.inside_key(&event, at, start, depth);
            return Ok(());
        }
        let is_key = self.tree.is_in_object() == Some(true) && !self.tree.has_key();
        match event {
            Event::MappingEnd | Event::SequenceEnd => self.end(at),
            Event::MappingStart(..) | Event::SequenceStart(..) if is_key => self.complex = Some((at.span, 1)),
            Event::MappingStart(style, anchor, _) => self.begin(true, style, anchor, at)?,
            Event::SequenceStart(style, anchor, _) => self.begin(false, style, anchor, at)?,
            Event::Scalar(text, style, anchor, _) if is_key => self.key(&text, style, anchor, at),
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), at)?
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) if is_key => {
                self.no_key(at.span);
            }
            Event::Alias(anchor) => self.alias(anchor, at)?,
            Event::UnresolvedAlias(_) => self.unresolved(at)?,
            _ => {}
        }
        Ok(())
    }

    /// An event inside a key that is a list or a mapping.
    fn inside_key(&mut self, event: &Event<'_>, at: At, start: Span, depth: usize) {
        let depth = match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => depth + 1,
            Event::MappingEnd | Event::SequenceEnd => depth - 1,
            _ => depth,
        };
        self.complex = Some((start, depth));
        if depth == 0 {
            self.complex = None;
            let text = self.source.slice(Span::new(start.start as usize, at.span.end as usize));
            let end = start.start as usize + text.trim_end().len();
            self.no_key(Span::new(start.start as usize, end.max(start.end as usize)));
        }
    }

    /// A key that is not a text. The tree has it as it is written.
    fn no_key(&mut self, span: Span) {
        let message = "the key is not a text";
        let help = "write a text as key; put a value that begins with `{` or `*` in quotes";
        self.found.add(Fault::error("yaml-key", span, message, help));
        let text = self.source.slice(span).to_owned();
        self.key = span;
        self.tree.key(span, Some(text));
    }

    fn key(&mut self, text: &str, style: ScalarStyle, anchor: usize, at: At) {
        // The span of an absent key is where the colon is.
        self.key = at.span;
        let text = if at.span.is_empty() { "" } else { text };
        if anchor != 0 {
            self.anchors.insert(anchor, Anchor::Key(text.to_owned()));
        }
        if style == ScalarStyle::Plain && text == "<<" {
            self.tree.merge_key(at.span);
        } else {
            let decoded = self.decoded(text, style, at.span);
            self.tree.key(at.span, decoded.map(str::to_owned));
        }
    }

    /// Returns a text if it differs from the text of the document.
    fn decoded<'t>(&self, text: &'t str, style: ScalarStyle, span: Span) -> Option<&'t str> {
        let written = self.source.slice(span);
        let inner = written.len().checked_sub(1).and_then(|end| written.get(1..end));
        let is_same = match style {
            ScalarStyle::Plain => written == text,
            _ => is_quoted(style) && inner == Some(text),
        };
        (!is_same).then_some(text)
    }

    fn begin(&mut self, is_object: bool, style: StructureStyle, anchor: usize, at: At) -> Result<(), Fault> {
        let id = self.tree.begin(at.span, is_object)?;
        if let Some(tag) = at.tag {
            self.tree.tag(id, tag);
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Anchor::Open);
        }
        self.open.push(Open { is_flow: style == StructureStyle::Flow, anchor, size: 1 });
        Ok(())
    }

    fn end(&mut self, at: At) {
        let Some(open) = self.open.pop() else { return };
        // The end of a block is the next token, which belongs to something else.
        let end = if open.is_flow { at.span.end as usize } else { self.tree.last_end() };
        let id = self.tree.end(end);
        if let Some(id) = id.filter(|_| open.anchor != 0) {
            self.anchors.insert(open.anchor, Anchor::Value(id, open.size));
        }
        self.count(open.size);
    }

    /// Adds a number of values to the innermost list or mapping.
    fn count(&mut self, size: usize) {
        if let Some(open) = self.open.last_mut() {
            open.size = open.size.saturating_add(size);
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        at: At,
    ) -> Result<(), Fault> {
        let mut span = at.span;
        let is_absent = span.is_empty() && style == ScalarStyle::Plain;
        if is_absent {
            // The parser is at the next token, which can be lines away.
            let before = self.source.text().get(..span.start as usize).unwrap_or_default();
            let end = if self.tree.has_key() { self.key.end as usize } else { before.trim_end().len() };
            span = Span::at(end.max(self.tree.last_end()));
        }
        let core = tag.and_then(Tag::core_suffix);
        let leaf = match core {
            Some("null") => Leaf::Null,
            Some("bool" | "int" | "float") => words::core(text),
            None if tag.is_none() && is_absent => Leaf::Null,
            None if tag.is_none() && style == ScalarStyle::Plain => words::core(text),
            _ if is_absent => Leaf::String(Some("")),
            _ => Leaf::String(None),
        };
        let leaf = match leaf {
            Leaf::String(None) => match self.decoded(text, style, span) {
                Some(text) if is_quoted(style) => Leaf::Quoted(text),
                text => Leaf::String(text),
            },
            leaf => leaf,
        };
        let id = self.tree.leaf(span, leaf)?;
        if let Some(tag) = at.tag {
            self.tree.tag(id, tag);
        }
        if anchor != 0 {
            self.anchors.insert(anchor, Anchor::Value(id, 1));
        }
        self.count(1);
        Ok(())
    }

    fn alias(&mut self, anchor: usize, at: At) -> Result<(), Fault> {
        let (leaf, size) = match self.anchors.get(&anchor) {
            Some(Anchor::Value(id, size)) => (Leaf::Alias(*id), *size),
            Some(Anchor::Key(text)) => (Leaf::String(Some(text)), 1),
            Some(Anchor::Open) | None => {
                let message = "the alias stands for a value that contains it";
                let help = "write the value out, or remove the alias";
                self.found.add(Fault::error("yaml-recursive-alias", at.span, message, help));
                (Leaf::Unknown("recursive alias"), 1)
            }
        };
        self.visits = self.visits.saturating_add(size);
        if self.visits > self.limits.alias_visits {
            let message = format!("the aliases expand to more than {} values", self.limits.alias_visits);
            return Err(Fault::error(
                "yaml-aliases",
                at.span,
                message,
                "write values out where they are used",
            ));
        }
        self.tree.leaf(at.span, leaf)?;
        self.count(size);
        Ok(())
    }

    fn unresolved(&mut self, at: At) -> Result<(), Fault> {
        let message = "there is no anchor of this name before the alias";
        let help = "put `&` and the name before the value that is meant, or write the text in quotes";
        self.found.add(Fault::error("yaml-unknown-alias", at.span, message, help));
        self.tree.leaf(at.span, Leaf::Unknown("alias without an anchor"))?;
        self.count(1);
        Ok(())
    }
}

fn is_quoted(style: ScalarStyle) -> bool {
    matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)
}

/// Adds the faults of merge keys whose value has no members.
fn merges(tree: &Tree, parsed: &mut Parsed) {
    let is_object = |node: crate::Node<'_>| node.resolved().kind() == Kind::Object;
    let is_right = |node: crate::Node<'_>| {
        is_object(node) || (node.resolved().kind() == Kind::List && node.resolved().children().all(is_object))
    };
    let fault = |node: crate::Node<'_>| {
        let message = "the value of a merge key must be a mapping or a list of mappings";
        Fault::error("yaml-merge", node.head(), message, "give it an alias for a mapping: `<<: *name`")
    };
    for node in tree.nodes().filter(|node| node.is_merge() && !is_right(*node)) {
        parsed.add(fault(node));
    }
}
