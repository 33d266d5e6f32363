//! The error of building a message or document.

use std::fmt;

use shapewright_runtime::{PointerStep, text};

/// The error of building a message or document: a value cannot be sent at its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    pointer: String,
    message: String,
}

impl BuildError {
    /// Creates an error about the whole value.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        BuildError::at(String::new(), message)
    }

    /// Creates an error about a member of the value.
    pub(crate) fn of_member(name: &str, message: impl Into<String>) -> Self {
        BuildError::at(PointerStep(name).to_string(), message)
    }

    /// Creates an error about the part of the value at a JSON Pointer.
    pub(crate) fn at(pointer: String, message: impl Into<String>) -> Self {
        BuildError { pointer, message: text::message(message.into()) }
    }

    /// Prepends the member `name` to the pointer. The pointer of a sensitive member ends there, because keys of maps
    /// may be sensitive.
    pub(crate) fn below(mut self, name: &str, is_sensitive: bool) -> Self {
        if is_sensitive {
            self.pointer.clear();
        }
        self.pointer.insert_str(0, &PointerStep(name).to_string());
        self
    }

    /// Returns the JSON Pointer of the part that cannot be sent: `/DistributionConfig/Comment`. Empty for the whole
    /// value.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the message, with the remedy.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.message),
            pointer => write!(f, "{}: {}", text::message(pointer.to_owned()), self.message),
        }
    }
}

impl std::error::Error for BuildError {}
