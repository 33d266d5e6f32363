//! Error codes of rules without a code of their own.

use std::collections::BTreeMap;

/// Error codes of rules without a code of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The input file that they come from, for diagnostics.
    pub file: String,
    /// Whether an overlay sets the default; otherwise it is Smithy's.
    pub is_said: bool,
    /// For everything not named below.
    pub default: String,
    /// For constraints of the service's own model; `None` for the default.
    pub model: Option<Answer>,
    /// For a request without a body.
    pub payload: Option<String>,
    /// For a payload that cannot be read.
    pub malformed: Answer,
    /// For a missing header, by its name on the wire.
    pub headers: BTreeMap<String, Answer>,
    /// For a bad label or missing query parameter, unless the operation models the default: the first that it models.
    pub addresses: Vec<String>,
}

/// An error code.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The code.
    pub code: String,
    /// Public reports that show it.
    pub observed: Option<String>,
}
