//! The error of reading a document.

use std::fmt;

use shapewright_runtime::text;

use super::position::Position;

/// The error of reading a document: a message and its position.
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
    /// The offset up to which the path has names, if it does not have all: the start of the content of a sensitive
    /// element, or of a document that is not parsed.
    path_end: Option<u64>,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Problem::at(offset as u64, message.into())
    }

    pub(super) fn at(offset: u64, message: String) -> Self {
        Problem { offset, message, path_end: None }
    }

    /// Returns the error of a sensitive element whose content starts at `start`. The message does not quote it.
    pub(super) fn sensitive(start: u64, message: String) -> Self {
        Problem { offset: start, message, path_end: Some(start) }
    }

    /// Returns the error of a document that is not parsed. Its path is empty: names of elements may be parts of a
    /// sensitive text.
    pub(super) fn before_parsing(offset: usize, message: impl Into<String>) -> Self {
        Problem { offset: offset as u64, message: message.into(), path_end: Some(0) }
    }

    /// Removes everything that the message quotes, because the error is inside a sensitive element whose content starts
    /// at `start`.
    pub(super) fn hide(&mut self, start: u64) {
        if self.path_end.is_none() {
            self.path_end = Some(start);
            self.message = without_quotes(&self.message);
        }
    }
}

/// Replaces the texts between backticks by an ellipsis: from the first backtick to the last, since a text may have
/// backticks.
fn without_quotes(message: &str) -> String {
    match (message.split_once('`'), message.rsplit_once('`')) {
        // `write &amp; for the character` quotes nothing from the document.
        (_, Some((_, " for the character"))) => message.to_owned(),
        (Some((before, _)), Some((_, after))) => format!("{before}`…`{after}"),
        _ => message.to_owned(),
    }
}

impl XmlError {
    pub(super) fn new(problem: Problem, document: &[u8]) -> Self {
        let offset = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        // Names of elements inside a sensitive one may be parts of its text.
        let inside = problem.path_end.unwrap_or(problem.offset);
        let mut position = Position::find(document, offset(problem.offset), offset(inside));
        position.path = text::message(position.path);
        XmlError { message: text::message(problem.message), position }
    }

    /// Returns the message, without the position.
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
