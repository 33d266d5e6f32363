//! The part of a member that does not depend on its type, and the texts of violations.

use std::fmt;

use crate::path::{Path, Segment};
use crate::{Checker, Finding, kebab, nearest};

/// How many characters of a value a text shows.
const SHOWN: usize = 100;

/// Where a member is, and how its violations are told.
pub(crate) struct At<'m, 'a> {
    pub(crate) checker: &'m mut Checker<'a>,
    pub(crate) name: &'static str,
    pub(crate) segment: Segment<'m>,
    pub(crate) sensitive: bool,
}

impl<'m, 'a> At<'m, 'a> {
    #[inline]
    pub(crate) fn new(checker: &'m mut Checker<'a>, name: &'static str, segment: Segment<'m>) -> Self {
        At { checker, name, segment, sensitive: false }
    }

    /// The place of the member.
    #[inline]
    pub(crate) fn path(&self) -> Path<'m> {
        Path { parent: self.checker.path(), segment: self.segment }
    }

    /// A copy for a violation. The cold functions take it by value, so that the member itself, whose address
    /// nobody takes, can live in registers.
    #[inline]
    pub(super) fn tell(&mut self) -> At<'_, 'a> {
        let At { name, segment, sensitive, .. } = *self;
        At { checker: &mut *self.checker, name, segment, sensitive }
    }

    /// Adds a violation; the rule is named after shape, member and kind.
    fn add(&mut self, kind: &str, text: Text) {
        let part = match self.segment {
            Segment::Member(_) => "",
            Segment::Index(_) => "-item",
            Segment::Key(_) => "-key",
            Segment::Value(_) => "-value",
        };
        let rule = format!("{}-{}{part}-{kind}", kebab(self.checker.shape()), kebab(self.name));
        self.add_named(rule, text);
    }

    /// Adds a violation of the rule with that name.
    pub(super) fn add_named(&mut self, rule: String, text: Text) {
        let Text { actual, allowed, message, help } = text;
        let actual = actual.filter(|_| !self.sensitive);
        self.checker.add(self.segment, Finding { rule, is_condition: false, actual, allowed, message, help });
    }

    #[cold]
    pub(super) fn missing(mut self) {
        let text = Text {
            actual: None,
            allowed: "any value".to_owned(),
            message: format!("{self} is missing"),
            help: format!("set {self}"),
        };
        self.add("required", text);
    }

    #[cold]
    pub(super) fn deprecated(mut self) {
        let text = Text {
            actual: None,
            allowed: "no value".to_owned(),
            message: format!("{self} is deprecated"),
            help: format!("remove {self}"),
        };
        self.add("deprecated", text);
    }

    #[cold]
    pub(super) fn changed(mut self) {
        let text = Text {
            actual: None,
            allowed: "the present value".to_owned(),
            message: format!("{self} is not what it is at present"),
            help: format!("leave {self} as it is, or create a new resource"),
        };
        self.add("immutable", text);
    }

    #[cold]
    pub(super) fn over_quota(mut self, rule: &str, actual: u64, limit: u64, unit: [&str; 2]) {
        let unit = unit[usize::from(actual != 1)];
        let text = Text {
            actual: Some(format!("{actual} {unit}")),
            allowed: format!("at most {limit}"),
            message: format!("{self} has {actual} {unit}, more than the quota of {limit}"),
            help: format!("use at most {limit}, or have the quota raised and say so in the policy"),
        };
        self.add_named(rule.to_owned(), text);
    }

    #[cold]
    pub(super) fn wrong_length(mut self, actual: usize, min: usize, max: usize, unit: [&str; 2]) {
        let limits = [Some(min).filter(|min| *min > 0), Some(max).filter(|max| *max < usize::MAX)];
        let unit_of = |count: Option<usize>| unit[usize::from(count != Some(1))];
        let allowed = span(limits);
        let allowed_unit = unit_of(limits[1].or(limits[0]));
        let text = Text {
            actual: Some(format!("{actual} {}", unit_of(Some(actual)))),
            message: format!("{self} has {actual} {} instead of {allowed}", unit_of(Some(actual))),
            help: format!("use {allowed} {allowed_unit}"),
            allowed: format!("{allowed} {allowed_unit}"),
        };
        self.add("length", text);
    }

    #[cold]
    pub(super) fn out_of_range(mut self, actual: &dyn fmt::Display, allowed: String) {
        let message = match self.sensitive {
            true => format!("{self} is not {allowed}"),
            false => format!("{self} is {actual} instead of {allowed}"),
        };
        let help = format!("set {self} to {allowed}");
        self.add("range", Text { actual: Some(actual.to_string()), allowed, message, help });
    }

    #[cold]
    pub(super) fn no_match(mut self, actual: &str, pattern: &str) {
        let text = Text {
            actual: Some(shorten(actual)),
            allowed: format!("text that matches {pattern}"),
            message: format!("{} does not match its pattern", self.with_value(actual)),
            help: format!("use text that matches {pattern}"),
        };
        self.add("pattern", text);
    }

    #[cold]
    pub(super) fn unknown(mut self, actual: &str, known: &[&str]) {
        let allowed = known.join(", ");
        let meant = nearest(actual, known.iter().copied()).filter(|_| !self.sensitive);
        let text = Text {
            actual: Some(shorten(actual)),
            message: format!("{} is not a known value", self.with_value(actual)),
            help: match meant {
                Some(meant) => format!("did you mean {meant}? Known are {allowed}"),
                None => format!("use one of {allowed}"),
            },
            allowed,
        };
        self.add("enum", text);
    }

    #[cold]
    pub(super) fn empty_label(mut self) {
        let text = Text {
            actual: Some(String::new()),
            allowed: "text that is not empty".to_owned(),
            message: format!("{self} is empty, but is part of the address"),
            help: format!("set {self} to text that is not empty"),
        };
        self.add("label", text);
    }

    /// Told at the element.
    #[cold]
    pub(super) fn repeated(self, first: usize, second: usize) {
        let name = self.name;
        let text = Text {
            actual: None,
            allowed: "elements that differ".to_owned(),
            message: format!("{self}[{second}] repeats {self}[{first}]"),
            help: "remove one of them".to_owned(),
        };
        let path = self.path();
        let mut inner = self.checker.below(&path);
        let rule = format!("{}-{}-unique-items", kebab(inner.shape()), kebab(name));
        let Text { actual, allowed, message, help } = text;
        inner.add(
            Segment::Index(second),
            Finding { rule, is_condition: false, actual, allowed, message, help },
        );
    }

    /// The member and its value, unless that is sensitive.
    fn with_value(&self, value: &str) -> String {
        if self.sensitive { self.to_string() } else { format!("{self} {:?}", shorten(value)) }
    }
}

/// What a violation says.
pub(super) struct Text {
    pub(super) actual: Option<String>,
    pub(super) allowed: String,
    pub(super) message: String,
    pub(super) help: String,
}

/// `Items`, `Items[2]`, `Tags["key"]`
impl fmt::Display for At<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name;
        match self.segment {
            Segment::Member(_) => f.write_str(name),
            Segment::Index(index) => write!(f, "{name}[{index}]"),
            Segment::Key(_) => write!(f, "a key of {name}"),
            Segment::Value(key) => write!(f, "{name}[{:?}]", shorten(key)),
        }
    }
}

/// Both limits in words.
pub(super) fn span<T: fmt::Display + PartialEq>(limits: [Option<T>; 2]) -> String {
    match limits {
        [Some(min), Some(max)] if min == max => format!("exactly {min}"),
        [Some(min), Some(max)] => format!("{min} to {max}"),
        [Some(min), None] => format!("at least {min}"),
        [None, Some(max)] => format!("at most {max}"),
        [None, None] => "any number".to_owned(),
    }
}

/// The beginning of a long text.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
