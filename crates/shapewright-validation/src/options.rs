//! How a value is validated.

use crate::Policy;

/// How far a validation goes, so that no value makes it endless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct Limits {
    /// How many structures and unions may lie inside each other below the root. Default: 64.
    pub max_depth: usize,
    /// How many elements of lists, keys of maps and values of maps are checked, all together. Default: 1,000,000.
    ///
    /// A list or map with more than what is left is an error with the rule `elements`, and nothing in it is checked.
    /// Nor are hand-written rules after that, because what they compare would take as long.
    pub max_elements: usize,
    /// How many violations a report may hold, at least one. Default: 1,000.
    pub max_violations: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_depth: 64, max_elements: 1_000_000, max_violations: 1000 }
    }
}

impl Limits {
    /// Sets how many structures and unions may lie inside each other below the root.
    pub fn max_depth(mut self, max_depth: usize) -> Self {
        self.max_depth = max_depth;
        self
    }

    /// Sets how many elements of lists, keys of maps and values of maps are checked, all together.
    pub fn max_elements(mut self, max_elements: usize) -> Self {
        self.max_elements = max_elements;
        self
    }

    /// Sets how many violations a report may hold.
    pub fn max_violations(mut self, max_violations: usize) -> Self {
        self.max_violations = max_violations;
        self
    }
}

/// How a value is validated. The default is what the service would refuse, with its default quotas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct Options {
    /// How far the validation goes.
    pub limits: Limits,
    /// Which rules count, and with which quotas.
    pub policy: Policy,
}

impl Options {
    /// Sets how far the validation goes.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets which rules count, and with which quotas.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }
}
