//! What the readers of all formats return.

use crate::comments::Comment;
use crate::{Fault, Limits, Tree};

/// What a text contains, and what is wrong with it.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Parsed {
    /// The documents that could be read. Only YAML has several in one text.
    pub trees: Vec<Tree>,
    /// What is wrong with the text, in the order in which it was found.
    pub faults: Vec<Fault>,
    /// The number of faults beyond [`Limits::faults`].
    pub omitted: usize,
    /// The comments, in the order of the text.
    pub comments: Vec<Comment>,
    /// How many warnings and errors are kept, and how many of each there can be.
    kept: [usize; 2],
    most: usize,
}

impl Parsed {
    /// Returns nothing, to which readers add.
    pub(crate) fn new(limits: &Limits) -> Self {
        Parsed { most: limits.faults, ..Parsed::default() }
    }

    /// Returns what remains of a text that cannot be read.
    pub(crate) fn failed(fault: Fault) -> Self {
        Parsed { faults: vec![fault], ..Parsed::default() }
    }

    /// Adds a fault, if there are not too many. Warnings do not displace errors.
    pub(crate) fn add(&mut self, fault: Fault) {
        let [warnings, errors] = &mut self.kept;
        let kept = if fault.is_error() { errors } else { warnings };
        if *kept < self.most {
            *kept += 1;
            self.faults.push(fault);
        } else {
            self.omitted += 1;
        }
    }

    /// Adds the faults of another part of the text.
    pub(crate) fn add_all(&mut self, part: Parsed) {
        self.omitted += part.omitted;
        part.faults.into_iter().for_each(|fault| self.add(fault));
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
