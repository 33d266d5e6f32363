//! The trait of formats that values are read from.

mod empty;

use std::borrow::Cow;
use std::fmt;

use crate::{Blob, Document, Structure, Timestamp, text};

pub use self::empty::EmptyReader;

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
    /// Errors about its [sensitive members](Structure::sensitive_members) do not quote values: see
    /// [`ReadError::without_value`].
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
pub struct ReadError(Option<Box<Details>>);

/// What an error says. In a box, because results without an error are returned more often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Details {
    /// Empty if the reader has recorded the error.
    message: String,
    /// The message without the value, if `message` quotes it.
    plain: Option<String>,
    is_sensitive: bool,
}

impl ReadError {
    /// Returns an error with a message that does not quote the value.
    pub fn new(message: impl Into<String>) -> Self {
        ReadError(Some(Box::new(Details { message: text::message(message.into()), ..Details::default() })))
    }

    /// Returns an error with a message that quotes the value, and the message for sensitive members, which does not.
    ///
    /// ```
    /// use shapewright_runtime::ReadError;
    ///
    /// let error = ReadError::quoting("`x` is not a number", "the text is not a number");
    /// assert_eq!(error.message(), "`x` is not a number");
    /// assert_eq!(error.without_value().message(), "the text is not a number");
    /// ```
    pub fn quoting(message: impl Into<String>, plain: impl Into<String>) -> Self {
        let ReadError(mut details) = ReadError::new(message);
        if let Some(details) = &mut details {
            details.plain = Some(text::message(plain.into()));
        }
        ReadError(details)
    }

    /// Returns the error for a map that has a key twice.
    #[cold]
    pub(crate) fn duplicate_key() -> Self {
        ReadError::new("duplicate key")
    }

    /// Returns a placeholder for an error that the reader has recorded. Does not allocate.
    pub fn kept() -> Self {
        ReadError(None)
    }

    /// Returns the message, without control characters. It is empty if the reader has recorded the error.
    pub fn message(&self) -> &str {
        self.0.as_ref().map_or("", |details| &details.message)
    }

    /// Returns the error of a sensitive member: its message does not quote the value.
    ///
    /// A reader calls this for the [sensitive members](Structure::sensitive_members) of structures, and [`union!`](
    /// crate::union) for those of unions. A reader that has recorded the error must remove the value from its record.
    #[must_use]
    pub fn without_value(self) -> Self {
        let mut details = self.0.unwrap_or_default();
        details.is_sensitive = true;
        if let Some(plain) = details.plain.take() {
            details.message = plain;
        }
        ReadError(Some(details))
    }

    /// Returns whether the value is that of a sensitive member: [`without_value`](Self::without_value) was called.
    pub fn is_sensitive(&self) -> bool {
        self.0.as_ref().is_some_and(|details| details.is_sensitive)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.message() {
            "" => "cannot be read",
            message => message,
        })
    }
}

impl std::error::Error for ReadError {}
