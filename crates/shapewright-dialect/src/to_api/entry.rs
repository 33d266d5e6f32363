//! What becomes of properties, before it is in the order of the API.

use std::sync::Arc;

use shapewright_source::{Id, Kind, Node, Scalar, Tree};

use crate::{Form, Wrapper};

/// A value for a member of the API.
pub(super) struct Entry<'t> {
    /// The members that lead to it.
    pub(super) path: &'static [&'static str],
    /// What it comes from, where it is shown.
    pub(super) of: Node<'t>,
    pub(super) what: What<'t>,
}

/// Where a value comes from.
pub(super) enum What<'t> {
    /// A property.
    Value(&'static Form, Slot<'t>),
    /// The elements of a property that is a list.
    Items(&'static Form, Slot<'t>),
    /// The keys and values of a property that is an object.
    Tags(Slot<'t>),
    /// A property that is not known.
    Unknown(&'t str),
    /// The tool.
    Given(Given),
}

/// A value that the tool supplies.
#[derive(Clone)]
pub(super) enum Given {
    Count(usize),
    Scalar(Scalar<'static>),
    Json(Arc<Tree>, Id),
    Unknown(&'static str),
}

/// The value of a property, or the values of a block that is there several times.
#[derive(Clone)]
pub(super) struct Slot<'t> {
    pub(super) first: Node<'t>,
    pub(super) rest: Vec<Node<'t>>,
}

impl Entry<'_> {
    /// Whether its path leads to the member, and not into it.
    pub(super) fn is_whole(&self) -> bool {
        self.path.is_empty()
    }

    /// Whether what it comes from is known before deployment.
    pub(super) fn is_known(&self) -> bool {
        !matches!(self.of.resolved().kind(), Kind::Unknown { .. } | Kind::Null)
    }

    pub(super) fn is_given(&self) -> bool {
        matches!(self.what, What::Given(_))
    }
}

/// Groups entries by the first step of their paths, in the order in which each occurs first, and takes that step.
pub(super) fn by_name(entries: Vec<Entry<'_>>) -> Vec<(&'static str, Vec<Entry<'_>>)> {
    // A structure has few members, so this is faster than a table.
    let mut groups: Vec<(&'static str, Vec<Entry<'_>>)> = Vec::new();
    for mut entry in entries {
        let Some((name, rest)) = entry.path.split_first() else { continue };
        entry.path = rest;
        match groups.iter_mut().find(|(known, _)| known == name) {
            Some((_, group)) => group.push(entry),
            None => groups.push((name, vec![entry])),
        }
    }
    groups
}

/// The members of the structure around a list.
pub(super) fn wrapped(wrapper: Wrapper) -> &'static [&'static [&'static str]] {
    match wrapper {
        Wrapper::None => &[],
        Wrapper::Items => &[&["Items"]],
        Wrapper::Counted => &[&["Quantity"], &["Items"]],
        Wrapper::Enabled => &[&["Enabled"], &["Quantity"], &["Items"]],
    }
}
