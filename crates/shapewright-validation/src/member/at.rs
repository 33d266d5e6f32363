//! The part of a member that does not depend on its type: its place, its name in messages, and its rules.

use std::fmt;

use crate::message::{Found, Message};
use crate::place::{Part, Way};
use crate::{Bound, Checker, Expected, Kind, Length, Pattern};

/// Where a member is, and how its violations are reported.
#[derive(Clone, Copy)]
pub(crate) struct At<'m> {
    pub(super) checker: &'m Checker<'m>,
    /// The member, for messages and rules; parts of a collection have the name of the collection.
    pub(super) name: &'static str,
    /// The steps to it from the checker's place.
    pub(super) way: Way<'m>,
    pub(super) sensitive: bool,
}

impl<'m> At<'m> {
    #[inline]
    pub(super) fn new(checker: &'m Checker<'m>, name: &'static str) -> Self {
        At { checker, name, way: Way { name, part: Part::Whole }, sensitive: checker.sensitive }
    }

    /// Reports a broken rule. Each field is passed by itself, so that nothing takes the address of the member, and it
    /// can live in registers.
    #[inline(always)]
    pub(super) fn report(self, kind: Kind, expected: Expected, found: Found<'_>) {
        let At { checker, name, way, sensitive } = self;
        report(checker, name, way.name, way.part, sensitive, kind, expected, found);
    }

    fn add(self, kind: Kind, expected: Expected, found: Found<'_>) {
        if self.checker.is_full() {
            return;
        }
        let rule = self.checker.rule_of(self.target(), kind);
        let message = || Message::new(&self, expected, found, self.sensitive);
        match found {
            // Reported at the element that repeats another.
            Found::Repeat { index, .. } => {
                let way = Way { name: "", part: Part::Index(index) };
                self.checker.below(self.way).add(Some(way), rule, kind, expected, &message);
            }
            _ => self.checker.add(Some(self.way), rule, kind, expected, &message),
        }
    }

    /// The target of its rules: `Aliases$Items[]`.
    fn target(&self) -> String {
        let mut target = format!("{}${}", self.checker.shape, self.name);
        let parts = self.checker.place.for_each_part::<()>(&mut |part| {
            target.push_str(part.in_target());
            Ok(())
        });
        debug_assert!(parts.is_ok(), "nothing above fails");
        target.push_str(self.way.part.in_target());
        target
    }
}

/// Defines methods that report broken rules: those of [`At::report`] that many members need. What is expected and found
/// is made in a function for each, so that the code of a member is one call.
macro_rules! broken {
    ($($kind:ident $method:ident($($argument:ident: $type:ty),*) => $expected:expr, $found:expr;)*) => {
        impl At<'_> {
            $(
                #[inline(always)]
                pub(super) fn $method(self, $($argument: $type),*) {
                    let At { checker, name, way, sensitive } = self;
                    cold::$method(checker, name, way.name, way.part, sensitive, $($argument),*);
                }
            )*
        }

        /// Out of the way of valid values. Each argument is passed by itself: see [`At::report`].
        mod cold {
            use super::*;

            $(
                #[cold]
                #[inline(never)]
                pub(super) fn $method(
                    checker: &Checker<'_>,
                    name: &'static str,
                    step: &'static str,
                    part: Part<'_>,
                    sensitive: bool,
                    $($argument: $type),*
                ) {
                    let at = At { checker, name, way: Way { name: step, part }, sensitive };
                    at.add(Kind::$kind, $expected, $found);
                }
            )*
        }
    };
}

broken! {
    Required missing() => Expected::Required, Found::Nothing;
    Pattern no_match(pattern: &'static Pattern, text: &str) =>
        Expected::Pattern(pattern.as_str()), Found::Mismatch(text, pattern);
    Enum unknown(known: &'static [&'static str], text: &str) => Expected::OneOf(known), Found::Text(text);
    Characters no_xml(text: &str) => Expected::XmlCharacters, Found::Text(text);
    Label empty_label() => Expected::NotEmpty, Found::Text("");
    Label dots(text: &str) => Expected::Segment, Found::Text(text);
}

impl At<'_> {
    /// Reports a number outside its limits.
    #[inline(always)]
    pub(super) fn out_of_range<L: Into<Bound>>(self, number: L, min: Option<L>, max: Option<L>) {
        let At { checker, name, way, sensitive } = self;
        out_of_range(checker, name, way.name, way.part, sensitive, number, min, max);
    }

    /// Reports a length outside its limits.
    #[inline(always)]
    pub(super) fn wrong_length<T: Length>(self, value: &T, limits: (usize, usize)) {
        let At { checker, name, way, sensitive } = self;
        wrong_length(checker, name, way.name, way.part, sensitive, value, limits);
    }
}

/// As the functions in [`cold`], for each type that has a length.
#[cold]
#[inline(never)]
fn wrong_length<T: Length>(
    checker: &Checker<'_>,
    name: &'static str,
    step: &'static str,
    part: Part<'_>,
    sensitive: bool,
    value: &T,
    (min, max): (usize, usize),
) {
    let at = At { checker, name, way: Way { name: step, part }, sensitive };
    let min = Some(min).filter(|min| *min > 0);
    let max = Some(max).filter(|max| *max < usize::MAX);
    let found = Found::Length(value.length() as u64, T::UNIT, value.words());
    at.add(Kind::Length, Expected::Length { min, max, unit: T::UNIT }, found);
}

/// As the functions in [`cold`], for each type of limits.
#[cold]
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "registers, not memory: see `At::report`")]
fn out_of_range<L: Into<Bound>>(
    checker: &Checker<'_>,
    name: &'static str,
    step: &'static str,
    part: Part<'_>,
    sensitive: bool,
    number: L,
    min: Option<L>,
    max: Option<L>,
) {
    let at = At { checker, name, way: Way { name: step, part }, sensitive };
    let expected = Expected::Range { min: min.map(L::into), max: max.map(L::into) };
    at.add(Kind::Range, expected, Found::Number(number.into()));
}

/// [`At::report`], out of the way of valid values.
#[cold]
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "registers, not memory: see `At::report`")]
fn report(
    checker: &Checker<'_>,
    name: &'static str,
    step: &'static str,
    part: Part<'_>,
    sensitive: bool,
    kind: Kind,
    expected: Expected,
    found: Found<'_>,
) {
    At { checker, name, way: Way { name: step, part }, sensitive }.add(kind, expected, found);
}

/// `Items`, `Items[2]`, `Tags["key"]`, `a key of Tags`
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Part::Key(_) | Part::HiddenKey = self.way.part {
            f.write_str("a key of ")?;
        }
        f.write_str(self.name)?;
        self.checker.place.for_each_part(&mut |part| write!(f, "{part}"))?;
        self.way.part.fmt(f)
    }
}
