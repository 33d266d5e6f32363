//! The trait of values.

use crate::{ReadError, Reader, Structure, Writer};

/// A value of a shape, which can be read by a [`Reader`] and written by a [`Writer`].
pub trait Value {
    /// Reads one value into a slot. Extends a list or map that is already there, and replaces any other value. An
    /// entry whose key the map has is an error. After an error, the slot may have the part that was read before it.
    ///
    /// The value is not returned, because each structure would then need code that moves and drops it.
    ///
    /// # Errors
    ///
    /// When the value has another type, or is outside the range of the type.
    fn read(slot: &mut Option<Self>, from: &mut dyn Reader) -> Result<(), ReadError>
    where
        Self: Sized;

    /// Reads one element and adds it to a list. After an error, the list is unchanged.
    ///
    /// # Errors
    ///
    /// When the element cannot be read, as [`Value::read`].
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

    /// Writes this value. Returns nothing, because the writer keeps its first error.
    fn write(&self, to: &mut dyn Writer);

    /// Calls `visit` on the outermost structures of this value: on the value itself, if it is a structure.
    fn visit_structures(&mut self, visit: &mut dyn FnMut(&mut dyn Structure)) {
        let _ = visit;
    }
}
