//! Where in a value a check is: a linked list on the stack, made into text for violations alone.

use std::fmt::Write;

use shapewright_runtime::PointerStep;

/// A place below the root.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    pub(crate) parent: Option<&'a Path<'a>>,
    pub(crate) segment: Segment<'a>,
}

/// The last part of a place.
#[derive(Clone, Copy)]
pub(crate) enum Segment<'a> {
    /// A member of a structure or union.
    Member(&'static str),
    /// An element of a list.
    Index(usize),
    /// A key of a map.
    Key(&'a str),
    /// The value under a key of a map.
    Value(&'a str),
}

impl Path<'_> {
    /// Adds this place to a JSON Pointer.
    pub(crate) fn write(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(pointer);
        }
        // Writing to a text does not fail.
        let _ = match self.segment {
            Segment::Member(name) | Segment::Key(name) | Segment::Value(name) => {
                write!(pointer, "{}", PointerStep(name))
            }
            Segment::Index(index) => write!(pointer, "/{index}"),
        };
    }
}
