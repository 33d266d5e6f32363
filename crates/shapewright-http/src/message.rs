//! What requests and responses have in common: headers and a body.

mod build;
mod headers;
mod length;
mod read;

use crate::{Message, TimestampFormat};

pub(crate) use build::{Parts, build};
pub(crate) use length::truncation;
pub(crate) use read::{Names, Problem, Received, Wrong, read};

impl Message {
    /// Returns the timestamp format of a member; `usual` is the default.
    fn format(&self, member: &str, usual: TimestampFormat) -> TimestampFormat {
        self.formats.iter().find(|(name, _)| *name == member).map_or(usual, |(_, format)| *format)
    }

    /// Returns the format of timestamps in labels and queries.
    pub(crate) fn format_in_uri(&self, member: &str) -> TimestampFormat {
        self.format(member, TimestampFormat::DateTime)
    }

    /// Returns the format of timestamps in headers.
    fn format_in_header(&self, member: &str) -> TimestampFormat {
        self.format(member, TimestampFormat::HttpDate)
    }
}
