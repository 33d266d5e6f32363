//! A value as a tree of hashes, to compare parts of two values without their types.

use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use shapewright_runtime::{Blob, Document, Field, PointerStep, Structure, Timestamp, Value, Writer};

use crate::fingerprint::fingerprint;

/// A value: its hash, and its parts.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) hash: u64,
    parts: Parts,
}

#[derive(Debug)]
enum Parts {
    /// A value without parts.
    None,
    /// The elements of a list.
    List(Vec<Tree>),
    /// Members or entries that are present, sorted by name.
    Named(Vec<(String, Tree)>),
}

impl Tree {
    /// The tree of a structure. Values are equal if trees with the same `key` have the same hash. The order of a list
    /// of simple values, such as domain names, does not matter.
    pub(super) fn of_structure(structure: &dyn Structure, key: &RandomState) -> Self {
        let mut members = Vec::new();
        structure.visit_fields(&mut |fields: &[&dyn Field]| {
            for (name, field) in structure.member_names().iter().zip(fields) {
                if !field.is_absent() {
                    let mut writer = TreeWriter { key, tree: None };
                    field.write(&mut writer);
                    members.extend(writer.tree.map(|tree| ((*name).to_owned(), tree)));
                }
            }
        });
        Tree::named(members, key)
    }

    fn of_value(value: &dyn Value, key: &RandomState) -> Self {
        let mut writer = TreeWriter { key, tree: None };
        value.write(&mut writer);
        writer.tree.unwrap_or(Tree { hash: 0, parts: Parts::None })
    }

    fn named(mut members: Vec<(String, Tree)>, key: &RandomState) -> Self {
        members.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut hasher = key.build_hasher();
        for (name, tree) in &members {
            (name, tree.hash).hash(&mut hasher);
        }
        Tree { hash: hasher.finish(), parts: Parts::Named(members) }
    }

    fn list(items: Vec<Tree>, key: &RandomState) -> Self {
        let hash = if items.iter().all(Tree::is_simple) {
            set_hash(items.iter().map(|item| item.hash), key)
        } else {
            key.hash_one(items.iter().map(|item| item.hash).collect::<Vec<_>>())
        };
        Tree { hash, parts: Parts::List(items) }
    }

    /// Whether it has no parts.
    pub(super) fn is_simple(&self) -> bool {
        matches!(self.parts, Parts::None)
    }

    /// The elements, if it is a list.
    pub(super) fn items(&self) -> Option<&[Tree]> {
        match &self.parts {
            Parts::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value at a JSON Pointer.
    pub(super) fn at(&self, pointer: &str) -> Option<&Tree> {
        pointer.split('/').skip(1).try_fold(self, |tree, step| {
            let name = PointerStep::name(step);
            tree.part(&name)
        })
    }

    /// A member, entry or element.
    pub(super) fn part(&self, name: &str) -> Option<&Tree> {
        match &self.parts {
            Parts::None => None,
            Parts::List(items) => items.get(name.parse::<usize>().ok()?),
            Parts::Named(members) => {
                let position = members.binary_search_by(|(member, _)| member.as_str().cmp(name)).ok()?;
                members.get(position).map(|(_, tree)| tree)
            }
        }
    }
}

/// The hash of elements without an order.
pub(super) fn set_hash(hashes: impl Iterator<Item = u64>, key: &RandomState) -> u64 {
    let (sum, count) = hashes.fold((0_u64, 0_u64), |(sum, count), hash| (sum.wrapping_add(hash), count + 1));
    key.hash_one((sum, count))
}

struct TreeWriter<'k> {
    key: &'k RandomState,
    tree: Option<Tree>,
}

impl TreeWriter<'_> {
    fn simple(&mut self, value: &dyn Value) {
        self.tree = Some(Tree { hash: fingerprint(value, self.key), parts: Parts::None });
    }
}

impl Writer for TreeWriter<'_> {
    fn boolean(&mut self, value: bool) {
        self.simple(&value);
    }

    fn integer(&mut self, value: i64) {
        self.simple(&value);
    }

    fn float(&mut self, value: f32) {
        self.simple(&value);
    }

    fn double(&mut self, value: f64) {
        self.simple(&value);
    }

    fn string(&mut self, value: &str) {
        self.tree = Some(Tree { hash: self.key.hash_one(value), parts: Parts::None });
    }

    fn blob(&mut self, value: &Blob) {
        self.simple(value);
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.simple(&value);
    }

    fn document(&mut self, value: &Document) {
        self.simple(value);
    }

    fn null(&mut self) {
        self.tree = None;
    }

    fn list<'a>(&mut self, len: usize, item: &dyn Fn(usize) -> &'a dyn Value) {
        let items = (0..len).map(|index| Tree::of_value(item(index), self.key));
        self.tree = Some(Tree::list(items.collect(), self.key));
    }

    fn map(&mut self, _: usize, entries: &mut dyn Iterator<Item = (&str, &dyn Value)>) {
        let entries = entries.map(|(name, value)| (name.to_owned(), Tree::of_value(value, self.key)));
        self.tree = Some(Tree::named(entries.collect(), self.key));
    }

    fn structure(&mut self, structure: &dyn Structure) {
        self.tree = Some(Tree::of_structure(structure, self.key));
    }

    fn union(&mut self, _: &[&'static str], member: Option<(&'static str, &dyn Value)>) {
        let member = member.map(|(name, value)| (name.to_owned(), Tree::of_value(value, self.key)));
        self.tree = Some(Tree::named(member.into_iter().collect(), self.key));
    }
}
