//! Rules over several members (conditions in JMESPath and hand-written checks), and the table of all rules.

use crate::ir::constraint::{Origin, Severity};
use crate::jmes::{Body, Expr};

/// Properties of a rule besides the check itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleFacts {
    /// Stable name, in kebab case.
    pub id: String,
    /// Structure and member that it is about: `CacheBehaviors$Items[]$MinTTL`.
    pub target: String,
    /// The blamed member, in its own structure: `CacheBehavior$MinTTL`.
    pub blames: String,
    /// The blamed member, as a JSON Pointer relative to the structure or element.
    pub at: String,
    /// AWS error codes; each operation returns the first one that it models. Empty for the general code.
    pub codes: Vec<String>,
    /// Severity of the rule.
    pub severity: Severity,
    /// Operations in whose input it is a warning.
    pub warning_in: Vec<String>,
    /// What is wrong if the rule is broken.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A condition, on the structure itself or on each element of a list inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Its properties.
    pub facts: RuleFacts,
    /// The JMESPath expression.
    pub expression: String,
    /// Path of members to the list whose elements are checked; empty for the structure itself.
    pub each: Vec<String>,
    /// JMESPath expression on the structure: the elements are only checked if it is true.
    pub when: Option<String>,
    /// The typed expression.
    pub compiled: Option<Expr>,
    /// The typed `when`.
    pub compiled_when: Option<Expr>,
    /// Rust fields of `each`.
    pub each_rust: Vec<String>,
    /// Rust type of what is checked: the structure, or an element.
    pub subject: String,
    /// Name of the function for the condition.
    pub function: String,
    /// Doc comment of that function, a line each.
    pub docs: Vec<String>,
    /// Body of that function.
    pub body: Option<Body>,
    /// Code for `when`.
    pub when_body: Option<Body>,
}

/// A hand-written check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Its properties.
    pub facts: RuleFacts,
    /// Name of the function in the hand-written module.
    pub function: String,
    /// Path of members to the list whose elements are blamed; empty for the structure itself.
    pub each: Vec<String>,
    /// Dotted paths of other members whose absence can break the rule.
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
    /// Description of the expected value; empty for rules over several members.
    pub expected: String,
    /// Error code.
    pub code: String,
    /// Operations that reach the rule and do not model its code, with the code of their response.
    pub code_overrides: Vec<(String, String)>,
    /// How the code is known.
    pub evidence: Evidence,
    /// Severity of the rule.
    pub severity: Severity,
    /// Operations in whose input it is a warning, each with the name of the input.
    pub warning_in: Vec<(String, String)>,
    /// Confidence: stated, known or implied; empty for rules of the model.
    pub confidence: String,
    /// Where it is documented.
    pub source: String,
    /// For rules over several members: the member to blame, relative to the structure.
    pub pointer: String,
    /// The message of a violation, for rules over several members.
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

/// How it is known that the service refuses a value with the code of a rule: `Evidence` of the validation crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// Public reports show it.
    Observed(String),
    /// The source of the rule documents it.
    Documented,
    /// Nothing better is known.
    #[default]
    Assumed,
}

/// What a rule checks: `Kind` of the validation crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RuleKind {
    /// A member is present.
    #[default]
    Required,
    /// A URI label is not empty, and no step through the path.
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
