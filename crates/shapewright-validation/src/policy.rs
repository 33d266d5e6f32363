//! Which rules count, and how much.

use std::collections::BTreeMap;

use crate::{Kind, Rule, Severity};

/// What becomes of a rule that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The value is invalid.
    Error,
    /// The report says so; the value stays valid.
    Warning,
    /// Nothing.
    Off,
}

/// Which rules count: by severity, by rule, and with other quotas than the default ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    severities: [Level; 4],
    unknown_values: Option<Level>,
    rules: BTreeMap<String, Level>,
    quotas: BTreeMap<String, u64>,
}

impl Default for Policy {
    /// Errors and quotas are errors; warnings and deprecations are warnings.
    fn default() -> Self {
        Policy::DEFAULT
    }
}

impl Policy {
    pub(crate) const DEFAULT: Policy = Policy {
        severities: [Level::Error, Level::Error, Level::Warning, Level::Warning],
        unknown_values: None,
        rules: BTreeMap::new(),
        quotas: BTreeMap::new(),
    };

    /// Everything is an error.
    pub fn strict() -> Self {
        Policy { severities: [Level::Error; 4], ..Policy::default() }
    }

    /// Sets the level of all rules of a severity.
    pub fn severity(mut self, severity: Severity, level: Level) -> Self {
        self.severities[severity as usize] = level;
        self
    }

    /// Sets the level of one rule, by its id.
    pub fn rule(mut self, id: impl Into<String>, level: Level) -> Self {
        self.rules.insert(id.into(), level);
        self
    }

    /// Sets the level of enum values that the model does not know, for those who run ahead of it.
    pub fn unknown_values(mut self, level: Level) -> Self {
        self.unknown_values = Some(level);
        self
    }

    /// Replaces the limit of a quota rule, since accounts get quotas raised.
    pub fn quota(mut self, id: impl Into<String>, limit: u64) -> Self {
        self.quotas.insert(id.into(), limit);
        self
    }

    /// The level of a rule.
    pub fn level(&self, id: &str, rule: Option<&Rule>) -> Level {
        if let Some(level) = self.rules.get(id) {
            return *level;
        }
        let is_enum = rule.is_some_and(|rule| rule.kind == Kind::Enum);
        let by_severity = self.severities[rule.map_or(Severity::Error, |rule| rule.severity) as usize];
        self.unknown_values.filter(|_| is_enum).unwrap_or(by_severity)
    }

    /// The limit of a quota rule.
    #[inline]
    pub(crate) fn limit(&self, id: &str, default: u64) -> u64 {
        if self.quotas.is_empty() {
            return default;
        }
        self.own_limit(id, default)
    }

    /// The same where the policy has limits. In a function of its own, since hardly any policy has.
    #[cold]
    fn own_limit(&self, id: &str, default: u64) -> u64 {
        self.quotas.get(id).copied().unwrap_or(default)
    }
}
