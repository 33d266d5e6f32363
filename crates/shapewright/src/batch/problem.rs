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

/// The largest number of bytes of the errors of an answer.
const MOST_BYTES: usize = 512 << 10;

/// The problems found so far. Their number and their bytes are limited, so that answers are.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    bytes: usize,
    truncated: bool,
}

impl Problems {
    /// Adds the problem that `make` returns, unless there are too many.
    pub(crate) fn add(&mut self, make: impl FnOnce() -> Problem) {
        if self.room() == 0 {
            self.truncated = true;
            return;
        }
        let problem = make();
        match self.bytes + length(&problem.to_json()) {
            bytes if bytes > MOST_BYTES => self.truncated = true,
            bytes => {
                self.bytes = bytes;
                self.found.push(problem);
            }
        }
    }

    /// The errors of an answer: these problems, then as many of `more` as there is room for. Returns also whether any
    /// were left out.
    pub(crate) fn errors(&self, more: impl IntoIterator<Item = Value>) -> (Vec<Value>, bool) {
        let mut errors: Vec<Value> = self.found.iter().map(Problem::to_json).collect();
        let (mut bytes, mut truncated) = (self.bytes, self.truncated);
        let room = errors.len() + self.room();
        for error in more {
            bytes += length(&error);
            if errors.len() >= room || bytes > MOST_BYTES {
                truncated = true;
                break;
            }
            errors.push(error);
        }
        (errors, truncated)
    }

    /// Whether an answer cannot have more errors, so that it is not worth looking for them.
    pub(crate) fn is_full(&self) -> bool {
        self.truncated
    }

    /// How many more errors the answer may have.
    fn room(&self) -> usize {
        if self.truncated {
            return 0;
        }
        Limits::default().max_violations.saturating_sub(self.found.len())
    }

    /// Removes what is shown of the inside of the sensitive member at `path`.
    pub(crate) fn hide_inside(&mut self, path: &str) {
        let is_inside = |place: &str| place.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        for problem in self.found.iter_mut().filter(|problem| is_inside(&problem.path)) {
            path.clone_into(&mut problem.path);
            "a name inside it is given more than once".clone_into(&mut problem.message);
        }
    }

    /// Whether there are no problems.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty() && !self.truncated
    }

    /// All problems that were kept.
    pub(crate) fn all(&self) -> &[Problem] {
        &self.found
    }
}

/// The number of bytes of an error and the comma after it.
fn length(error: &Value) -> usize {
    error.to_string().len() + 1
}
