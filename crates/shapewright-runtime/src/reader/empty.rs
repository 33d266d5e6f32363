//! A reader of empty values.

use std::borrow::Cow;

use super::{Read, ReadError, Reader};
use crate::{Blob, Document, Structure, Timestamp};

/// Reads the empty value of each type: `false`, 0, an empty string, the start of 1970, an empty list, no members.
///
/// A reader that goes on after an element that it cannot read puts an empty one in its place, so that the elements
/// after it keep their positions.
///
/// ```
/// use shapewright_runtime::{EmptyReader, Reader};
///
/// assert_eq!(EmptyReader.integer(), Ok(0));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct EmptyReader;

impl Reader for EmptyReader {
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
