//! What a validator checks on a value, and where each check comes from.

use std::fmt;

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// What is checked.
    pub rule: Rule,
    /// Stable name, in kebab case.
    pub id: String,
    /// AWS error codes that the service answers with, each for operations that do not model those before; none stands
    /// for the general one.
    pub codes: Vec<String>,
    /// How much it weighs.
    pub severity: Severity,
    /// What to do where it does not hold, if an overlay says so.
    pub remedy: Option<String>,
    /// Where the check comes from.
    pub origin: Origin,
}

/// Where a constraint comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// Input file whose trait it is.
    pub file: String,
    /// Shape or member that bears the trait.
    pub bearer: String,
    /// What an overlay says of its source.
    pub source: Option<String>,
    /// What an overlay says of its certainty: stated, known, implied.
    pub confidence: Option<String>,
}

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The service refuses the value.
    #[default]
    Error,
    /// The service refuses the value unless a quota was raised.
    Quota,
    /// The value does not do what it seems to do, or may be refused.
    Warning,
    /// The value is no longer recommended.
    Deprecated,
}

impl Severity {
    /// The severity that overlays call by that name.
    pub fn named(name: &str) -> Option<Severity> {
        Some(match name {
            "error" => Severity::Error,
            "quota" => Severity::Quota,
            "warning" => Severity::Warning,
            "deprecated" => Severity::Deprecated,
            _ => return None,
        })
    }
}

/// What is checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// The member is present.
    Required,
    /// A URI label is not empty.
    Label,
    /// Code points of a text, bytes of a blob, elements of a list or map.
    Length {
        /// At least so many.
        min: Option<u64>,
        /// At most so many.
        max: Option<u64>,
    },
    /// Size of a number.
    Range {
        /// At least so large.
        min: Option<Bound>,
        /// At most so large.
        max: Option<Bound>,
    },
    /// The text matches the pattern, named by its text in the model.
    Pattern(String),
    /// The value is one that the enum knows, which are these.
    Known(Vec<String>),
    /// The integer is one of these.
    OneOf(Vec<i64>),
    /// The text is one of these: for enums as keys of maps, which stay texts.
    OneOfTexts(Vec<String>),
    /// No element stands twice in the list.
    UniqueItems {
        /// Whether elements have an order, by which two that are equal are found quickly.
        is_ordered: bool,
    },
    /// At most so many code points, bytes or elements, unless the account's quota was raised.
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
            Rule::Label => "label",
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

/// Bound of a range, of the same kind as the values that it bounds.
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
            Rule::Label => f.write_str("not empty"),
            Rule::Length { min, max } => write_limits(f, "length", min, max),
            Rule::Range { min, max } => write_limits(f, "range", min, max),
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
    min: &Option<T>,
    max: &Option<T>,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "{what} {min} to {max}"),
        (Some(min), None) => write!(f, "{what} at least {min}"),
        (None, Some(max)) => write!(f, "{what} at most {max}"),
        (None, None) => write!(f, "{what} unlimited"),
    }
}
