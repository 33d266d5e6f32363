//! Where values are read from.

use std::borrow::Cow;
use std::fmt;

use crate::{Blob, Document, Structure, Timestamp};

/// Reads one value of a format. Each call of a method consumes that value.
pub trait Reader {
    /// A boolean.
    fn boolean(&mut self) -> Result<bool, ReadError>;

    /// A whole number of any width.
    fn integer(&mut self) -> Result<i64, ReadError>;

    /// A floating-point number.
    fn double(&mut self) -> Result<f64, ReadError>;

    /// A string.
    fn string(&mut self) -> Result<Cow<'_, str>, ReadError>;

    /// Bytes.
    fn blob(&mut self) -> Result<Blob, ReadError>;

    /// A point in time.
    fn timestamp(&mut self) -> Result<Timestamp, ReadError>;

    /// Untyped data.
    fn document(&mut self) -> Result<Document, ReadError>;

    /// A value that may be null: calls `present` unless it is.
    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError>;

    /// A list: calls `each` for every element.
    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError>;

    /// A map: calls `each` for every entry.
    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError>;

    /// A structure: fills the members that are present and ignores unknown ones.
    fn structure(&mut self, structure: &mut dyn Structure) -> Result<(), ReadError>;

    /// A union: calls `member` for the one member that is there, if its name is among `names`.
    fn union(
        &mut self,
        names: &[&'static str],
        member: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError>;
}

/// What a [`Reader`] calls for a value inside the value that it reads.
pub type Read<'a> = dyn FnMut(&mut dyn Reader) -> Result<(), ReadError> + 'a;

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Box<str>);

impl ReadError {
    /// An error with a message.
    pub fn new(message: impl Into<Box<str>>) -> Self {
        ReadError(message.into())
    }

    /// A placeholder for an error that the reader itself keeps. Allocates nothing.
    pub fn kept() -> Self {
        ReadError(Box::default())
    }

    /// What is wrong; empty if the reader keeps the error itself.
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
