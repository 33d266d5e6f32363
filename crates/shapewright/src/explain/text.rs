//! Output of `explain`.

use std::fmt::{Arguments, Write};

use serde_json::Value;

use super::subject::Subject;

/// Lines of text, and what they are about.
#[derive(Debug, Default)]
pub(super) struct Text {
    lines: String,
    /// `None` if nobody asks for them.
    subjects: Option<Vec<Value>>,
}

impl Text {
    /// A text that keeps what its lines are about.
    pub(super) fn with_subjects() -> Text {
        Text { subjects: Some(Vec::new()), ..Text::default() }
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = writeln!(self.lines, "{line}");
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
        self.lines.is_empty()
    }

    /// Says what lines are about, as data.
    pub(super) fn subject(&mut self, subject: Subject<'_>) {
        let Some(subjects) = &mut self.subjects else { return };
        let object = subject.to_json();
        if !subjects.contains(&object) {
            subjects.push(object);
        }
    }

    /// All lines.
    pub(super) fn into_string(self) -> String {
        self.lines
    }

    /// What the lines are about.
    pub(super) fn into_subjects(self) -> Vec<Value> {
        self.subjects.unwrap_or_default()
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
