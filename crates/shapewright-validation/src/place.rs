//! Where in a value a check is, made into text for violations alone.

use std::fmt::Write;

use shapewright_runtime::PointerStep;

/// The way from one place to a value in it: a member, a part of a collection, or both (`/Items`, `/0`, `/Items/0`).
#[derive(Clone, Copy)]
pub(crate) struct Way<'a> {
    /// The member; empty where the way begins at the collection, and at the root.
    pub(crate) name: &'static str,
    pub(crate) part: Part<'a>,
}

/// Which part of a member is looked at. Fits two registers.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// All of it.
    Whole,
    /// An element of a list.
    Index(usize),
    /// A key of a map.
    Key(&'a String),
    /// The value under a key of a map.
    Value(&'a String),
}

impl Way<'_> {
    /// Adds this way to a JSON Pointer.
    pub(crate) fn write(&self, pointer: &mut String) {
        // Writing to a text does not fail.
        if !self.name.is_empty() {
            let _ = write!(pointer, "{}", PointerStep(self.name));
        }
        let _ = match self.part {
            Part::Whole => Ok(()),
            Part::Index(index) => write!(pointer, "/{index}"),
            Part::Key(key) | Part::Value(key) => write!(pointer, "{}", PointerStep(key)),
        };
    }
}
