//! Service-side defaults of requests, and deprecations.

use std::collections::BTreeSet;
use std::fmt;

use crate::markdown::{code, prose, text};

/// Service-side default of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// The default.
    pub assumed: Assumed,
    /// Condition, if there is one.
    pub when: Option<String>,
}

/// The value of a default.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumed {
    /// A value, as JSON text.
    Json(String),
    /// The value of another member of the structure.
    Member(String),
    /// A description, if it cannot be expressed as a value.
    Words(String),
}

/// `86400 if MinTTL is at most 86400` as Markdown, with backticks around the value.
impl fmt::Display for Assumption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.assumed {
            Assumed::Json(value) => f.write_str(&code(value))?,
            Assumed::Member(name) => write!(f, "the value of {}", code(name))?,
            Assumed::Words(words) => f.write_str(&prose(words))?,
        }
        self.when.as_ref().map_or(Ok(()), |when| write!(f, " if {}", prose(when)))
    }
}

/// Deprecation notice of a shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deprecation {
    /// A date or version.
    pub since: Option<String>,
    /// Reason or replacement, as Markdown without a period.
    pub message: Option<String>,
}

/// ` since 2020-12-31: use a web distribution` as Markdown, to append to the word; empty if the notice is empty.
impl fmt::Display for Deprecation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.since.as_ref().map_or(Ok(()), |since| write!(f, " since {}", text(since)))?;
        self.message.as_ref().map_or(Ok(()), |message| write!(f, ": {message}"))
    }
}

/// Service-side defaults and deprecations of requests, as the validators have them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// What their file imports from the validation crate.
    pub imports: BTreeSet<&'static str>,
    /// Defaults, in order of structures and members.
    pub assumptions: Vec<RecordedAssumption>,
    /// Deprecated structures, in order of their ids.
    pub deprecations: Vec<RecordedDeprecation>,
}

/// Service-side default of a member of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedAssumption {
    /// Structure and member: `CacheBehavior$Compress`.
    pub target: String,
    /// The default.
    pub assumed: Assumed,
    /// Condition; empty if there is none.
    pub when: String,
}

/// A deprecated structure of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedDeprecation {
    /// Name of the structure in the model.
    pub target: String,
    /// A date or version; empty if the model has none.
    pub since: String,
    /// Reason or replacement; empty if the model has none.
    pub message: String,
}
