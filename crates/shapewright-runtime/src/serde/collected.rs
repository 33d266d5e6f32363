//! The unknown members that a reader has collected.

use crate::path::Path;

/// Members of a document that the shape does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownMembers {
    /// JSON Pointers of the members, in the order of the document. Some are left out where there are more than a
    /// thousand, or where their pointers are longer than 64 KiB together.
    pub pointers: Vec<String>,
    /// Number of unknown members, those without a pointer included.
    pub count: usize,
    /// Bytes in `pointers`.
    bytes: usize,
}

/// Number of pointers that are kept.
const MOST_POINTERS: usize = 1_000;

/// Bytes of pointers after which no more are kept.
const MOST_BYTES: usize = 64 << 10;

impl UnknownMembers {
    /// Whether all members are known.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether [`pointers`](Self::pointers) has every unknown member.
    pub fn is_complete(&self) -> bool {
        self.count == self.pointers.len()
    }

    /// Counts a member, and keeps its pointer if there is room.
    pub(super) fn push(&mut self, path: &Path<'_>) {
        self.count += 1;
        if self.pointers.len() < MOST_POINTERS && self.bytes < MOST_BYTES {
            let pointer = path.to_string();
            self.bytes += pointer.len();
            self.pointers.push(pointer);
        }
    }
}
