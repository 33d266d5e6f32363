//! The path of a value inside another value, as a linked list on the stack.

use std::fmt;

use crate::PointerStep;

/// The path of a value: a linked list from the value up to the root. Its `Display` is a JSON Pointer.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
    /// Whether the last step leads to a sensitive member.
    is_sensitive: bool,
}

/// The last step of a path.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The root.
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: Step::Root, is_sensitive: false };

    /// Returns the path of a member or of an entry of a map.
    pub(crate) fn name(&'a self, name: &'a str) -> Self {
        Path { parent: Some(self), step: Step::Name(name), is_sensitive: false }
    }

    /// Returns the path of an element of a list.
    pub(crate) fn index(&'a self, index: usize) -> Self {
        Path { parent: Some(self), step: Step::Index(index), is_sensitive: false }
    }

    /// Returns the path of a sensitive member, if `is_sensitive`.
    pub(crate) fn sensitive(self, is_sensitive: bool) -> Self {
        Path { is_sensitive, ..self }
    }

    /// Returns the path of the outermost sensitive member around the value, if there is one.
    pub(crate) fn sensitive_member(&self) -> Option<&Path<'a>> {
        let outer = self.parent.and_then(Path::sensitive_member);
        outer.or(self.is_sensitive.then_some(self))
    }

    /// Returns whether this is the root.
    pub(crate) fn is_root(&self) -> bool {
        matches!(self.step, Step::Root)
    }
}

impl fmt::Display for Path<'_> {
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
