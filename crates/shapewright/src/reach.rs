//! Which structures are inside each other.

use std::borrow::Cow;
use std::collections::BTreeSet;

use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

/// The names of a structure and of all structures that it can contain.
pub(crate) fn structures_in(root: &mut dyn Structure) -> BTreeSet<&'static str> {
    let mut reach = Reach(BTreeSet::new());
    // The reader has no values; it only records which structures are read.
    let _ = reach.structure(root);
    reach.0
}

/// A reader that records the structures that values ask for.
struct Reach(BTreeSet<&'static str>);

impl Reader for Reach {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Err(ReadError::kept())
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        Err(ReadError::kept())
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        Err(ReadError::kept())
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        Err(ReadError::kept())
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        Err(ReadError::kept())
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        Err(ReadError::kept())
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Err(ReadError::kept())
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        each(self)
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        each(String::new(), self)
    }

    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError> {
        if self.0.insert(structure.shape_name()) {
            structure.visit_fields_mut(&mut |fields| {
                for field in fields {
                    // Members of other types have nothing to read.
                    let _ = field.read(self);
                }
            });
        }
        Ok(())
    }

    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        for name in names {
            let _ = member(name, self);
        }
        Ok(())
    }
}
