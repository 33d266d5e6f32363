//! What is known of a rule beside the check itself: generated tables, searched when a rule does not hold.

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The service refuses the value.
    Error,
    /// The service refuses the value unless the account's quota was raised.
    Quota,
    /// The value does not do what it seems to do, or may be refused.
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

/// How a rule is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The member is present.
    Required,
    /// A text that is part of the path is not empty.
    Label,
    /// Length of a text, blob, list or map.
    Length,
    /// Size of a number.
    Range,
    /// A regular expression.
    Pattern,
    /// A value that the enum has.
    Enum,
    /// No element twice.
    UniqueItems,
    /// A count of the elements beside it.
    Quantity,
    /// Exactly one member.
    Union,
    /// A condition in JMESPath.
    Condition,
    /// A check written by hand.
    Check,
    /// The member is deprecated.
    Deprecated,
    /// An update leaves the member as it is.
    Immutable,
}

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Stable name, in kebab case.
    pub id: &'static str,
    /// Structure and member that it is about: `CacheBehavior$MinTTL`.
    pub target: &'static str,
    /// The same of the structure that the blamed member is in, where that is another one: a rule with the target
    /// `CacheBehaviors$Items[]$MinTTL` blames `CacheBehavior$MinTTL`. Empty elsewhere.
    pub blames: &'static str,
    /// How it is checked.
    pub kind: Kind,
    /// What it allows, in words.
    pub limit: &'static str,
    /// Error code with which the service answers.
    pub code: &'static str,
    /// Operations that do not model that code, each with the one that it answers.
    pub instead: &'static [(&'static str, &'static str)],
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is written.
    pub source: &'static str,
    /// For conditions: the place that is to blame, relative to the structure, in the form of a JSON Pointer.
    pub at: &'static str,
    /// For conditions: what is wrong where it does not hold.
    pub message: &'static str,
    /// What to do; empty where that depends on the value.
    pub remedy: &'static str,
    /// For rules over several members: those that are read, from the structure that bears the rule, each as a path with
    /// dots: `Origins.Items.Id`. Of checks written by hand only those whose absence can break the rule.
    pub reads: &'static [&'static str],
}

/// The rules of a service.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// One table a resource, each sorted by id.
    pub tables: &'static [&'static [Rule]],
    /// Error code of what no rule gives a code.
    pub general: &'static str,
}

impl Rules {
    /// The rule of that name.
    pub fn find(&self, id: &str) -> Option<&'static Rule> {
        self.tables.iter().find_map(|table| {
            let position = table.binary_search_by(|rule| rule.id.cmp(id)).ok()?;
            table.get(position)
        })
    }
}

/// Lists rules, each with its id, target, kind, limit, code, severity, source, place, message, remedy, what it reads
/// if it reads several members, and operations that answer another code.
#[macro_export]
macro_rules! rules {
    ($($id:literal $target:literal $kind:ident $limit:literal $code:literal $severity:ident $source:literal
        $at:literal $message:literal $remedy:literal $(in $blames:literal)? $([$($reads:literal),*])?
        $({$($operation:literal => $other:literal),*})?),* $(,)?) => {
        /// The rules of a resource, sorted by id.
        pub(crate) static RULES: &[$crate::Rule] = &[$($crate::Rule {
            id: $id,
            target: $target,
            blames: concat!($($blames)?),
            kind: $crate::Kind::$kind,
            limit: $limit,
            code: $code,
            instead: &[$($(($operation, $other)),*)?],
            severity: $crate::Severity::$severity,
            source: $source,
            at: $at,
            message: $message,
            remedy: $remedy,
            reads: &[$($($reads),*)?],
        }),*];
    };
}
