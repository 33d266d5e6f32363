//! Which findings of a baseline were found again.

use std::collections::{BTreeMap, BTreeSet};

use super::Key;

/// How many of the known findings were found again, and in which files.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    taken: BTreeMap<Key, usize>,
    checked: BTreeSet<String>,
    unreadable: BTreeSet<String>,
}

impl Tally {
    /// Notes that a file was checked.
    pub(super) fn see(&mut self, path: &str, is_unreadable: bool) {
        self.checked.insert(path.to_owned());
        if is_unreadable {
            self.unreadable.insert(path.to_owned());
        }
    }

    /// Counts a finding; returns whether it is one of those that are known.
    pub(super) fn take(&mut self, key: Key, known: usize) -> bool {
        let taken = self.taken.get(&key).copied().unwrap_or_default();
        if taken >= known {
            return false;
        }
        self.taken.insert(key, taken + 1);
        true
    }

    pub(super) fn taken(&self, key: &Key) -> usize {
        self.taken.get(key).copied().unwrap_or_default()
    }

    pub(super) fn was_checked(&self, path: &str) -> bool {
        self.checked.contains(path)
    }

    /// Returns whether a file could not be read whole, so that known findings may be in the rest.
    pub(super) fn is_unreadable(&self, path: &str) -> bool {
        self.unreadable.contains(path)
    }
}
