//! The tables of rules in a crate of validators.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Evidence, RuleKind, Severity};

/// All tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleTables {
    /// Error code of most rules.
    pub general: String,
    /// Whether there are rules, which share the values of a constant.
    pub has_common: bool,
    /// Whether there are constraints of the service's own model, which share the values of a constant.
    pub has_model: bool,
    /// Error code of constraints of the service's own model, and the public reports that show it; `None` if they have
    /// no code of their own.
    pub model: Option<Answer>,
    /// The tables by path below `rules`.
    pub files: BTreeMap<String, RuleTable>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleTable {
    /// What its file imports from the validation crate.
    pub imports: BTreeSet<&'static str>,
    /// Whether rows share the values of most rules.
    pub has_common: bool,
    /// Whether rows share the values of constraints of the service's own model.
    pub has_model: bool,
    /// The rules, sorted by id.
    pub rows: Vec<RuleRow>,
}

/// A rule: the fields in which it differs from most others, in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleRow {
    /// Whether it has code and evidence of constraints of the service's own model.
    pub is_of_model: bool,
    /// The fields.
    pub fields: Vec<RuleField>,
}

/// A field of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleField {
    /// Short text, on one line.
    Name(&'static str, String),
    /// Text that may need several lines.
    Text(&'static str, String),
    /// A list of short texts.
    Names(&'static str, Vec<String>),
    /// What the rule checks.
    Kind(RuleKind),
    /// How its code is known.
    Evidence(Evidence),
    /// Its severity.
    Severity(Severity),
    /// Error codes by operation.
    CodeOverrides(Vec<(String, String)>),
}
