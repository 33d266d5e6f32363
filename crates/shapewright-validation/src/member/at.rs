//! The part of a member that does not depend on its type, and the texts of violations.

use std::fmt;

use crate::place::{Part, Way};
use crate::{Checker, Finding, kebab, nearest};

/// How many characters of a value a text shows.
const SHOWN: usize = 100;

/// Where a member is, and how its violations are told.
#[derive(Clone, Copy)]
pub(crate) struct At<'m> {
    pub(crate) checker: &'m Checker<'m>,
    /// The member, for texts and ids of rules; elements have the name of their list.
    pub(crate) name: &'static str,
    /// The way to it from where the checker stands.
    pub(crate) way: Way<'m>,
    pub(crate) sensitive: bool,
}

/// What is wrong with a member.
pub(super) enum Problem<'p> {
    Missing,
    Deprecated,
    Changed,
    EmptyLabel,
    OverQuota { rule: &'p str, actual: u64, limit: u64, unit: [&'p str; 2] },
    WrongLength { actual: usize, min: usize, max: usize, unit: [&'p str; 2] },
    OutOfRange { actual: &'p dyn fmt::Display, allowed: String },
    NoMatch { actual: &'p str, pattern: &'p str },
    Unknown { actual: &'p str, known: &'p [&'p str] },
    Repeated { first: usize, second: usize },
    WrongCount { quantity: usize, name: &'p str, items: Option<usize> },
}

impl<'m> At<'m> {
    #[inline]
    pub(crate) fn new(checker: &'m Checker<'m>, name: &'static str) -> Self {
        At { checker, name, way: Way { name, part: Part::Whole }, sensitive: false }
    }

    /// Tells a violation. Each field is handed over by itself, so that nobody takes the address of the member, and it
    /// can live in registers.
    #[inline(always)]
    pub(super) fn tell(self, problem: Problem<'_>) {
        let At { checker, name, way, sensitive } = self;
        tell(checker, name, way.name, way.part, sensitive, problem);
    }

    fn describe(self, problem: Problem<'_>) {
        match problem {
            Problem::Missing => self.missing(),
            Problem::Deprecated => self.deprecated(),
            Problem::Changed => self.changed(),
            Problem::EmptyLabel => self.empty_label(),
            Problem::OverQuota { rule, actual, limit, unit } => self.over_quota(rule, actual, limit, unit),
            Problem::WrongLength { actual, min, max, unit } => self.wrong_length(actual, min, max, unit),
            Problem::OutOfRange { actual, allowed } => self.out_of_range(actual, allowed),
            Problem::NoMatch { actual, pattern } => self.no_match(actual, pattern),
            Problem::Unknown { actual, known } => self.unknown(actual, known),
            Problem::Repeated { first, second } => self.repeated(first, second),
            Problem::WrongCount { quantity, name, items } => self.wrong_count(quantity, name, items),
        }
    }

    /// Adds a violation; the rule is named after shape, member and kind.
    fn add(&self, kind: &str, text: Text) {
        let part = match self.way.part {
            Part::Whole => "",
            Part::Index(_) => "-item",
            Part::Key(_) => "-key",
            Part::Value(_) => "-value",
        };
        let rule = format!("{}-{}{part}-{kind}", kebab(self.checker.shape()), kebab(self.name));
        self.add_named(rule, text);
    }

    /// Adds a violation of the rule with that name.
    pub(super) fn add_named(&self, rule: String, text: Text) {
        let Text { actual, allowed, message, help } = text;
        let actual = actual.filter(|_| !self.sensitive);
        let finding = Finding { rule, is_condition: false, actual, allowed, message, help };
        self.checker.below(self.way).add(finding);
    }

    fn missing(self) {
        let text = Text {
            actual: None,
            allowed: "any value".to_owned(),
            message: format!("{self} is missing"),
            help: format!("set {self}"),
        };
        self.add("required", text);
    }

    fn deprecated(self) {
        let text = Text {
            actual: None,
            allowed: "no value".to_owned(),
            message: format!("{self} is deprecated"),
            help: format!("remove {self}"),
        };
        self.add("deprecated", text);
    }

    fn changed(self) {
        let text = Text {
            actual: None,
            allowed: "the present value".to_owned(),
            message: format!("{self} is not what it is at present"),
            help: format!("leave {self} as it is, or create a new resource"),
        };
        self.add("immutable", text);
    }

    fn over_quota(self, rule: &str, actual: u64, limit: u64, unit: [&str; 2]) {
        let unit = unit[usize::from(actual != 1)];
        let text = Text {
            actual: Some(format!("{actual} {unit}")),
            allowed: format!("at most {limit}"),
            message: format!("{self} has {actual} {unit}, more than the quota of {limit}"),
            help: format!(
                "use at most {limit}, or have the quota raised and give the new one to the validation policy"
            ),
        };
        self.add_named(rule.to_owned(), text);
    }

    fn wrong_length(self, actual: usize, min: usize, max: usize, unit: [&str; 2]) {
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

    fn out_of_range(self, actual: &dyn fmt::Display, allowed: String) {
        let message = match self.sensitive {
            true => format!("{self} is not {allowed}"),
            false => format!("{self} is {actual} instead of {allowed}"),
        };
        let help = format!("set {self} to {allowed}");
        self.add("range", Text { actual: Some(actual.to_string()), allowed, message, help });
    }

    fn no_match(self, actual: &str, pattern: &str) {
        let text = Text {
            actual: Some(shorten(actual)),
            allowed: format!("text that matches {pattern}"),
            message: format!("{} does not match its pattern", self.with_value(actual)),
            help: format!("use text that matches {pattern}"),
        };
        self.add("pattern", text);
    }

    fn unknown(self, actual: &str, known: &[&str]) {
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

    fn empty_label(self) {
        let text = Text {
            actual: Some(String::new()),
            allowed: "text that is not empty".to_owned(),
            message: format!("{self} is empty, but is part of the address"),
            help: format!("set {self} to text that is not empty"),
        };
        self.add("label", text);
    }

    /// Told at the element.
    fn repeated(self, first: usize, second: usize) {
        let text = Text {
            actual: None,
            allowed: "elements that differ".to_owned(),
            message: format!("{self}[{second}] repeats {self}[{first}]"),
            help: "remove one of them".to_owned(),
        };
        let rule = format!("{}-{}-unique-items", kebab(self.checker.shape()), kebab(self.name));
        let list = self.checker.below(self.way);
        let way = Way { name: "", part: Part::Index(second) };
        At { checker: &list, way, ..self }.add_named(rule, text);
    }

    /// The member and its value, unless that is sensitive.
    fn with_value(&self, value: &str) -> String {
        if self.sensitive { self.to_string() } else { format!("{self} {:?}", shorten(value)) }
    }
}

/// [`At::tell`], out of the way.
#[cold]
#[inline(never)]
fn tell(
    checker: &Checker<'_>,
    name: &'static str,
    step: &'static str,
    part: Part<'_>,
    sensitive: bool,
    problem: Problem<'_>,
) {
    At { checker, name, way: Way { name: step, part }, sensitive }.describe(problem);
}

/// What a violation says.
pub(super) struct Text {
    pub(super) actual: Option<String>,
    pub(super) allowed: String,
    pub(super) message: String,
    pub(super) help: String,
}

/// `Items`, `Items[2]`, `Tags["key"]`
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name;
        match self.way.part {
            Part::Whole => f.write_str(name),
            Part::Index(index) => write!(f, "{name}[{index}]"),
            Part::Key(_) => write!(f, "a key of {name}"),
            Part::Value(key) => write!(f, "{name}[{:?}]", shorten(key)),
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
