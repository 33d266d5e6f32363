//! What is wrong with a document before any rule is checked: wrong types, unknown members and repeated names.

use cloudfront::validators::{Limits, RULES};
use serde_json::{Map, Value, json};

/// A finding of the reader.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// JSON Pointer.
    pub(crate) path: String,
    /// Which kind of problem it is.
    pub(crate) rule: Misfit,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// A JSON Patch that corrects it, if there is one.
    pub(crate) fix: Option<Value>,
    /// JSON Pointer of the value that the rules do not see because of it.
    pub(crate) lost: Option<String>,
}

/// How a document fails to fit the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A value has another type than the model says.
    WrongType,
    /// The model has no such member.
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

/// How many bytes of pointers and texts an answer may hold, apart from its last error.
const MAX_BYTES: usize = 1 << 20;

/// The problems found so far: no more than a report of the validator may hold, so that no document makes an answer
/// endless.
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

    /// How many more errors an answer may hold.
    pub(crate) fn room(&self) -> usize {
        if self.truncated {
            return 0;
        }
        Limits::default().max_violations.saturating_sub(self.found.len())
    }

    /// Whether there were more problems than an answer may hold.
    pub(crate) fn truncated(&self) -> bool {
        self.truncated
    }

    /// All problems that were kept.
    pub(crate) fn all(&self) -> &[Problem] {
        &self.found
    }
}
