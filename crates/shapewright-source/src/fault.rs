//! What a reader can say about a text.

use crate::Span;

/// Whether a fault leaves the meaning of a document clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The document was read, but other programs may read it differently or not at all.
    Warning,
    /// The document, or a part of it, cannot be read.
    Error,
}

/// Something that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The id of the kind of fault: `json-trailing-comma`.
    pub id: &'static str,
    /// Whether the document can be read nevertheless.
    pub level: Level,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to do about it.
    pub help: String,
    /// Another place that takes part, and what it is: the first one of two equal keys.
    pub second: Option<(Span, String)>,
}

impl Fault {
    /// Returns a fault without which the document could be read.
    pub fn error(id: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Fault { id, level: Level::Error, message, span, help, second: None }
    }

    /// Returns a fault that did not prevent reading the document.
    pub fn warning(
        id: &'static str,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Fault { level: Level::Warning, ..Fault::error(id, span, message, help) }
    }

    /// Adds another place, with what it is.
    #[must_use]
    pub fn with_second(mut self, span: Span, label: impl Into<String>) -> Self {
        self.second = Some((span, label.into()));
        self
    }

    /// Returns whether the document, or a part of it, cannot be read.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}
