//! A rule that does not hold.

use std::fmt;

use shapewright_runtime::{ErrorDetails, ModelledError};

/// A rule that does not hold, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub(crate) pointer: String,
    pub(crate) rule: String,
    pub(crate) code: &'static str,
    pub(crate) general: &'static str,
    pub(crate) actual: Option<String>,
    pub(crate) allowed: String,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Violation {
    /// The place in the value, as a JSON Pointer.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The name of the rule.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The error code with which the service refuses the value.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The error of an operation that this violation provokes: that of its code or else the general one, as far
    /// as the model gives them to the operation.
    pub fn as_error<E: ModelledError>(&self) -> Option<E> {
        let details = || ErrorDetails::message(format!("{} at {}", self.message, self.pointer));
        E::modelled(self.code, details()).or_else(|| E::modelled(self.general, details()))
    }

    /// The guilty value, if there is one and it may be shown.
    pub fn actual(&self) -> Option<&str> {
        self.actual.as_deref()
    }

    /// What the rule allows.
    pub fn allowed(&self) -> &str {
        &self.allowed
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do.
    pub fn help(&self) -> &str {
        &self.help
    }
}

/// Three lines: code and message, place, rule and help.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { pointer, rule, code, message, help, .. } = self;
        let pointer = if pointer.is_empty() { "the root" } else { pointer };
        write!(f, "error[{code}]: {message}\n  at {pointer}\n  rule {rule}: {help}")
    }
}
