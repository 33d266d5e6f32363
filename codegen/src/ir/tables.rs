//! The tables of rules in a crate of validators.

use std::collections::{BTreeMap, BTreeSet};

use super::{Evidence, RuleKind, Severity};

/// All tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleTables {
    /// Error code of most rules.
    pub general: String,
    /// Whether there are rules, which share the values of a constant.
    pub has_common: bool,
    /// The tables by path below `rules`.
    pub files: BTreeMap<String, RuleTable>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleTable {
    /// What its file imports from the validation crate.
    pub imports: BTreeSet<&'static str>,
    /// The rules, sorted by id.
    pub rows: Vec<RuleRow>,
}

/// A rule: the fields in which it differs from most others, in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleRow {
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
