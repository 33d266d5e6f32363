//! The words of violations: each is made of what the rule expects and what was found.

use std::fmt::{Display, Write};

use crate::expected::{Bound, Expected, Span, Unit};
use crate::misfit::{self, Misfit};
use crate::nearest;
use crate::said::Said;
use shapewright_pattern::Pattern;
use shapewright_runtime::text::is_xml_char;

/// How many characters of a value a message shows.
const SHOWN: usize = 100;

/// What was found where a rule is broken.
#[derive(Clone, Copy)]
pub(crate) enum Found<'f> {
    /// Nothing to show.
    Nothing,
    /// A string.
    Text(&'f str),
    /// A string that does not match a pattern.
    Mismatch(&'f str, &'static Pattern),
    /// A number.
    Number(Bound),
    /// A length, what it counts, and the value as the service quotes it.
    Length(u64, Unit, Option<&'f str>),
    /// An element that repeats an earlier one; their positions.
    Repeat { first: usize, index: usize },
    /// A count beside a list; `None` if the list is absent.
    Count { quantity: usize, list: &'static str, elements: Option<usize> },
}

/// What a violation says.
#[derive(Default)]
pub(crate) struct Message {
    /// The value; `None` if there is none, or if it is secret.
    pub(crate) actual: Option<String>,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// Whether the help is about this value, and better than what the table says about all.
    pub(crate) is_specific: bool,
    /// What the framework of the service says about it.
    pub(crate) said: Option<Said>,
}

impl Message {
    /// The message about `subject`, a member or a part of one. If it is sensitive, its value is not shown.
    pub(crate) fn new(
        subject: &dyn Display,
        expected: Expected,
        found: Found<'_>,
        is_sensitive: bool,
    ) -> Message {
        let shown = if is_sensitive { None } else { value(found) };
        let named = match (found, &shown) {
            (Found::Text(_) | Found::Mismatch(..), Some(text)) => format!("{subject} {text:?}"),
            (Found::Number(_), Some(number)) => format!("{subject} \"{number}\""),
            _ => subject.to_string(),
        };
        let mut is_specific = false;
        let (message, help) = match (expected, found) {
            (_, Found::Text(text) | Found::Mismatch(text, _) | Found::Length(.., Some(text)))
                if !is_sensitive && misfit::placeholder(text).is_some() =>
            {
                is_specific = true;
                placeholder(subject, text)
            }
            (Expected::Required, _) => (format!("{subject} is missing"), format!("set {subject}")),
            (Expected::Absent, _) => (format!("{subject} is deprecated"), format!("remove {subject}")),
            (Expected::Unchanged, _) => (
                format!("{subject} cannot be changed by an update"),
                format!("keep the current {subject}, or create a new resource"),
            ),
            (Expected::NotEmpty, _) => (
                format!("{subject} is empty, but is part of the request URI"),
                format!("set {subject} to {expected}"),
            ),
            (Expected::Segment, _) => (
                format!("{named} cannot be part of the request URI, where it is a step through the path"),
                format!("set {subject} to {expected}"),
            ),
            (Expected::Length { min, max, .. }, Found::Length(length, unit, _)) => (
                format!("{subject} has {} instead of {}", counted(length, unit), Span([min, max])),
                format!("use {expected}"),
            ),
            (Expected::Range { .. }, _) => (
                match &shown {
                    Some(number) => format!("{subject} is {number} instead of {expected}"),
                    None => format!("{subject} is not {expected}"),
                },
                format!("set {subject} to {expected}"),
            ),
            (Expected::Pattern(_), Found::Mismatch(text, pattern)) if !is_sensitive => {
                let (problem, meant) = mismatch(text, pattern);
                is_specific = meant.is_some();
                let help = meant.unwrap_or_else(|| expected.to_string());
                (format!("{named} does not match its pattern{problem}"), format!("use {help}"))
            }
            (Expected::Pattern(_), _) => {
                (format!("{named} does not match its pattern"), format!("use {expected}"))
            }
            (Expected::OneOf(values), Found::Text(text)) => {
                let meant = nearest(text, values.iter().copied()).filter(|_| !is_sensitive);
                let help = match meant {
                    Some(meant) => format!("did you mean {meant}? Known values are {expected}"),
                    None => format!("use one of {expected}"),
                };
                (format!("{named} is not a known value"), help)
            }
            (Expected::OneOfNumbers(_), _) => {
                (format!("{named} is not a known value"), format!("use one of {expected}"))
            }
            (Expected::XmlCharacters, Found::Text(text)) => (
                match text.chars().find(|c| !is_xml_char(*c)) {
                    Some(found) => {
                        format!("{subject} contains U+{:04X}, which XML cannot carry", u32::from(found))
                    }
                    None => format!("{subject} contains a character that XML cannot carry"),
                },
                "remove control characters, except tabs and line breaks".to_owned(),
            ),
            (Expected::Distinct, Found::Repeat { first, index }) => {
                (format!("{subject}[{index}] repeats {subject}[{first}]"), "remove one of them".to_owned())
            }
            (Expected::Quota(limit), Found::Length(length, unit, _)) => (
                format!("{subject} has {}, more than the quota of {limit}", counted(length, unit)),
                format!("use {expected}, or request a quota increase and configure the raised quota"),
            ),
            (Expected::Count(count), Found::Count { list, .. }) if is_sensitive => (
                format!("{subject} is not the number of elements of {list}"),
                format!("set {subject} to {count}"),
            ),
            (Expected::Count(count), Found::Count { quantity, list, elements }) => {
                wrong_count(subject, count, quantity, list, elements)
            }
            (Expected::OneMember(_), _) => {
                (format!("{subject} has no known member"), format!("set one of {expected}"))
            }
            (Expected::Depth(limit), _) => (
                format!("more than {limit} structures lie inside each other"),
                "nest the value less deeply; the parts inside were not checked".to_owned(),
            ),
            (Expected::Elements(limit), _) => (
                format!("lists and maps have more than {limit} elements"),
                "use fewer elements; those here, and rules that compare elements, were not checked"
                    .to_owned(),
            ),
            // The table of rules has the words.
            _ => (String::new(), String::new()),
        };
        Message { actual: shown, message, help, is_specific, said: Said::of(expected, found, is_sensitive) }
    }
}

/// The message and help about a text that a tool should have replaced.
pub(crate) fn placeholder(subject: &dyn Display, text: &str) -> (String, String) {
    let (shown, found) = (shorten(text), shorten(misfit::placeholder(text).unwrap_or_default()));
    let message = if shown == found {
        format!("{subject} {shown:?} looks like a placeholder that was not replaced")
    } else {
        format!("{subject} {shown:?} contains {found}, which looks like a placeholder that was not replaced")
    };
    (message, format!("put the value there that {found} stands for"))
}

/// What is wrong with a text that does not match a pattern, and what was meant, as far as that can be told.
fn mismatch(text: &str, pattern: &Pattern) -> (String, Option<String>) {
    match misfit::of_pattern(text, pattern) {
        Some(Misfit { problem, meant }) => (format!(": it {problem}"), meant.as_deref().map(shorten)),
        None => (String::new(), None),
    }
}

/// The found value in words, if there is one.
fn value(found: Found<'_>) -> Option<String> {
    match found {
        Found::Text(text) | Found::Mismatch(text, _) => Some(shorten(text)),
        Found::Number(number) => Some(number.to_string()),
        Found::Length(length, unit, _) => Some(counted(length, unit)),
        Found::Count { quantity, .. } => Some(quantity.to_string()),
        Found::Nothing | Found::Repeat { .. } => None,
    }
}

/// `1 character`, `2 characters`
fn counted(length: u64, unit: Unit) -> String {
    format!("{length} {}", unit.word(usize::try_from(length).unwrap_or(usize::MAX)))
}

fn wrong_count(
    subject: &dyn Display,
    count: usize,
    quantity: usize,
    list: &str,
    elements: Option<usize>,
) -> (String, String) {
    let has = match elements {
        Some(count) => format!("has {}", counted(count as u64, Unit::Elements)),
        None => "is absent".to_owned(),
    };
    let mut help = format!("set {subject} to {count}");
    if count == 0 {
        help.push_str(" if there may be none");
    }
    let (verb, which) = if quantity > count { ("add", "missing") } else { ("remove", "extra") };
    // Writing to a string does not fail.
    let _ = match quantity.abs_diff(count) {
        1 => write!(help, ", or {verb} the {which} element"),
        several => write!(help, ", or {verb} the {several} {which} elements"),
    };
    (format!("{subject} is {quantity} but {list} {has}"), help)
}

/// The start of a long string.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
