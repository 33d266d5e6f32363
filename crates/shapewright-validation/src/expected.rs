//! What a rule expects, as data, and the words for it.

use std::fmt;

/// What a rule expects of a value. [`fmt::Display`] has the words for it: `1 to 64 characters`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expected {
    /// A value: the member is required.
    Required,
    /// No value: the member is deprecated.
    Absent,
    /// The current value: an update cannot change the member.
    Unchanged,
    /// A string that is not empty.
    NotEmpty,
    /// A segment of a path: a string other than `.` and `..`.
    Segment,
    /// A length. Both limits are inclusive; `None` if there is no limit.
    Length {
        /// The smallest length.
        min: Option<usize>,
        /// The largest length.
        max: Option<usize>,
        /// What the length counts.
        unit: Unit,
    },
    /// A number. Both limits are inclusive; `None` if there is no limit.
    Range {
        /// The smallest number.
        min: Option<Bound>,
        /// The largest number.
        max: Option<Bound>,
    },
    /// A string that matches this pattern, in the syntax of crate `regex`.
    Pattern(&'static str),
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// One of these numbers.
    OneOfNumbers(&'static [i64]),
    /// Only characters that XML allows.
    XmlCharacters,
    /// Elements that differ from each other.
    Distinct,
    /// This number, which is the number of elements in a list.
    Count(usize),
    /// One of these members of a union.
    OneMember(&'static [&'static str]),
    /// At most this, the quota in force.
    Quota(u64),
    /// At most this many structures inside each other.
    Depth(usize),
    /// At most this many elements of lists, keys of maps and values of maps.
    Elements(usize),
    /// What the table of rules says in words: [`Rule::remedy`](crate::Rule::remedy).
    Words(&'static str),
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points of a string.
    Characters,
    /// Bytes of a blob.
    Bytes,
    /// Elements of a list.
    Elements,
    /// Entries of a map.
    Entries,
}

impl Unit {
    /// The word after a number: `character` after 1, else `characters`.
    pub fn word(self, count: usize) -> &'static str {
        let [one, more] = match self {
            Unit::Characters => ["character", "characters"],
            Unit::Bytes => ["byte", "bytes"],
            Unit::Elements => ["element", "elements"],
            Unit::Entries => ["entry", "entries"],
        };
        if count == 1 { one } else { more }
    }
}

/// A limit of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Bound {
    /// Of a whole number.
    Integer(i64),
    /// Of a number with a fraction.
    Decimal(f64),
}

impl Bound {
    /// The limit as a number with a fraction, which may round it.
    pub fn as_f64(self) -> f64 {
        match self {
            Bound::Integer(value) => value as f64,
            Bound::Decimal(value) => value,
        }
    }
}

impl From<i64> for Bound {
    fn from(value: i64) -> Self {
        Bound::Integer(value)
    }
}

impl From<f64> for Bound {
    fn from(value: f64) -> Self {
        Bound::Decimal(value)
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Integer(value) => value.fmt(f),
            // Adding zero turns -0 into 0.
            Bound::Decimal(value) => (value + 0.0).fmt(f),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Required => f.write_str("a value"),
            Expected::Absent => f.write_str("no value"),
            Expected::Unchanged => f.write_str("the current value"),
            Expected::NotEmpty => f.write_str("a string that is not empty"),
            Expected::Segment => f.write_str(r#"a string other than "." and "..""#),
            Expected::Length { min, max, unit } => {
                let word = max.or(*min).map_or("length", |count| unit.word(count));
                write!(f, "{} {word}", Span([*min, *max]))
            }
            Expected::Range { min, max } => Span([*min, *max]).fmt(f),
            Expected::Pattern(pattern) => write!(f, "a string that matches {pattern}"),
            Expected::OneOf(values) | Expected::OneMember(values) => f.write_str(&values.join(", ")),
            Expected::OneOfNumbers(values) => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                f.write_str(&values.join(", "))
            }
            Expected::XmlCharacters => f.write_str("characters that XML allows"),
            Expected::Distinct => f.write_str("elements that differ"),
            Expected::Count(count) => count.fmt(f),
            Expected::Quota(limit) => write!(f, "at most {limit}"),
            Expected::Depth(limit) => write!(f, "at most {limit} structures inside each other"),
            Expected::Elements(limit) => write!(f, "at most {limit} elements"),
            Expected::Words(words) => f.write_str(words),
        }
    }
}

/// Both limits in words: `1 to 64`, `at least 1`, `exactly 1`.
pub(crate) struct Span<T>(pub(crate) [Option<T>; 2]);

impl<T: fmt::Display + PartialEq> fmt::Display for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            [Some(min), Some(max)] if min == max => write!(f, "exactly {min}"),
            [Some(min), Some(max)] => write!(f, "{min} to {max}"),
            [Some(min), None] => write!(f, "at least {min}"),
            [None, Some(max)] => write!(f, "at most {max}"),
            [None, None] => f.write_str("any"),
        }
    }
}
