//! The rules that the hand-written check covers.

use std::collections::BTreeSet;

use cloudfront_validators::{Kind, RULES, Violation};
use serde_json::Value;

use crate::model::root;

/// The rules that the hand-written check covers: traits of the service's own model, and the lengths in
/// overlays. It does not cover conditions, checks, quotas, warnings and other traits of overlays.
pub struct Scope {
    lengths: BTreeSet<String>,
}

impl Scope {
    /// Reads the lengths in overlays.
    pub fn read() -> Scope {
        let path = root().join("model/cloudfront/rules/lengths.json");
        let text = std::fs::read_to_string(&path).expect("the lengths are in the repository");
        let lengths: Value = serde_json::from_str(&text).expect("the lengths are JSON");
        let members = lengths["shapes"].as_object().into_iter().flatten();
        let source = |member: &Value| {
            member["traits"]["shapewright#rule"]["smithy.api#length"]["source"].as_str().map(str::to_owned)
        };
        Scope { lengths: members.map(|(name, member)| source(member).expect(name)).collect() }
    }

    /// Returns whether the hand-written check covers this violation.
    pub fn contains(&self, violation: &Violation) -> bool {
        let rule = RULES.find(violation.rule()).unwrap_or_else(|| panic!("{}", violation.rule()));
        match rule.kind {
            Kind::Condition | Kind::Check | Kind::Deprecated | Kind::Immutable => false,
            Kind::Length if self.lengths.contains(rule.source) => true,
            Kind::Quantity => true,
            _ => rule.source == "model",
        }
    }
}
