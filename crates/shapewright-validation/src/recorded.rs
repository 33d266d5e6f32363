//! Service-side defaults and deprecations: generated tables for programs that explain or compare requests.

use std::fmt;

/// What the service assumes if a member of a request is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Structure and member: `CacheBehavior$Compress`.
    pub target: &'static str,
    /// What it assumes.
    pub assumed: Assumed,
    /// The condition for it, in words; empty if there is none.
    pub when: &'static str,
}

/// What is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Assumed {
    /// A value, as JSON text.
    Json(&'static str),
    /// The value of another member of the structure.
    Member(&'static str),
    /// Anything else, in words.
    Words(&'static str),
}

/// `true`, `the value of MinTTL`, `the default of the account`
impl fmt::Display for Assumed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Assumed::Json(text) | Assumed::Words(text) => f.write_str(text),
            Assumed::Member(name) => write!(f, "the value of {name}"),
        }
    }
}

/// A structure of requests that is deprecated. Deprecated members have rules instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    /// The structure: `StreamingDistributionConfig`.
    pub target: &'static str,
    /// A date or version; empty if unknown.
    pub since: &'static str,
    /// Why, or what to use in its place; empty if unknown.
    pub message: &'static str,
}
