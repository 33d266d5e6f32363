//! Visitors for the simple shapes. Each has its position for error messages.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Error, Unexpected, Visitor};

use crate::serde::at::At;
use crate::{Blob, ReadError, Timestamp, TimestampError};

/// Implements `expecting` with the expected type and the position.
macro_rules! expecting {
    ($what:literal) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}{}", $what, self.0.suffix())
        }
    };
}

/// Accepts `true` and `false`.
pub(super) struct BooleanVisitor<'a>(pub(super) At<'a>);

impl Visitor<'_> for BooleanVisitor<'_> {
    type Value = bool;

    expecting!("a boolean");

    fn visit_bool<E>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// Accepts integers.
pub(super) struct IntegerVisitor<'a>(pub(super) At<'a>);

impl Visitor<'_> for IntegerVisitor<'_> {
    type Value = i64;

    expecting!("an integer");

    fn visit_i64<E>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }
}

/// Accepts numbers, and the strings for numbers that JSON does not have.
pub(super) struct DoubleVisitor<'a>(pub(super) At<'a>);

impl Visitor<'_> for DoubleVisitor<'_> {
    type Value = f64;

    expecting!("a number");

    fn visit_i64<E>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<f64, E> {
        match value {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::invalid_type(Unexpected::Str(value), &self)),
        }
    }
}

/// Accepts strings, and borrows them if the format allows it.
pub(super) struct StringVisitor<'a>(pub(super) At<'a>);

impl<'de> Visitor<'de> for StringVisitor<'_> {
    type Value = Cow<'de, str>;

    expecting!("a string");

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value))
    }
}

/// Accepts base64 strings.
pub(super) struct BlobVisitor<'a>(pub(super) At<'a>);

impl Visitor<'_> for BlobVisitor<'_> {
    type Value = Blob;

    expecting!("base64");

    fn visit_str<E: Error>(self, value: &str) -> Result<Blob, E> {
        Blob::from_base64(value).ok_or_else(|| E::invalid_value(Unexpected::Other("other text"), &self))
    }
}

/// Accepts ISO 8601 strings and numbers of seconds since 1970-01-01T00:00:00Z.
pub(super) struct TimestampVisitor<'a>(pub(super) At<'a>);

impl TimestampVisitor<'_> {
    /// Returns the timestamp, or an error with the position.
    fn check<E: Error>(&self, result: Result<Timestamp, TimestampError>) -> Result<Timestamp, E> {
        result.map_err(|error| {
            let error = ReadError::from(error);
            let error = if self.0.is_sensitive() { error.without_value() } else { error };
            E::custom(format_args!("{error}{}", self.0.suffix()))
        })
    }
}

impl Visitor<'_> for TimestampVisitor<'_> {
    type Value = Timestamp;

    expecting!("a date and time or a number of seconds");

    fn visit_str<E: Error>(self, value: &str) -> Result<Timestamp, E> {
        self.check(value.parse())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Timestamp, E> {
        self.check(Timestamp::from_unix(value, 0))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Timestamp, E> {
        self.check(Timestamp::from_unix(i64::try_from(value).unwrap_or(i64::MAX), 0))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Timestamp, E> {
        self.check(Timestamp::from_unix_f64(value))
    }
}
