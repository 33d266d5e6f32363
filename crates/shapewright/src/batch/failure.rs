//! A line that could not be processed.

use serde_json::{Map, Value, json};
use shapewright_runtime::text;

use super::problem::Problems;

/// Why a line has no answer.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
    errors: Vec<Value>,
    truncated: bool,
}

impl Failure {
    /// A failure with only a message, which may quote the line.
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure { message: text::message(message.into()), help: None, errors: Vec::new(), truncated: false }
    }

    /// Adds what to do.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Failure {
        self.help = Some(help.into());
        self
    }

    /// Adds the problems of a value that does not fit the operation.
    pub(crate) fn problems(mut self, problems: &Problems) -> Failure {
        (self.errors, self.truncated) = problems.errors([]);
        self
    }

    /// The members of the answer; `line` is the number of the line in the input, if it has one.
    pub(crate) fn into_members(self, line: Option<u64>) -> Map<String, Value> {
        let mut members = Map::from_iter([("failure".to_owned(), json!(self.message))]);
        if let Some(help) = self.help {
            members.insert("help".to_owned(), json!(help));
        }
        if let Some(line) = line {
            members.insert("line".to_owned(), json!(line));
        }
        if !self.errors.is_empty() {
            members.insert("errors".to_owned(), Value::Array(self.errors));
        }
        if self.truncated {
            members.insert("truncated".to_owned(), json!(true));
        }
        members
    }
}
