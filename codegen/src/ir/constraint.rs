//! What a validator checks on a value, and where each check comes from.

use std::fmt;

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// What is checked.
    pub rule: Rule,
    /// AWS error code that the service answers with; none stands for the general one.
    pub code: Option<String>,
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
    /// The value is one that the enum knows.
    Known,
    /// The integer is one of these.
    OneOf(Vec<i64>),
    /// The text is one of these: for enums as keys of maps, which stay texts.
    OneOfTexts(Vec<String>),
    /// No element stands twice in the list.
    UniqueItems,
}

/// Bound of a range, as exact as the model gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// An integer.
    Integer(i64),
    /// A fraction.
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
            Rule::Known => f.write_str("a known value"),
            Rule::OneOf(values) => write!(f, "one of {values:?}"),
            Rule::OneOfTexts(values) => write!(f, "one of {values:?}"),
            Rule::UniqueItems => f.write_str("unique items"),
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
