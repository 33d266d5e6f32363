//! What the framework of AWS services says about a value that breaks a constraint of the model.
//!
//! The words are those of CloudFront's answers in public reports:
//!
//! - a missing member, and elements of lists: aws/aws-sdk-ruby#413 (2013),
//! - an enum, and `sSLSupportMethod` for `SSLSupportMethod`: alphagov/paas-cf#753 (2017),
//! - a constraint on the elements of a list: cloud-gov/cf-cdn-service-broker#98 (2017),
//! - a pattern in anchors: commitdev/zero-aws-eks-stack#59 (2020),
//! - a length and a pattern without anchors, both about one value: anomalyco/sst#6874 (2026).

use std::collections::BTreeSet;
use std::fmt;

use crate::expected::{Bound, Expected};
use crate::message::{Found, shorten};
use crate::place::{Part, Place};

/// A broken constraint in the words of the service.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    value: Value,
    constraint: Constraint,
    /// Path to the value, or to the collection that has it as an element; empty until it is known.
    path: String,
    of: Of,
}

/// What the service quotes.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    /// There is no value.
    Null,
    Quoted(String),
    /// The value is sensitive, or it is not known how the service writes it.
    Hidden,
}

/// A constraint.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Constraint {
    NotNull,
    LengthAtMost(usize),
    LengthAtLeast(usize),
    ValueAtMost(Bound),
    ValueAtLeast(Bound),
    Pattern(&'static str),
    Enum(&'static [&'static str]),
    IntEnum(&'static [i64]),
}

/// What of the value at the path the constraint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Whole,
    Element,
    Key,
    Entry,
}

impl Said {
    /// The words without the path; `None` if no answer of the service about such a constraint is known.
    pub(crate) fn of(expected: Expected, found: Found<'_>, is_sensitive: bool) -> Option<Said> {
        let constraint = constraint(expected, found)?;
        let quoted = match found {
            Found::Text(text) | Found::Mismatch(text, _) | Found::Length(.., Some(text)) => {
                Some(shorten(text))
            }
            Found::Number(number) => Some(number.to_string()),
            _ => None,
        };
        let value = match (constraint, quoted) {
            (Constraint::NotNull, _) => Value::Null,
            (_, Some(text)) if !is_sensitive => Value::Quoted(text),
            _ => Value::Hidden,
        };
        Some(Said { value, constraint, path: String::new(), of: Of::Whole })
    }

    pub(crate) fn at(mut self, place: &Place<'_>) -> Said {
        place.write_said(&mut self.path);
        self.of = match place.way.part {
            Part::Whole => Of::Whole,
            Part::Index(_) => Of::Element,
            Part::Key(_) | Part::HiddenKey => Of::Key,
            Part::Value(_) | Part::HiddenValue => Of::Entry,
        };
        self
    }

    /// Several of them as one answer: the sentences of all. What is wrong with the elements of one list is one
    /// sentence.
    pub(crate) fn answer<'s>(all: impl Iterator<Item = &'s Said>) -> String {
        let mut sentences: Vec<Sentence<'s>> = Vec::new();
        for said in all {
            match sentences.last_mut() {
                Some(last) if last.takes(said) => last.parts.push(said),
                _ => sentences.push(Sentence { parts: vec![said] }),
            }
        }
        let plural = if sentences.len() == 1 { "" } else { "s" };
        let words: Vec<String> = sentences.iter().map(ToString::to_string).collect();
        format!("{} validation error{plural} detected: {}", words.len(), words.join("; "))
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sentence { parts: vec![self] }.fmt(f)
    }
}

/// A sentence about one value, or about the elements of one collection.
struct Sentence<'s> {
    /// At least one.
    parts: Vec<&'s Said>,
}

