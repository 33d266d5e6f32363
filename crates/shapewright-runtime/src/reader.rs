//! The trait of formats that values are read from.

use std::borrow::Cow;
use std::fmt;

use crate::{Blob, Document, Structure, Timestamp};

/// Reads one value of a format. Each call of a method consumes that value.
pub trait Reader {
    /// Reads a boolean.
    ///
    /// # Errors
    ///
    /// When the value is not a boolean.
    fn boolean(&mut self) -> Result<bool, ReadError>;

    /// Reads a whole number of any width.
    ///
    /// # Errors
    ///
    /// When the value is not a whole number that 64 bits can hold.
    fn integer(&mut self) -> Result<i64, ReadError>;

    /// Reads a floating-point number.
    ///
    /// # Errors
    ///
    /// When the value is not a number.
    fn double(&mut self) -> Result<f64, ReadError>;

    /// Reads a string.
    ///
    /// # Errors
    ///
    /// When the value is not a string.
    fn string(&mut self) -> Result<Cow<'_, str>, ReadError>;

    /// Reads bytes.
    ///
    /// # Errors
    ///
    /// When the value is not Base64.
    fn blob(&mut self) -> Result<Blob, ReadError>;

    /// Reads a point in time.
    ///
    /// # Errors
    ///
    /// When the value is not a timestamp in the format that is expected there.
    fn timestamp(&mut self) -> Result<Timestamp, ReadError>;

    /// Reads untyped data.
    ///
    /// # Errors
    ///
    /// When the value is malformed, or the format has no untyped data.
    fn document(&mut self) -> Result<Document, ReadError>;

    /// Reads a value that may be null: calls `present` unless it is null.
    ///
    /// # Errors
    ///
    /// When `present` fails.
    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError>;

    /// Reads a list: calls `each` for every element.
    ///
    /// # Errors
    ///
    /// When the value is not a list, or `each` fails.
    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError>;

    /// Reads a map: calls `each` for every entry.
    ///
    /// # Errors
    ///
    /// When the value is not a map, or `each` fails.
    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError>;

    /// Reads a structure: fills the members that are present and ignores unknown ones.
    ///
    /// # Errors
    ///
    /// When the value is not a structure, or one of its members cannot be read.
    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError>;

    /// Reads a union: calls `member` for the member that is present, if its name is among `names`.
    ///
    /// # Errors
    ///
    /// When the value is not a union, has two members, or `member` fails.
    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError>;
}

/// The function that a [`Reader`] calls for a value inside the value that it reads.
pub type Read<'a> = dyn FnMut(&mut dyn Reader) -> Result<(), ReadError> + 'a;

/// The error of reading a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Box<str>);

impl ReadError {
    /// Returns an error with a message.
    pub fn new(message: impl Into<Box<str>>) -> Self {
        ReadError(message.into())
    }

    /// Returns a placeholder for an error that the reader has recorded. Does not allocate.
    pub fn kept() -> Self {
        ReadError(Box::default())
    }

    /// Says what is wrong. Empty if the reader has recorded the error.
    pub fn message(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "cannot be read" } else { &self.0 })
    }
}

impl std::error::Error for ReadError {}
