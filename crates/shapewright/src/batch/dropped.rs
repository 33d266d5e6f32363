//! Finds violations that only follow from a value of the wrong type or a misspelled name, which is already reported.

use cloudfront::validators::{Kind, RULES, Violation};

use super::problem::Problem;

/// The places of values that could not be read, split into their segments.
pub(crate) struct Dropped<'a>(Vec<Vec<&'a str>>);

impl<'a> Dropped<'a> {
    pub(crate) fn of(problems: &'a [Problem]) -> Self {
        Dropped(problems.iter().filter_map(|problem| problem.lost.as_deref()).map(segments).collect())
    }

    /// Whether a violation only follows from a value that its rule did not see.
    pub(crate) fn explains(&self, violation: &Violation) -> bool {
        let blamed = segments(violation.pointer());
        let reads = RULES.find(violation.rule()).map(|rule| rule.depends_on).unwrap_or_default();
        let counts = violation.kind() == Some(Kind::Quantity);
        self.0.iter().any(|place| {
            // An empty value replaces the element of a list, so that counts stay what they are.
            let is_counted = counts && place.last().is_some_and(|last| is_index(last));
            blamed.starts_with(place) || !is_counted && reads.iter().any(|read| is_read(place, &blamed, read))
        })
    }
}

/// Whether a rule depends on the value at `place`, or on a value inside it. The structure that has the rule contains
/// both places.
fn is_read(place: &[&str], blamed: &[&str], read: &str) -> bool {
    let shared = place.iter().zip(blamed).take_while(|(one, other)| one == other).count();
    let next = |segments: &[&str]| segments.get(shared).is_some_and(|segment| is_index(segment));
    if next(place) && next(blamed) {
        // A rule about one element of a list does not look at the others.
        return false;
    }
    let mut rests = (0..=shared).filter_map(|bearer| place.get(bearer..));
    rests.any(|rest| {
        let begins_with_name = rest.first().is_some_and(|first| !is_index(first));
        let mut names = rest.iter().filter(|segment| !is_index(segment));
        let mut read = read.split('.');
        begins_with_name && names.all(|name| read.next() == Some(name))
    })
}

fn segments(pointer: &str) -> Vec<&str> {
    pointer.split('/').skip(1).collect()
}

fn is_index(segment: &str) -> bool {
    segment.bytes().all(|byte| byte.is_ascii_digit())
}