impl Sentence<'_> {
    /// Whether it is about the collection that the other is about. All parts of it are about the same one.
    fn takes(&self, other: &Said) -> bool {
        let is_same = |part: &&Said| part.of == other.of && part.path == other.path;
        other.of != Of::Whole && self.parts.first().is_some_and(is_same)
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.parts.first() else { return Ok(()) };
        let mut constraints: Vec<Constraint> = Vec::new();
        for part in &self.parts {
            if !constraints.contains(&part.constraint) {
                constraints.push(part.constraint);
            }
        }
        f.write_str("Value ")?;
        self.write_value(f, first.of)?;
        write!(f, "at '{}' failed to satisfy constraint: ", first.path)?;
        let kept = match first.of {
            Of::Whole => return first.constraint.fmt(f),
            Of::Element => "Member must satisfy constraint",
            Of::Key => "Map keys must satisfy constraint",
            Of::Entry => "Map value must satisfy constraint",
        };
        write!(f, "{kept}: [{}]", Joined(&constraints))
    }
}

impl Sentence<'_> {
    fn write_value(&self, f: &mut fmt::Formatter<'_>, of: Of) -> fmt::Result {
        let mut quoted: Vec<&str> = Vec::new();
        let mut seen = BTreeSet::new();
        for part in &self.parts {
            match &part.value {
                Value::Null => return f.write_str("null "),
                Value::Hidden => return Ok(()),
                Value::Quoted(text) if seen.insert(text) => quoted.push(text),
                Value::Quoted(_) => {}
            }
        }
        match of {
            Of::Whole => write!(f, "'{}' ", quoted.concat()),
            // Only the elements that break the constraint: the service quotes the others as well.
            Of::Element => write!(f, "'[{}]' ", Joined(&quoted)),
            Of::Key | Of::Entry => Ok(()),
        }
    }
}

fn constraint(expected: Expected, found: Found<'_>) -> Option<Constraint> {
    Some(match (expected, found) {
        (Expected::Required, _) => Constraint::NotNull,
        (Expected::Length { max: Some(max), .. }, Found::Length(length, ..)) if length > max as u64 => {
            Constraint::LengthAtMost(max)
        }
        (Expected::Length { min: Some(min), .. }, _) => Constraint::LengthAtLeast(min),
        (Expected::Range { max: Some(max), .. }, Found::Number(number)) if is_above(number, max) => {
            Constraint::ValueAtMost(max)
        }
        (Expected::Range { min: Some(min), .. }, _) => Constraint::ValueAtLeast(min),
        (Expected::Pattern(pattern), _) => Constraint::Pattern(pattern),
        (Expected::OneOf(values), _) => Constraint::Enum(values),
        (Expected::OneOfNumbers(values), _) => Constraint::IntEnum(values),
        _ => return None,
    })
}

fn is_above(number: Bound, max: Bound) -> bool {
    match (number, max) {
        (Bound::Integer(number), Bound::Integer(max)) => number > max,
        _ => number.as_f64() > max.as_f64(),
    }
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Member must ")?;
        match self {
            Constraint::NotNull => f.write_str("not be null"),
            Constraint::LengthAtMost(max) => write!(f, "have length less than or equal to {max}"),
            Constraint::LengthAtLeast(min) => write!(f, "have length greater than or equal to {min}"),
            Constraint::ValueAtMost(max) => write!(f, "have value less than or equal to {max}"),
            Constraint::ValueAtLeast(min) => write!(f, "have value greater than or equal to {min}"),
            Constraint::Pattern(pattern) => {
                write!(f, "satisfy regular expression pattern: {}", without_anchors(pattern))
            }
            Constraint::Enum(values) => write!(f, "satisfy enum value set: [{}]", Joined(values)),
            Constraint::IntEnum(values) => write!(f, "satisfy enum value set: [{}]", Joined(values)),
        }
    }
}

/// The pattern as the service shows it. Published models have anchors around the patterns of the service; those that
/// have them in the service too have a group inside.
fn without_anchors(pattern: &str) -> &str {
    let inside = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$'));
    let is_group = |inside: &str| inside.starts_with('(') && inside.ends_with(')');
    inside.filter(|inside| !is_group(inside)).unwrap_or(pattern)
}

/// Values with commas between them.
struct Joined<'v, T>(&'v [T]);

impl<T: fmt::Display> fmt::Display for Joined<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{value}")?;
        }
        Ok(())
    }
}
