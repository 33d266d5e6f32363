//! Where in a document the reader is.

use std::cell::RefCell;
use std::fmt;

use crate::PointerStep;

/// A place in a document, kept on the stack, and the unknown members found so far, if someone wants them.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
    unknown: Option<&'a RefCell<Vec<String>>>,
}

/// The last part of a place.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The whole document.
    pub(super) const ROOT: At<'static> = At { parent: None, step: Step::Root, unknown: None };

    /// The whole document, and a list for the unknown members below.
    pub(super) fn collecting(unknown: &'a RefCell<Vec<String>>) -> Self {
        At { parent: None, step: Step::Root, unknown: Some(unknown) }
    }

    /// A member or an entry of a map.
    pub(super) fn name(&'a self, name: &'a str) -> Self {
        At { parent: Some(self), step: Step::Name(name), unknown: self.unknown }
    }

    /// An element of a list.
    pub(super) fn index(&'a self, index: usize) -> Self {
        At { parent: Some(self), step: Step::Index(index), unknown: self.unknown }
    }

    /// Whether someone wants the unknown members.
    pub(super) fn collects(self) -> bool {
        self.unknown.is_some()
    }

    /// Notes an unknown member, if someone wants it.
    pub(super) fn note_unknown(&self, name: &str) {
        if let Some(unknown) = self.unknown {
            unknown.borrow_mut().push(self.name(name).to_string());
        }
    }

    /// As the end of a message: ` for /Aliases/Items/0`; nothing for the whole document.
    pub(super) fn suffix(&self) -> Suffix<'_> {
        Suffix(self)
    }
}

/// See [`At::suffix`].
pub(super) struct Suffix<'a>(&'a At<'a>);

impl fmt::Display for Suffix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.step {
            Step::Root => Ok(()),
            _ => write!(f, " for {}", self.0),
        }
    }
}

/// A JSON Pointer.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Name(name) => PointerStep(name).fmt(f),
            Step::Index(index) => write!(f, "/{index}"),
        }
    }
}
