//! A reader of empty values, for elements of lists that cannot be read: later elements keep their positions.

use std::borrow::Cow;

use shapewright_runtime::{Blob, Document, Read, ReadError, Reader, Structure, Timestamp};

/// Reads the empty value of every type.
pub(super) struct Empty;

impl Reader for Empty {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        Ok(false)
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        Ok(0)
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        Ok(0.0)
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        Ok(Cow::Borrowed(""))
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        Ok(Blob::default())
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        Ok(Timestamp::UNIX_EPOCH)
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        Ok(Document::Null)
    }

    fn optional(&mut self, _: &mut Read<'_>) -> Result<(), ReadError> {
        Ok(())
    }

    fn list(&mut self, _: &mut Read<'_>) -> Result<(), ReadError> {
        Ok(())
    }

    fn map(
        &mut self,
        _: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }

    fn structure(&mut self, _: &mut dyn Structure) -> Result<(), ReadError> {
        Ok(())
    }

    fn union(
        &mut self,
        _: &[&'static str],
        _: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }
}
