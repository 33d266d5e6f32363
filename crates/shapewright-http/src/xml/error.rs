//! The error of reading a document.

use std::fmt;

use super::position::Position;
use crate::shortened::shortened;

/// The error of reading a document: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    message: String,
    position: Position,
}

/// An error whose offset has not been converted to a [`Position`] yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The number of bytes before the error.
    pub(super) offset: u64,
    pub(super) message: String,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Problem { offset: offset as u64, message: message.into() }
    }
}

impl XmlError {
    pub(super) fn new(problem: Problem, document: &[u8]) -> Self {
        let offset = usize::try_from(problem.offset).unwrap_or(usize::MAX);
        let mut position = Position::find(document, offset);
        position.path = shortened(position.path);
        XmlError { message: shortened(problem.message), position }
    }

    /// Says what is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the line, counted from 1.
    pub fn line(&self) -> usize {
        self.position.line
    }

    /// Returns the character in the line, counted from 1.
    pub fn column(&self) -> usize {
        self.position.column
    }

    /// Returns the names of the open elements, the outermost first: `/DistributionConfig/Aliases`.
    pub fn path(&self) -> &str {
        &self.position.path
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line(), self.column())?;
        if !self.path().is_empty() {
            write!(f, ", in {}", self.path())?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for XmlError {}
