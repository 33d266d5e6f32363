//! The limits of members, learned from violations: values, lengths, numbers and patterns.

use std::collections::BTreeMap;

use crate::places::Slot;
use crate::schema::Schema;
use shapewright_validation::{Bound, Expected, Kind, Report};

/// The known limits of all members.
#[derive(Default)]
pub(crate) struct Lessons {
    slots: BTreeMap<Slot, Limits>,
}

/// The limits of one member.
#[derive(Clone, Default)]
pub(crate) struct Limits {
    /// The values of an enum.
    pub(crate) values: Vec<String>,
    /// The smallest and the largest number.
    pub(crate) numbers: [Option<f64>; 2],
    /// The smallest and the largest length.
    pub(crate) lengths: [Option<usize>; 2],
    /// Texts must match all of these.
    pub(crate) patterns: Vec<&'static str>,
    /// Whether an invalid value was validated to learn the limits.
    pub(crate) probed: bool,
}

impl Lessons {
    /// Returns the known limits of a member.
    pub(crate) fn limits(&self, slot: Slot) -> Limits {
        self.slots.get(&slot).cloned().unwrap_or_default()
    }

    /// Returns whether no invalid value of the member was validated yet, and marks it as done.
    pub(crate) fn start_probe(&mut self, slot: Slot) -> bool {
        !std::mem::replace(&mut self.slots.entry(slot).or_default().probed, true)
    }

    /// Learns limits from a report.
    pub(crate) fn learn(&mut self, schema: &Schema, report: &Report) {
        for violation in report {
            // The quota of a condition or check is not a limit of the reported member.
            let is_of_members = matches!(violation.kind(), None | Some(Kind::Condition | Kind::Check));
            let is_limit = !(is_of_members && matches!(violation.expected(), Expected::Quota(_)));
            if let Some(place) = schema.place(violation.pointer()).filter(|_| is_limit) {
                self.slots.entry(place.slot).or_default().learn(violation.expected());
            }
        }
    }
}

impl Limits {
    fn learn(&mut self, expected: Expected) {
        match expected {
            Expected::OneOf(values) => self.values = values.iter().map(|value| (*value).to_owned()).collect(),
            Expected::OneOfNumbers(values) => self.values = values.iter().map(ToString::to_string).collect(),
            Expected::Length { min, max, .. } => {
                self.lengths = [min.or(self.lengths[0]), max.or(self.lengths[1])];
            }
            Expected::Quota(max) => {
                let max = usize::try_from(max).unwrap_or(usize::MAX);
                self.lengths[1] = Some(self.lengths[1].map_or(max, |known| known.min(max)));
            }
            Expected::NotEmpty => self.lengths[0] = self.lengths[0].max(Some(1)),
            // Three characters, so that a text is neither `.` nor `..`.
            Expected::Segment => self.lengths[0] = self.lengths[0].max(Some(3)),
            Expected::Range { min, max } => {
                let [min, max] = [min, max].map(|limit| limit.map(Bound::as_f64));
                self.numbers = [min.or(self.numbers[0]), max.or(self.numbers[1])];
            }
            Expected::Pattern(pattern) if !self.patterns.contains(&pattern) => self.patterns.push(pattern),
            _ => {}
        }
    }
}
