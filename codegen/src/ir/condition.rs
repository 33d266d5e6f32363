//! Rules over several members: conditions in JMESPath and checks written by hand, and the table of all rules.

use crate::ir::constraint::{Origin, Severity};
use crate::jmes::Expr;

/// What an overlay says of a rule beside the check itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleFacts {
    /// Stable name, in kebab case.
    pub id: String,
    /// Structure and member that it is about: `CacheBehaviors$Items[]$MinTTL`.
    pub target: String,
    /// The same of the structure that the blamed member is in: `CacheBehavior$MinTTL`.
    pub blames: String,
    /// The place that is to blame, relative to the structure or element: a JSON Pointer.
    pub at: String,
    /// AWS error codes, each for operations that do not model those before; none stands for the general one.
    pub codes: Vec<String>,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong where the rule does not hold.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A condition, on the structure itself or on each element of a list inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// What is known of it.
    pub facts: RuleFacts,
    /// The JMESPath text.
    pub expression: String,
    /// Members that lead to the list whose elements are looked at; none for the structure itself.
    pub each: Vec<String>,
    /// The JMESPath text that says, on the structure, whether the elements are looked at at all.
    pub when: Option<String>,
    /// The typed expression.
    pub compiled: Option<Expr>,
    /// The typed `when`.
    pub compiled_when: Option<Expr>,
    /// Rust fields of `each`.
    pub each_rust: Vec<String>,
}

/// A check written by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What is known of it.
    pub facts: RuleFacts,
    /// Name of the function in the hand-written module.
    pub function: String,
    /// Members that lead to the list whose elements are blamed; none for the structure itself.
    pub each: Vec<String>,
    /// Members away from what is blamed whose absence can break the rule, each as a path with dots.
    pub reads: Vec<String>,
}

/// A row of the table of all rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleEntry {
    /// Stable name, in kebab case.
    pub id: String,
    /// Structure and member that it is about.
    pub target: String,
    /// The same of the structure that the blamed member is in, where that is another one; empty elsewhere.
    pub blames: String,
    /// How it is checked: the name of a `Kind` of the validation crate.
    pub kind: &'static str,
    /// What it allows, in words.
    pub limit: String,
    /// Error code.
    pub code: String,
    /// Operations that reach the rule and do not model its code, with the one that they answer.
    pub instead: Vec<(String, String)>,
    /// How much it weighs.
    pub severity: Severity,
    /// How certain it is, where that is said.
    pub confidence: String,
    /// Where it is written.
    pub source: String,
    /// For conditions: the place to blame.
    pub at: String,
    /// For conditions: what is wrong.
    pub message: String,
    /// What to do; empty where that depends on the value.
    pub remedy: String,
    /// For rules over several members: those that are read, each as a path with dots.
    pub reads: Vec<String>,
    /// Source file of the structure.
    pub module: String,
}
