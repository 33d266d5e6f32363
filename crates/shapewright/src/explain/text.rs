//! Output of `explain`.

use std::fmt::{Arguments, Write};

/// Lines of text.
#[derive(Debug, Default)]
pub(super) struct Text(String);

impl Text {
    /// Adds a line.
    pub(super) fn line(&mut self, line: Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{line}");
    }

    /// Adds a sentence in a line of its own, if there is one.
    pub(super) fn sentence(&mut self, margin: &str, sentence: Option<&str>) {
        if let Some(sentence) = sentence {
            self.line(format_args!("{margin}{sentence}"));
        }
    }

    /// Adds an empty line, unless it would be the first.
    pub(super) fn separate(&mut self) {
        if !self.is_empty() {
            self.line(format_args!(""));
        }
    }

    /// Whether there is no line yet.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All lines.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// A target as users write it: a dollar sign needs quotes in a shell.
pub(crate) fn dotted(target: &str) -> String {
    if target.is_empty() {
        "any string in the body of a request".to_owned()
    } else {
        target.replace('$', ".")
    }
}
