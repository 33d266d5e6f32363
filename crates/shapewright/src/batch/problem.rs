//! Problems of a document besides broken rules: wrong types, unknown members and repeated names.

use cloudfront::validators::{Limits, RULES};
use serde_json::{Map, Value, json};

/// A finding of the reader.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// JSON Pointer.
    pub(crate) path: String,
    /// The kind of problem.
    pub(crate) rule: Misfit,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// A JSON Patch that corrects it, if there is one.
    pub(crate) fix: Option<Value>,
    /// JSON Pointer of the value that rules cannot see because of it.
    pub(crate) lost: Option<String>,
}

/// Kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A value has the wrong type.
    WrongType,
    /// A member does not exist in the model.
    UnknownMember,
    /// An object has the same name twice.
    DuplicateMember,
}

impl Misfit {
    /// The rule id in answers.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Misfit::WrongType => "wrong-type",
            Misfit::UnknownMember => "unknown-member",
            Misfit::DuplicateMember => "duplicate-member",
        }
    }

    /// Where the rule comes from.
    fn source(self) -> &'static str {
        match self {
            Misfit::WrongType | Misfit::UnknownMember => "model",
            Misfit::DuplicateMember => "https://www.rfc-editor.org/rfc/rfc8259#section-4",
        }
    }
}

impl Problem {
    /// The problem as an entry of `errors`.
    pub(crate) fn to_json(&self) -> Value {
        let mut error = Map::from_iter([
            ("path".to_owned(), json!(self.path)),
            ("rule".to_owned(), json!(self.rule.id())),
            ("code".to_owned(), json!(RULES.general)),
            ("severity".to_owned(), json!("error")),
            ("message".to_owned(), json!(self.message)),
            ("help".to_owned(), json!(self.help)),
            ("source".to_owned(), json!(self.rule.source())),
        ]);
        if let Some(fix) = &self.fix {
            error.insert("fix".to_owned(), fix.clone());
        }
        Value::Object(error)
    }
}

/// Maximum number of bytes of pointers and strings in an answer, apart from its last error.
const MAX_BYTES: usize = 1 << 20;

/// The problems found so far, limited in number like a report of the validator, so that answers are
/// bounded.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    bytes: usize,
    truncated: bool,
}

impl Problems {
    /// Adds the problem that `make` returns, unless there are too many.
    pub(crate) fn add(&mut self, make: impl FnOnce() -> Problem) {
        if self.room() == 0 || self.bytes > MAX_BYTES {
            self.truncated = true;
            return;
        }
        let problem = make();
        self.bytes += problem.path.len() + problem.message.len() + problem.help.len();
        self.found.push(problem);
    }

    /// How many more errors the answer may have.
    pub(crate) fn room(&self) -> usize {
        if self.truncated {
            return 0;
        }
        Limits::default().max_violations.saturating_sub(self.found.len())
    }

    /// Whether there were more problems than an answer may have.
    pub(crate) fn truncated(&self) -> bool {
        self.truncated
    }

    /// All problems that were kept.
    pub(crate) fn all(&self) -> &[Problem] {
        &self.found
    }
}
