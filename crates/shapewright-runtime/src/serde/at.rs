//! The position of the reader in a document, and how it handles unknown members.

use std::cell::RefCell;
use std::fmt;

use serde_core::de::Error;

use super::collected::UnknownMembers;
use crate::path::Path;
use crate::text::message;

/// The path of a value in a document, and how unknown members inside it are handled.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    path: Path<'a>,
    unknown: Unknown<'a>,
}

/// How members that the shape does not have are handled.
#[derive(Clone, Copy)]
enum Unknown<'a> {
    Ignore,
    Collect(&'a RefCell<UnknownMembers>),
    Reject,
}

impl<'a> At<'a> {
    /// The whole document; unknown members are ignored.
    pub(super) const LENIENT: At<'static> = At { path: Path::ROOT, unknown: Unknown::Ignore };

    /// The whole document; unknown members are errors.
    pub(super) const STRICT: At<'static> = At { path: Path::ROOT, unknown: Unknown::Reject };

    /// Returns the position of the whole document; unknown members are collected.
    pub(super) fn collecting(unknown: &'a RefCell<UnknownMembers>) -> Self {
        At { path: Path::ROOT, unknown: Unknown::Collect(unknown) }
    }

    /// Returns the position of a member or of an entry of a map.
    pub(super) fn name(&'a self, name: &'a str) -> Self {
        At { path: self.path.name(name), unknown: self.unknown }
    }

    /// Returns the position of a member. Errors about a sensitive member and the values inside it show neither the
    /// values nor the keys of maps.
    pub(super) fn member(&'a self, name: &'a str, is_sensitive: bool) -> Self {
        At { path: self.path.name(name).sensitive(is_sensitive), unknown: self.unknown }
    }

    /// Returns whether the value belongs to a sensitive member.
    pub(super) fn is_sensitive(&self) -> bool {
        self.path.sensitive_member().is_some()
    }

    /// Returns the position of an element of a list.
    pub(super) fn index(&'a self, index: usize) -> Self {
        At { path: self.path.index(index), unknown: self.unknown }
    }

    /// Returns whether the names of unknown members are needed.
    pub(super) fn needs_unknown_names(&self) -> bool {
        !matches!(self.unknown, Unknown::Ignore)
    }

    /// Collects, rejects or ignores an unknown member of a shape with the members `known`.
    pub(super) fn unknown<E: Error>(&self, name: &str, known: &[&str]) -> Result<(), E> {
        let path = self.path.name(name);
        match self.unknown {
            Unknown::Ignore => Ok(()),
            Unknown::Collect(unknown) => {
                unknown.borrow_mut().push(&path);
                Ok(())
            }
            Unknown::Reject => {
                let expected = match known {
                    [] => "none".to_owned(),
                    known => format!("one of {}", known.join(", ")),
                };
                Err(E::custom(format_args!("unknown member {}, expected {expected}", Shown(&path))))
            }
        }
    }

    /// Returns the end of a message: ` for /Aliases/Items/0`, or nothing for the whole document.
    pub(super) fn suffix(&self) -> Suffix<'_> {
        Suffix(&self.path)
    }
}

/// The result of [`At::suffix`].
pub(super) struct Suffix<'a>(&'a Path<'a>);

impl fmt::Display for Suffix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_root() { Ok(()) } else { write!(f, " for {}", Shown(self.0)) }
    }
}

/// Writes the JSON Pointer of the position for a message.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Shown(&self.path).fmt(f)
    }
}

/// A path in a message: a JSON Pointer that ends at a sensitive member, because keys of maps inside it may be
/// sensitive.
struct Shown<'a>(&'a Path<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.sensitive_member().unwrap_or(self.0);
        f.write_str(&message(path.to_string()))
    }
}
