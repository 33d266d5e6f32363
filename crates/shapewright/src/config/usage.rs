//! Which ignores of a configuration were needed.

use std::collections::BTreeSet;

/// Which ignores of a configuration were about checked files, and which of these matched findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    seen: BTreeSet<usize>,
    used: BTreeSet<usize>,
}

impl Usage {
    /// Notes that an ignore was about a file. In a file that was not read whole it may match what was not found.
    pub(super) fn note(&mut self, index: usize, is_used: bool, is_unreadable: bool) {
        if is_used || is_unreadable {
            self.used.insert(index);
        }
        self.seen.insert(index);
    }

    /// Adds what was noted elsewhere.
    pub fn merge(&mut self, other: Usage) {
        self.seen.extend(other.seen);
        self.used.extend(other.used);
    }

    /// Returns the numbers of the ignores that were not needed.
    pub(super) fn unused(&self) -> impl Iterator<Item = usize> {
        self.seen.difference(&self.used).copied()
    }
}
