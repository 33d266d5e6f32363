//! A value of any shape.

use crate::{ReadError, Reader, Structure, Writer};

/// A value of a shape, which any [`Reader`] reads and any [`Writer`] writes.
pub trait Value {
    /// Reads one value into a slot: lists and maps grow by it, anything else is replaced or filled. After an error the
    /// slot may hold what was read before it.
    ///
    /// A structure is filled where it will stay: returned by value, each would bring code for moving and for
    /// dropping it half-read.
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError>
    where
        Self: Sized;

    /// Reads one more element of a list, which stays a list without it after an error.
    fn read_item(items: &mut Vec<Self>, from: &mut dyn Reader) -> Result<(), ReadError>
    where
        Self: Sized,
    {
        let mut item = None;
        Self::read(&mut item, from)?;
        if let Some(item) = item {
            items.push(item);
        }
        Ok(())
    }

    /// Writes this value. The writer keeps its first error, so that there is nothing to return.
    fn write(&self, to: &mut dyn Writer);

    /// Calls `visit` on the structures nearest to the top of this value: on itself, if it is one.
    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        let _ = visit;
    }
}
