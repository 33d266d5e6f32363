//! Constraints on values, and where each comes from.

use std::fmt;

/// A constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// What is checked.
    pub rule: Rule,
    /// Stable name, in kebab case.
    pub id: String,
    /// AWS error codes; each operation returns the first one that it models. Empty for the general code.
    pub codes: Vec<String>,
    /// Severity of the rule.
    pub severity: Severity,
    /// What to do if it is broken, if an overlay says so.
    pub remedy: Option<String>,
    /// Where the check comes from.
    pub origin: Origin,
}

/// Where a constraint comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// Input file that applies the trait.
    pub file: String,
    /// Shape or member that has the trait.
    pub bearer: String,
    /// Source, from an overlay.
    pub source: Option<String>,
    /// Confidence, from an overlay: stated, known or implied.
    pub confidence: Option<String>,
    /// Public reports in which the service answers with the code, from an overlay.
    pub observed: Option<String>,
}

/// Severity of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The service rejects the value.
    #[default]
    Error,
    /// The service rejects the value unless a quota was raised.
    Quota,
    /// The value does not do what it seems to do, or may be rejected.
    Warning,
    /// The value is no longer recommended.
    Deprecated,
}

impl Severity {
    /// Parses the name of a severity in an overlay.
    pub fn named(name: &str) -> Option<Severity> {
        Some(match name {
            "error" => Severity::Error,
            "quota" => Severity::Quota,
            "warning" => Severity::Warning,
            "deprecated" => Severity::Deprecated,
            _ => return None,
        })
    }

    /// Whether a value that breaks the rule is invalid.
    pub fn is_invalid(self) -> bool {
        matches!(self, Severity::Error | Severity::Quota)
    }
}

/// What is checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// The member is present.
    Required,
    /// A URI label can be part of a path.
    Label {
        /// Whether an empty text is refused; false where a minimum length refuses it.
        empty: bool,
        /// Whether `.` and `..` are refused; false where the label takes several segments of the path.
        dots: bool,
    },
    /// Number of code points of a string, bytes of a blob, or elements of a list or map.
    Length {
        /// Minimum, inclusive.
        min: Option<u64>,
        /// Maximum, inclusive.
        max: Option<u64>,
    },
    /// Size of a number.
    Range {
        /// Minimum, inclusive.
        min: Option<Bound>,
        /// Maximum, inclusive.
        max: Option<Bound>,
    },
    /// The string matches the pattern, given as the expression in the model.
    Pattern(String),
    /// The value is one of these values of the enum.
    Known(Vec<String>),
    /// The integer is one of these.
    OneOf(Vec<i64>),
    /// The string is one of these: for enums as keys of maps, which are plain strings.
    OneOfTexts(Vec<String>),
    /// No element occurs twice in the list.
    UniqueItems {
        /// Whether elements can be sorted, to find equal ones quickly.
        is_ordered: bool,
    },
    /// Maximum number of code points, bytes or elements, unless the account's quota was raised.
    Quota(u64),
    /// The member should be absent.
    Deprecated,
    /// An update must not change the member.
    Immutable,
}

impl Rule {
    /// The last part of a rule's id.
    pub fn suffix(&self) -> &'static str {
        match self {
            Rule::Required => "required",
            Rule::Label { .. } => "label",
            Rule::Length { .. } => "length",
            Rule::Range { .. } => "range",
            Rule::Pattern(_) => "pattern",
            Rule::Known(_) | Rule::OneOf(_) | Rule::OneOfTexts(_) => "enum",
            Rule::UniqueItems { .. } => "unique-items",
            Rule::Quota(_) => "quota",
            Rule::Deprecated => "deprecated",
            Rule::Immutable => "immutable",
        }
    }
}

/// Bound of a range, of the same kind as the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// For bytes, shorts, integers and longs.
    Integer(i64),
    /// For floats and doubles.
    Decimal(f64),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Integer(value) => value.fmt(f),
            Bound::Decimal(value) => value.fmt(f),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Required => f.write_str("required"),
            Rule::Label { dots: false, .. } => f.write_str("not empty"),
            Rule::Label { empty: false, dots: true } => f.write_str("not `.` or `..`"),
            Rule::Label { empty: true, dots: true } => f.write_str("not empty, `.` or `..`"),
            Rule::Length { min, max } => write_limits(f, "length", min.as_ref(), max.as_ref()),
            Rule::Range { min, max } => write_limits(f, "range", min.as_ref(), max.as_ref()),
            Rule::Pattern(text) => write!(f, "pattern {text}"),
            Rule::Known(values) => {
                let words = values.iter().map(|value| if value.is_empty() { "\"\"" } else { value.as_str() });
                write!(f, "one of {}", words.collect::<Vec<_>>().join(", "))
            }
            Rule::OneOf(values) => write!(f, "one of {values:?}"),
            Rule::OneOfTexts(values) => write!(f, "one of {values:?}"),
            Rule::UniqueItems { .. } => f.write_str("unique items"),
            Rule::Quota(max) => write!(f, "quota of {max}"),
            Rule::Deprecated => f.write_str("deprecated"),
            Rule::Immutable => f.write_str("unchanged by updates"),
        }
    }
}

fn write_limits<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    min: Option<&T>,
    max: Option<&T>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "{what} {min} to {max}"),
        (Some(min), None) => write!(f, "{what} at least {min}"),
        (None, Some(max)) => write!(f, "{what} at most {max}"),
        (None, None) => write!(f, "{what} unlimited"),
    }
}
