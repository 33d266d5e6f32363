//! The part of a member that does not depend on its type: its place, its name in messages, and its rules.

use std::fmt;

use crate::message::{Found, Message};
use crate::place::{Part, Way};
use crate::{Checker, Expected, Kind};

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
