//! Flattened lists and maps in unions: one member of a union, but several elements.

use shapewright_runtime::ReadError;

use super::{XmlReader, find, is_named};
use crate::xml::source::Child;
use crate::xml::{Element, Members};

/// What follows the first item of a flattened list, or the first entry of a flattened map, in a union.
#[derive(Clone, Copy)]
pub(super) struct Run<'d> {
    /// The end of the union's start tag.
    pub(super) start: u64,
    /// The element of all items or entries.
    pub(super) element: &'d Element,
    /// The members of the union.
    pub(super) members: &'d Members,
}

impl<'d> XmlReader<'d> {
    /// Calls `each` for the remaining items or entries of a flattened list or map in a union.
    pub(super) fn rest_of_run(
        &mut self,
        Run { start, element, members }: Run<'d>,
        each: &mut dyn FnMut(&mut Self) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        while let Some(Child { tag, .. }) = self.source.child(start, Some(element.name))? {
            if is_named(element, tag.name().as_ref()) {
                self.enter(element, tag);
                each(self)?;
            } else if let Some(other) =
                find(members.elements, 0, tag.name().as_ref()).and_then(|index| members.elements.get(index))
            {
                return Err(self.two_members(element.name, other.name));
            } else {
                self.unknown(&tag, members.elements)?;
            }
        }
        Ok(())
    }

    #[cold]
    pub(super) fn two_members(&mut self, first: &str, second: &str) -> ReadError {
        self.source.fail(format!("a union has one member, and here are {first} and {second}"))
    }
}
