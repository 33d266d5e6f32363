//! Pages about the rules of a service.

use super::{Evidence, Severity};

/// The rules of a resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourcePage {
    /// Name of the resource, in words.
    pub title: String,
    /// Number of rules.
    pub count: usize,
    /// Tables, one for each source file with rules.
    pub tables: Vec<PageTable>,
    /// The error codes that the tables name, sorted.
    pub links: Vec<CodeLink>,
}

/// How many codes are known in which way, of the rules whose violation the service refuses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceCounts {
    /// Codes that public reports show.
    pub observed: usize,
    /// Codes that documentation names.
    pub documented: usize,
    /// Codes without a report or a document that shows them.
    pub assumed: usize,
}

/// A table of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageTable {
    /// Name of the source file, in words.
    pub title: String,
    /// The rules, sorted by id.
    pub rows: Vec<PageRow>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRow {
    /// Its id.
    pub id: String,
    /// The member that it checks; `None` for a rule about all strings.
    pub target: Option<String>,
    /// What a valid value is.
    pub expected: Expectation,
    /// Error code.
    pub code: String,
    /// Operations with another code.
    pub code_overrides: Vec<(String, String)>,
    /// How the code is known.
    pub evidence: Evidence,
    /// Whether it is known as that of all constraints of the service's own model.
    pub is_of_model: bool,
    /// Its severity.
    pub severity: Severity,
    /// Operations in whose input it is a warning.
    pub warning_in: Vec<String>,
    /// Where it is documented.
    pub source: String,
    /// Confidence in the source, if the rule is not from the model.
    pub confidence: Option<String>,
}

/// What a valid value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Expectation {
    /// One that matches a regular expression.
    Pattern(String),
    /// One that a text describes.
    Text(String),
    /// For a rule over several members: the problem if it is broken, and the remedy.
    Problem(String, String),
}

/// An error code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeLink {
    /// The code.
    pub code: String,
    /// Its Rust variant, if it is modeled.
    pub variant: Option<String>,
}
