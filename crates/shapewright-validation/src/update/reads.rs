//! The values that a rule reads in the current and in the proposed value.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::RandomState;
use std::rc::Rc;

use super::tree::{Tree, set_hash};
use crate::reads::Read;

/// One of the two values, with what was read of it.
pub(super) struct Side<'t> {
    pub(super) tree: &'t Tree,
    key: &'t RandomState,
    /// Rules of one structure often read the same values.
    seen: RefCell<BTreeMap<Read, Rc<Values>>>,
    parts: RefCell<BTreeMap<Read, bool>>,
}

/// The values of a [`Read`].
struct Values {
    /// Their hashes, sorted.
    hashes: Vec<u64>,
    /// Whether they are of elements of a list.
    is_list: bool,
}

impl<'t> Side<'t> {
    pub(super) fn new(tree: &'t Tree, key: &'t RandomState) -> Self {
        Side { tree, key, seen: RefCell::default(), parts: RefCell::default() }
    }

    /// The hash of what is read; `None` if it is absent.
    pub(super) fn hash(&self, read: &Read) -> Option<u64> {
        let values = self.values(read);
        (!values.hashes.is_empty()).then(|| set_hash(values.hashes.iter().copied(), self.key))
    }

    /// Whether what is read is the same on the other side, or is a part of the list there.
    pub(super) fn is_part_of(&self, read: &Read, other: &Side<'_>) -> bool {
        if let Some(known) = self.parts.borrow().get(read) {
            return *known;
        }
        let (ours, theirs) = (self.values(read), other.values(read));
        let is_shorter = theirs.is_list && !ours.hashes.is_empty();
        let is_part = ours.hashes == theirs.hashes
            || is_shorter && ours.hashes.iter().all(|hash| theirs.hashes.binary_search(hash).is_ok());
        self.parts.borrow_mut().insert(read.clone(), is_part);
        is_part
    }

    fn values(&self, read: &Read) -> Rc<Values> {
        if let Some(values) = self.seen.borrow().get(read) {
            return Rc::clone(values);
        }
        let mut values = Values { hashes: Vec::new(), is_list: false };
        if let Some(start) = self.tree.at(&read.start) {
            values.gather(start, read.rest);
        }
        values.hashes.sort_unstable();
        let values = Rc::new(values);
        self.seen.borrow_mut().insert(read.clone(), Rc::clone(&values));
        values
    }
}

impl Values {
    fn gather(&mut self, tree: &Tree, rest: &str) {
        if let Some(items) = tree.items() {
            self.is_list = true;
            for item in items {
                self.gather(item, rest);
            }
        } else if rest.is_empty() {
            self.hashes.push(tree.hash);
        } else {
            let (name, rest) = rest.split_once('.').unwrap_or((rest, ""));
            if let Some(part) = tree.part(name) {
                self.gather(part, rest);
            }
        }
    }
}
