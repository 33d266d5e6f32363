//! What is known of a rule beside its check: generated tables, searched when a rule is broken.

/// How serious a broken rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The service refuses the value.
    Error,
    /// The service refuses the value unless the account's quota was raised.
    Quota,
    /// The service may refuse the value, or it does not do what it seems to do.
    Warning,
    /// The value is no longer recommended.
    Deprecated,
}

impl Severity {
    /// The word for it in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Quota => "quota",
            Severity::Warning => "warning",
            Severity::Deprecated => "deprecated",
        }
    }
}

/// How it is known that the service refuses a value with the code of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// Public reports show such an answer of the service: `owner/repo#123 (2021)`, separated by commas.
    Observed(&'static str),
    /// The documentation of the service names the code: [`Rule::source`].
    Documented,
    /// Nothing better is known.
    Assumed,
}

impl Evidence {
    /// The word for it in lists of rules.
    pub fn as_str(self) -> &'static str {
        match self {
            Evidence::Observed(_) => "observed",
            Evidence::Documented => "documented",
            Evidence::Assumed => "assumed",
        }
    }
}

/// What a rule checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A member is present.
    Required,
    /// A string that is part of the request URI is not empty, and not `.` or `..`.
    Label,
    /// The length of a string, blob, list or map.
    Length,
    /// A length, against a quota that an account can have raised.
    Quota,
    /// The size of a number.
    Range,
    /// A regular expression.
    Pattern,
    /// A value of an enum.
    Enum,
    /// The characters of a string in an XML document. One rule for all such strings.
    Characters,
    /// No element is listed twice.
    UniqueItems,
    /// A count of the elements of a list beside it.
    Quantity,
    /// A union has exactly one member.
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

impl Kind {
    /// The word for it, in kebab case.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Required => "required",
            Kind::Label => "label",
            Kind::Length => "length",
            Kind::Quota => "quota",
            Kind::Range => "range",
            Kind::Pattern => "pattern",
            Kind::Enum => "enum",
            Kind::Characters => "characters",
            Kind::UniqueItems => "unique-items",
            Kind::Quantity => "quantity",
            Kind::Union => "union",
            Kind::Condition => "condition",
            Kind::Check => "check",
            Kind::Deprecated => "deprecated",
            Kind::Immutable => "immutable",
        }
    }
}

/// One rule.
///
/// It is written as a literal that ends in `..Rule::DEFAULT`, and matched with a pattern that ends in `..`, because a
/// minor release may add fields:
///
/// ```
/// use shapewright_validation::{Kind, Rule};
///
/// static RULE: Rule = Rule { id: "alias-name-required", target: "Alias$Name", kind: Kind::Required, ..Rule::DEFAULT };
/// let Rule { id, kind, .. } = RULE;
/// assert_eq!((id, kind.as_str()), ("alias-name-required", "required"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Stable name, in kebab case.
    pub id: &'static str,
    /// The structure and member that it is about: `CacheBehavior$MinTTL`; `Aliases$Items[]` for the elements of a list,
    /// `Tags$Labels{key}` and `Tags$Labels{}` for the keys and values of a map. Empty for a rule about all members.
    pub target: &'static str,
    /// The member to blame, in its own structure, if that differs from the target: a rule with the target
    /// `CacheBehaviors$Items[]$MinTTL` blames `CacheBehavior$MinTTL`. Otherwise empty.
    pub blamed_member: &'static str,
    /// What it checks.
    pub kind: Kind,
    /// What it expects of the member, in words; empty for rules over several members, whose remedy says it.
    pub expected: &'static str,
    /// Error code of the response.
    pub code: &'static str,
    /// Operations that respond with another error code, each with that code.
    pub code_overrides: &'static [(&'static str, &'static str)],
    /// How the code is known.
    pub evidence: Evidence,
    /// How serious it is, except in [`Rule::warning_in`].
    pub severity: Severity,
    /// Input structures in which it is a warning, because their operation takes values that others refuse. If the
    /// current value is known, it has its severity there too: see [`validate_update`](crate::validate_update).
    pub warning_in: &'static [&'static str],
    /// Where it is documented; `model` if it is part of the service's own model.
    pub source: &'static str,
    /// For rules over several members: JSON Pointer from the structure to the member to blame.
    pub pointer: &'static str,
    /// The message of a violation, for rules over several members.
    pub message: &'static str,
    /// What to do; empty if that depends on the value.
    pub remedy: &'static str,
    /// Dotted paths of the members that the rule depends on, relative to its structure: `Origins.Items.Id`. For
    /// hand-written checks only those whose absence can break the rule.
    pub depends_on: &'static [&'static str],
    /// Strings and numbers that a condition compares members with.
    pub literals: &'static [&'static str],
}

impl Rule {
    /// An empty entry, the base of those in generated tables.
    pub const DEFAULT: Rule = Rule {
        id: "",
        target: "",
        blamed_member: "",
        kind: Kind::Required,
        expected: "",
        code: "",
        code_overrides: &[],
        evidence: Evidence::Assumed,
        severity: Severity::Error,
        warning_in: &[],
        source: "model",
        pointer: "",
        message: "",
        remedy: "",
        depends_on: &[],
        literals: &[],
    };
}

impl Rule {
    /// How serious it is in the validation of a structure, by the name of the structure: an input, or a part of one.
    pub fn severity_in(&self, structure: &str) -> Severity {
        if self.warning_in.contains(&structure) { Severity::Warning } else { self.severity }
    }
}

/// The rules of a service.
///
/// It is written as a literal that ends in `..Rules::EMPTY`, because a minor release may add fields.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// Several tables, each sorted by id.
    pub tables: &'static [&'static [Rule]],
    /// Error code of violations that no rule gives a code.
    pub general: &'static str,
    /// Error code of constraints of the service's own model, which it checks before all other rules; empty if they have
    /// no code of their own.
    pub of_model: &'static str,
}

impl Rules {
    /// No rules.
    pub const EMPTY: Rules = Rules { tables: &[], general: "", of_model: "" };

    /// All rules.
    pub fn iter(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.tables.iter().copied().flatten()
    }

    /// The rule with that id.
    pub fn find(&self, id: &str) -> Option<&'static Rule> {
        self.tables.iter().find_map(|table| {
            let position = table.binary_search_by(|rule| rule.id.cmp(id)).ok()?;
            table.get(position)
        })
    }

    /// Whether a rule is a constraint of the service's own model.
    pub(crate) fn are_of_model(&self, rule: Option<&Rule>) -> bool {
        !self.of_model.is_empty() && rule.is_some_and(|rule| rule.code == self.of_model)
    }

    /// The rule of a kind about a structure or member.
    pub(crate) fn of_target(&self, target: &str, kind: Kind) -> Option<&'static Rule> {
        self.iter().find(|rule| rule.kind == kind && (rule.target == target || rule.target.is_empty()))
    }
}
