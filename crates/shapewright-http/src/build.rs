//! Why a message or document could not be built.

use std::fmt;

use shapewright_runtime::PointerStep;

use crate::shortened::shortened;

/// Why a message or document could not be built: a value cannot be sent where it has to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    pointer: String,
    message: String,
}

impl BuildError {
    /// An error about the whole value.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        BuildError::at(String::new(), message)
    }

    /// An error about a member of the value.
    pub(crate) fn of_member(name: &str, message: impl Into<String>) -> Self {
        BuildError::at(PointerStep(name).to_string(), message)
    }

    /// An error about the part of the value at a JSON Pointer.
    pub(crate) fn at(pointer: String, message: impl Into<String>) -> Self {
        BuildError { pointer, message: shortened(message.into()) }
    }

    /// The error as seen from the structure whose member `name` is the value.
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.pointer.insert_str(0, &PointerStep(name).to_string());
        self
    }

    /// The part of the value that cannot be sent, as a JSON Pointer: `/DistributionConfig/Comment`. Empty if it is the
    /// value as a whole.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong, and what to do.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_str() {
            "" => f.write_str(&self.message),
            pointer => write!(f, "{pointer}: {}", self.message),
        }
    }
}

impl std::error::Error for BuildError {}
