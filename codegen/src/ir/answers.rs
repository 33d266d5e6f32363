//! Error codes for what no rule gives a code.

use std::collections::BTreeMap;

/// Which error codes the service answers with, where no rule names one.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The file that says so, for diagnostics.
    pub file: String,
    /// Whether the default is said, and not that of Smithy.
    pub is_said: bool,
    /// For everything not named below.
    pub default: String,
    /// For a missing payload.
    pub payload: Option<String>,
    /// For a payload that cannot be read.
    pub malformed: String,
    /// For a missing header, by its name on the wire.
    pub headers: BTreeMap<String, String>,
    /// For a bad label or missing query parameter, unless the operation models the default: the first that it models.
    pub addresses: Vec<String>,
}
