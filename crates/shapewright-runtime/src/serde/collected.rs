//! The unknown members that a reader has collected.

use crate::path::Path;

/// Members of a document that the shape does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownMembers {
    /// JSON Pointers of the members, in the order of the document. Limited to a thousand pointers and 64 KiB.
    pub pointers: Vec<String>,
    /// The number of unknown members, with those that have no pointer.
    pub count: usize,
    /// The number of bytes in `pointers`.
    bytes: usize,
}

/// The largest number of pointers.
const MOST_POINTERS: usize = 1_000;

/// The number of bytes after which no pointer is added.
const MOST_BYTES: usize = 64 << 10;

impl UnknownMembers {
    /// Returns whether all members are known.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns whether [`pointers`](Self::pointers) has all unknown members.
    pub fn is_complete(&self) -> bool {
        self.count == self.pointers.len()
    }

    /// Counts a member, and adds its pointer if the limits are not reached.
    pub(super) fn push(&mut self, path: &Path<'_>) {
        self.count += 1;
        if self.pointers.len() < MOST_POINTERS && self.bytes < MOST_BYTES {
            let pointer = path.to_string();
            self.bytes += pointer.len();
            self.pointers.push(pointer);
        }
    }
}
