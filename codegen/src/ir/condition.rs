//! Rules over several members: conditions in JMESPath and checks written by hand, and the table of all rules.

use crate::ir::constraint::{Origin, Severity};
use crate::jmes::{Body, Expr};

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
    /// Rust type of what is looked at: the structure, or an element.
    pub subject: String,
    /// Name of the function that decides it.
    pub function: String,
    /// Doc comment of that function, a line each.
    pub docs: Vec<String>,
    /// Body of that function.
    pub body: Option<Body>,
    /// What decides `when`.
    pub when_body: Option<Body>,
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

/// An entry of the table of all rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleEntry {
    /// Stable name, in kebab case.
    pub id: String,
    /// Structure and member that it is about.
    pub target: String,
    /// The member to blame, in its own structure, if that differs from the target; otherwise empty.
    pub blamed_member: String,
    /// What it checks.
    pub kind: RuleKind,
    /// What it expects of the member, in words; empty for rules over several members.
    pub expected: String,
    /// Error code.
    pub code: String,
    /// Operations that reach the rule and do not model its code, with the code of their response.
    pub code_overrides: Vec<(String, String)>,
    /// How serious it is.
    pub severity: Severity,
    /// How certain it is, if an overlay says so.
    pub confidence: String,
    /// Where it is documented.
    pub source: String,
    /// For rules over several members: the member to blame, relative to the structure.
    pub pointer: String,
    /// For rules over several members: what is wrong.
    pub message: String,
    /// What to do; empty if that depends on the value.
    pub remedy: String,
    /// For rules over several members: those that it depends on, as dotted paths.
    pub depends_on: Vec<String>,
    /// Strings and numbers that a condition compares members with.
    pub literals: Vec<String>,
    /// Source file of the structure.
    pub module: String,
    /// File of the rule below `rules`, without its ending.
    pub file: String,
}

/// What a rule checks: `Kind` of the validation crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleKind {
    /// A member is present.
    #[default]
    Required,
    /// A URI label is not empty.
    Label,
    /// A length.
    Length,
    /// A length, against a quota.
    Quota,
    /// The size of a number.
    Range,
    /// A regular expression.
    Pattern,
    /// A value of an enum.
    Enum,
    /// The characters of a string in an XML document.
    Characters,
    /// No element is listed twice.
    UniqueItems,
    /// A count of elements.
    Quantity,
    /// A union has one member.
    Union,
    /// A condition in JMESPath.
    Condition,
    /// A hand-written check.
    Check,
    /// A member is deprecated.
    Deprecated,
    /// An update does not change a member.
    Immutable,
}

impl RuleKind {
    /// Whether an overlay gives the rule its id.
    pub fn is_named_by_overlay(self) -> bool {
        matches!(self, RuleKind::Condition | RuleKind::Check)
    }
}
