//! What the readers of all formats return.

use crate::comments::Comment;
use crate::{Fault, Tree};

/// What a text contains, and what is wrong with it.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Parsed {
    /// The documents that could be read. Only YAML has several in one text.
    pub trees: Vec<Tree>,
    /// What is wrong with the text, in the order in which it was found.
    pub faults: Vec<Fault>,
    /// The comments, in the order of the text.
    pub comments: Vec<Comment>,
}

impl Parsed {
    /// Returns what remains of a text that cannot be read.
    pub(crate) fn failed(fault: Fault) -> Self {
        Parsed { faults: vec![fault], ..Parsed::default() }
    }

    /// Returns the first document.
    pub fn tree(&self) -> Option<&Tree> {
        self.trees.first()
    }

    /// Returns whether a part of the text could not be read.
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(Fault::is_error)
    }
}
