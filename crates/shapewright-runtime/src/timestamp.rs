//! The timestamp type.

mod civil;
mod convert;
mod http_date;
mod parse;

use std::fmt;

use civil::Civil;

use crate::{ReadError, text};

/// A point in time in the years 1 to 9999, with nanoseconds.
///
/// Its text form is RFC 3339 in UTC: `2015-01-01T00:00:00Z`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp {
    seconds: i64,
    nanos: u32,
}

/// 0001-01-01T00:00:00Z
const FIRST_SECOND: i64 = -62_135_596_800;
/// 9999-12-31T23:59:59Z
const LAST_SECOND: i64 = 253_402_300_799;

impl Timestamp {
    /// 1970-01-01T00:00:00Z
    pub const UNIX_EPOCH: Timestamp = Timestamp { seconds: 0, nanos: 0 };

    /// 0001-01-01T00:00:00Z
    pub const MIN: Timestamp = Timestamp { seconds: FIRST_SECOND, nanos: 0 };

    /// 9999-12-31T23:59:59.999999999Z
    pub const MAX: Timestamp = Timestamp { seconds: LAST_SECOND, nanos: 999_999_999 };

    /// Creates a timestamp from seconds since 1970-01-01T00:00:00Z, which may be negative, and nanoseconds after that
    /// second.
    ///
    /// # Errors
    ///
    /// When the time is outside the years 0001 to 9999, or there are 1,000,000,000 nanoseconds or more.
    pub fn from_unix(seconds: i64, nanos: u32) -> Result<Self, TimestampError> {
        if !(FIRST_SECOND..=LAST_SECOND).contains(&seconds) {
            return Err(TimestampError::new("a timestamp must lie in the years 0001 to 9999"));
        }
        if nanos >= 1_000_000_000 {
            return Err(TimestampError::new(
                "a timestamp has less than 1000000000 nanoseconds after its second",
            ));
        }
        Ok(Timestamp { seconds, nanos })
    }

    /// Returns the seconds since 1970-01-01T00:00:00Z, rounded down.
    pub fn seconds(self) -> i64 {
        self.seconds
    }

    /// Returns the nanoseconds after [`Timestamp::seconds`].
    pub fn nanos(self) -> u32 {
        self.nanos
    }

    /// Formats the timestamp for JSON, as the AWS CLI and Python's `isoformat` print it:
    /// `2026-08-01T12:00:00.123000+00:00`.
    pub fn to_iso_format(self) -> String {
        let civil = Civil::from_unix(self.seconds);
        match (self.nanos, self.nanos % 1_000) {
            (0, _) => format!("{civil}+00:00"),
            (nanos, 0) => format!("{civil}.{:06}+00:00", nanos / 1_000),
            (nanos, _) => format!("{civil}.{nanos:09}+00:00"),
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = Civil::from_unix(self.seconds);
        match self.nanos {
            0 => write!(f, "{civil}Z"),
            nanos if nanos % 1_000_000 == 0 => write!(f, "{civil}.{:03}Z", nanos / 1_000_000),
            nanos if nanos % 1_000 == 0 => write!(f, "{civil}.{:06}Z", nanos / 1_000),
            nanos => write!(f, "{civil}.{nanos:09}Z"),
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

/// The error of converting to a [`Timestamp`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampError(ReadError);

impl TimestampError {
    /// Returns an error with a message.
    fn new(message: impl Into<String>) -> Self {
        TimestampError(ReadError::new(message))
    }

    /// Returns the error for a text that is not what is `wanted`.
    #[cold]
    fn of_text(text: &str, wanted: &str) -> Self {
        let message = format!("\"{}\" is not {wanted}", text::start(text));
        TimestampError(ReadError::quoting(message, format!("the text is not {wanted}")))
    }
}

impl From<TimestampError> for ReadError {
    fn from(TimestampError(error): TimestampError) -> Self {
        error
    }
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for TimestampError {}
