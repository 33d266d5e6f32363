//! Why a message could not be built.

use std::fmt;

use crate::shortened::shortened;

/// Why a message could not be built: a value has no form where it has to travel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    member: String,
    message: String,
}

impl BuildError {
    pub(crate) fn new(member: impl Into<String>, message: impl Into<String>) -> Self {
        BuildError { member: member.into(), message: shortened(message.into()) }
    }

    /// The member, or the element of the document.
    pub fn member(&self) -> &str {
        &self.member
    }

    /// What is wrong, and what to do.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.member, self.message)
    }
}

impl std::error::Error for BuildError {}
