//! A value of a tree: its kind, texts, places and neighbours.

use std::collections::HashSet;

use super::build::FEW;
use super::{Form, Id, Kind, NO_KEY, Role, SHORT, Tag, Tree, find};
use crate::{Source, Span};

/// A value of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    pub(super) tree: &'t Tree,
    pub(super) id: Id,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.id == other.id
    }
}

impl<'t> Node<'t> {
    /// Returns the id, with which [`Tree::node`] finds the value again.
    pub fn id(self) -> Id {
        self.id
    }

    /// Returns the tree.
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// Returns the text of the document.
    pub fn source(self) -> &'t Source {
        &self.tree.source
    }

    pub(super) fn data(self) -> &'t super::Data {
        &self.tree.nodes[self.id.index()]
    }

    /// Returns what the value is.
    pub fn kind(self) -> Kind<'t> {
        self.tree.kind(self.data())
    }

    /// Returns the place of the value, with its quotes or brackets.
    pub fn span(self) -> Span {
        self.data().span
    }

    /// Returns the place of its key, with its quotes, if it is in an object. The outermost value of a
    /// [composed](crate::Composer) tree can have one too.
    pub fn key_span(self) -> Option<Span> {
        Some(self.data().key).filter(|key| *key != NO_KEY)
    }

    /// Returns its key without quotes and escape sequences, if it is in an object.
    pub fn key(self) -> Option<&'t str> {
        let data = self.data();
        let key = |span| self.tree.text(self.id, span, data.key_form, &self.tree.keys);
        self.key_span().map(key)
    }

    /// Returns the text of a string without quotes and escape sequences, and that of any other value as written.
    pub fn text(self) -> &'t str {
        let data = self.data();
        self.tree.text(self.id, data.span, data.form, &self.tree.texts)
    }

    /// Returns whether a string was written in quotes.
    pub fn is_quoted(self) -> bool {
        let data = self.data();
        data.tag == Tag::String && matches!(data.form, Form::Quoted | Form::DecodedQuoted)
    }

    /// Returns the place of its YAML tag.
    pub fn tag_span(self) -> Option<Span> {
        find(&self.tree.tags, self.id)
    }

    /// Returns its YAML tag as written: `!Ref`.
    pub fn tag(self) -> Option<&'t str> {
        self.tag_span().map(|span| self.source().slice(span))
    }

    /// Returns the list or object that it is in.
    pub fn parent(self) -> Option<Node<'t>> {
        let parent = self.data().parent;
        (self.id != Id::ROOT).then_some(Node { tree: self.tree, id: Id(parent) })
    }

    /// Returns the values that are directly in a list or an object, as written: with merge keys, aliases and all values
    /// of a key that is there twice.
    pub fn children(self) -> Children<'t> {
        Children { tree: self.tree, next: self.id.0 + 1, end: self.data().end }
    }

    /// Returns itself and all values in it, at any depth, in the order in which they start.
    pub fn within(self) -> impl Iterator<Item = Node<'t>> {
        let ids = self.id.0..self.data().end;
        ids.map(move |id| Node { tree: self.tree, id: Id(id) })
    }

    /// Returns the number of values in it, at any depth, and itself.
    pub fn size(self) -> usize {
        (self.data().end - self.id.0) as usize
    }

    /// Returns the value that an alias stands for, and any other value itself.
    pub fn resolved(self) -> Node<'t> {
        let mut node = self;
        // An alias stands for a value that comes before it, so this ends.
        while let Kind::Alias(target) = node.kind() {
            if target >= node.id {
                break;
            }
            node = Node { tree: self.tree, id: target };
        }
        node
    }

    /// Returns the members of an object in the order in which they are written. Merge keys are replaced by the members
    /// that they add. Of two members with one key the last counts, but all blocks of HCL do.
    pub fn members(self) -> Vec<Node<'t>> {
        let node = self.resolved();
        let mut members: Vec<_> = node.children().collect();
        let has_merges = members.iter().any(|member| member.is_merge());
        if has_merges {
            members = merged(node);
        }
        if members.len() > FEW {
            let mut seen = HashSet::with_capacity(members.len());
            let mut is_last: Vec<bool> =
                members.iter().rev().map(|member| member.is_block() || seen.insert(member.key())).collect();
            members.retain(|_| is_last.pop().unwrap_or(true));
            return members;
        }
        // Comparing few keys with each other is faster than a table.
        let mut kept: Vec<Node<'_>> = Vec::with_capacity(members.len());
        for member in members {
            if !member.is_block() {
                kept.retain(|other| other.is_block() || other.key() != member.key());
            }
            kept.push(member);
        }
        kept
    }

    /// Returns whether its key is the merge key of YAML, `<<`.
    pub fn is_merge(self) -> bool {
        self.role() == Role::Merge
    }

    /// Returns whether it is a block of HCL, or a block with less labels: an object may have several with one name.
    pub fn is_block(self) -> bool {
        self.role() == Role::Block
    }

    /// Returns whether it is not in the text: what uses the text adds it. Its places are those of what lacks it.
    pub fn is_supplied(self) -> bool {
        self.role() == Role::Supplied
    }

    pub(super) fn role(self) -> Role {
        self.data().role
    }

    /// Returns the member of an object with this key, by aliases and merge keys.
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        let node = self.resolved();
        if let Some(table) = node.tree.table(node.id) {
            let own = table.get(node.tree, key).map(|id| Node { tree: node.tree, id });
            let merged = || node.members().into_iter().find(|member| member.key() == Some(key));
            return own.or_else(|| if table.has_merges { merged() } else { None });
        }
        let own = node.children().filter(|child| child.key() == Some(key) && !child.is_merge());
        own.last().or_else(|| {
            let has_merges = node.children().any(Node::is_merge);
            let members = if has_merges { node.members() } else { Vec::new() };
            members.into_iter().find(|member| member.key() == Some(key))
        })
    }

    /// Returns the element of a list at an index from 0. In XML, every element with elements inside is a list.
    pub fn at(self, index: usize) -> Option<Node<'t>> {
        let node = self.resolved();
        let is_list = node.kind() == Kind::List || node.tree.is_xml;
        if !is_list {
            return None;
        }
        match node.tree.table(node.id).filter(|_| index >= SHORT) {
            Some(table) => table.at(index).map(|id| Node { tree: node.tree, id }),
            None => node.children().nth(index),
        }
    }
}

/// The members of an object with merge keys: those that merge keys add come first, so that own ones replace them.
fn merged(node: Node<'_>) -> Vec<Node<'_>> {
    // What comes first in this list is added last.
    let mut open: Vec<Node<'_>> = vec![node];
    let mut members = Vec::new();
    while let Some(next) = open.pop() {
        let object = next.resolved();
        match object.kind() {
            Kind::Object => {
                let own: Vec<_> = object.children().filter(|child| !child.is_merge()).collect();
                members.push(own);
                // The objects of a later merge key and of later elements are weaker.
                let merges: Vec<_> = object.children().filter(|child| child.is_merge()).collect();
                open.extend(merges.into_iter().rev());
            }
            Kind::List => {
                let items: Vec<_> = object.children().collect();
                open.extend(items.into_iter().rev());
            }
            _ => {}
        }
    }
    members.into_iter().rev().flatten().collect()
}

/// Iterates over the values directly in a list or an object.
#[derive(Clone, Debug)]
pub struct Children<'t> {
    tree: &'t Tree,
    next: u32,
    end: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.next >= self.end {
            return None;
        }
        let id = Id(self.next);
        self.next = self.tree.nodes.get(id.index())?.end;
        Some(Node { tree: self.tree, id })
    }
}
