//! The place of the reader in a document, and what it does with unknown members.

use std::cell::RefCell;
use std::fmt;

use serde_core::de::Error;

use super::collected::UnknownMembers;
use crate::path::Path;

/// The place of a value in a document, and what to do with unknown members below it.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    path: Path<'a>,
    unknown: Unknown<'a>,
}

/// What to do with members that the shape does not have.
#[derive(Clone, Copy)]
enum Unknown<'a> {
    Ignore,
    Collect(&'a RefCell<UnknownMembers>),
    Refuse,
}

impl<'a> At<'a> {
    /// The whole document; unknown members are ignored.
    pub(super) const LENIENT: At<'static> = At { path: Path::ROOT, unknown: Unknown::Ignore };

    /// The whole document; unknown members and repeated map keys are errors.
    pub(super) const STRICT: At<'static> = At { path: Path::ROOT, unknown: Unknown::Refuse };

    /// The whole document; unknown members are collected.
    pub(super) fn collecting(unknown: &'a RefCell<UnknownMembers>) -> Self {
        At { path: Path::ROOT, unknown: Unknown::Collect(unknown) }
    }

    /// A member or an entry of a map.
    pub(super) fn name(&'a self, name: &'a str) -> Self {
        At { path: self.path.name(name), unknown: self.unknown }
    }

    /// An element of a list.
    pub(super) fn index(&'a self, index: usize) -> Self {
        At { path: self.path.index(index), unknown: self.unknown }
    }

    /// Whether unknown members and repeated map keys are errors.
    pub(super) fn is_strict(&self) -> bool {
        matches!(self.unknown, Unknown::Refuse)
    }

    /// Whether the names of unknown members are needed.
    pub(super) fn needs_unknown_names(&self) -> bool {
        !matches!(self.unknown, Unknown::Ignore)
    }

    /// Collects or refuses an unknown member of a shape that has the members `known`.
    pub(super) fn unknown<E: Error>(&self, name: &str, known: &[&str]) -> Result<(), E> {
        let path = self.path.name(name);
        match self.unknown {
            Unknown::Ignore => Ok(()),
            Unknown::Collect(unknown) => {
                unknown.borrow_mut().push(&path);
                Ok(())
            }
            Unknown::Refuse if known.is_empty() => {
                Err(E::custom(format_args!("unknown member {path}, expected none")))
            }
            Unknown::Refuse => {
                Err(E::custom(format_args!("unknown member {path}, expected one of {}", known.join(", "))))
            }
        }
    }

    /// As the end of a message: ` for /Aliases/Items/0`; nothing for the whole document.
    pub(super) fn suffix(&self) -> Suffix<'_> {
        Suffix(&self.path)
    }
}

/// See [`At::suffix`].
pub(super) struct Suffix<'a>(&'a Path<'a>);

impl fmt::Display for Suffix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_root() { Ok(()) } else { write!(f, " for {}", self.0) }
    }
}

/// A JSON Pointer.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.fmt(f)
    }
}
