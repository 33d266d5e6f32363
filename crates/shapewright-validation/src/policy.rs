//! Which rules count, and how much.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Kind, Rule, Rules, Severity, nearest};

/// What becomes of a rule that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The value is invalid.
    Error,
    /// The report has it; the value stays valid.
    Warning,
    /// It is not reported.
    Off,
}

/// Which rules count: by severity, by rule, and with other quotas than the default ones.
///
/// [`Policy::builder`] sets levels and quotas of single rules.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Policy {
    severities: [Level; 4],
    unknown_values: Option<Level>,
    rules: BTreeMap<&'static str, Level>,
    quotas: BTreeMap<&'static str, u64>,
}

impl Default for Policy {
    /// Errors and quotas are errors; warnings and deprecations are warnings.
    fn default() -> Self {
        Policy {
            severities: [Level::Error, Level::Error, Level::Warning, Level::Warning],
            unknown_values: None,
            rules: BTreeMap::new(),
            quotas: BTreeMap::new(),
        }
    }
}

impl Policy {
    /// Every broken rule is an error.
    pub fn strict() -> Self {
        Policy { severities: [Level::Error; 4], ..Policy::default() }
    }

    /// A policy that sets single rules of a service. It starts as the default one.
    pub fn builder(rules: Rules) -> PolicyBuilder {
        PolicyBuilder { rules, policy: Policy::default(), problems: Vec::new() }
    }

    /// Sets the level of all rules of a severity.
    pub fn severity(mut self, severity: Severity, level: Level) -> Self {
        self.severities[severity as usize] = level;
        self
    }

    /// Sets the level of enum values that the model does not know, for users of newer values.
    pub fn unknown_values(mut self, level: Level) -> Self {
        self.unknown_values = Some(level);
        self
    }

    /// The level of a rule; `rule` is its entry in the table, `severity` its severity in what is validated.
    pub(crate) fn level(&self, id: &str, rule: Option<&Rule>, severity: Severity) -> Level {
        if let Some(level) = self.rules.get(id) {
            return *level;
        }
        let is_enum = rule.is_some_and(|rule| rule.kind == Kind::Enum);
        let by_severity = self.severities[severity as usize];
        self.unknown_values.filter(|_| is_enum).unwrap_or(by_severity)
    }

    /// The limit of a quota.
    #[inline]
    pub(crate) fn limit(&self, id: &str, default: u64) -> u64 {
        if self.quotas.is_empty() {
            return default;
        }
        self.own_limit(id, default)
    }

    /// The limit if the policy has limits. In a function of its own, because hardly any policy has.
    #[cold]
    fn own_limit(&self, id: &str, default: u64) -> u64 {
        self.quotas.get(id).copied().unwrap_or(default)
    }
}

/// Makes a [`Policy`] that sets single rules. Ids that do not exist are an error of [`PolicyBuilder::build`].
///
/// ```
/// use shapewright_validation::{Kind, Level, Policy, Rule, Rules, Severity};
///
/// static RULES: Rules = Rules {
///     tables: &[&[
///         Rule { id: "a-comment-length", kind: Kind::Length, ..Rule::DEFAULT },
///         Rule { id: "a-items-quota", kind: Kind::Quota, severity: Severity::Quota, ..Rule::DEFAULT },
///     ]],
///     general: "InvalidArgument",
///     ..Rules::EMPTY
/// };
/// let policy = Policy::builder(RULES).rule("a-comment-length", Level::Off).quota("a-items-quota", 250).build();
/// assert!(policy.is_ok());
///
/// let error = Policy::builder(RULES).rule("a-coment-length", Level::Off).build().unwrap_err();
/// assert_eq!(error.to_string(), "there is no rule `a-coment-length`; did you mean `a-comment-length`?");
/// ```
#[derive(Clone, Debug)]
#[must_use = "call `build` to get the policy"]
pub struct PolicyBuilder {
    rules: Rules,
    policy: Policy,
    problems: Vec<String>,
}

impl PolicyBuilder {
    /// Replaces the policy that this one starts from; single rules that were set before are kept.
    pub fn base(mut self, base: Policy) -> Self {
        let Policy { severities, unknown_values, mut rules, mut quotas } = base;
        rules.append(&mut self.policy.rules);
        quotas.append(&mut self.policy.quotas);
        self.policy = Policy { severities, unknown_values, rules, quotas };
        self
    }

    /// Sets the level of all rules of a severity.
    pub fn severity(mut self, severity: Severity, level: Level) -> Self {
        self.policy = self.policy.severity(severity, level);
        self
    }

    /// Sets the level of enum values that the model does not know.
    pub fn unknown_values(mut self, level: Level) -> Self {
        self.policy = self.policy.unknown_values(level);
        self
    }

    /// Sets the level of one rule.
    pub fn rule(mut self, id: &str, level: Level) -> Self {
        if let Some(rule) = self.find(id) {
            self.policy.rules.insert(rule.id, level);
        }
        self
    }

    /// Sets the limit of a quota, because accounts can have quotas raised.
    pub fn quota(mut self, id: &str, limit: u64) -> Self {
        match self.find(id) {
            Some(rule) if rule.severity == Severity::Quota => {
                self.policy.quotas.insert(rule.id, limit);
            }
            Some(_) => self.problems.push(format!("the rule `{id}` is not a quota: its limit is fixed")),
            None => {}
        }
        self
    }

    /// The policy.
    ///
    /// # Errors
    ///
    /// If an id does not exist, or a quota was set for a rule that is none. The error has all such ids.
    pub fn build(self) -> Result<Policy, PolicyError> {
        if self.problems.is_empty() { Ok(self.policy) } else { Err(PolicyError { problems: self.problems }) }
    }

    fn find(&mut self, id: &str) -> Option<&'static Rule> {
        let found = self.rules.find(id);
        if found.is_none() {
            let meant = nearest(id, self.rules.iter().map(|rule| rule.id));
            let meant = meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
            self.problems.push(format!("there is no rule `{id}`{meant}"));
        }
        found
    }
}

/// A policy names rules that do not exist, or sets quotas of rules that are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    problems: Vec<String>,
}

impl PolicyError {
    /// What is wrong, one message per id.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\n"))
    }
}

impl std::error::Error for PolicyError {}
