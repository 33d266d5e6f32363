//! What refused values have taught: the values, lengths, numbers and patterns that members are limited to.

use std::collections::BTreeMap;

use crate::places::Slot;
use crate::schema::Schema;
use shapewright_validation::{Bound, Expected, Kind, Report};

/// The limits of all members, as far as they are known.
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
    /// Whether a strange value was tried for the sake of its refusal.
    pub(crate) asked: bool,
}

impl Lessons {
    /// What is known of a member.
    pub(crate) fn limits(&self, slot: Slot) -> Limits {
        self.slots.get(&slot).cloned().unwrap_or_default()
    }

    /// Whether a strange value is still to be tried. It is asked once.
    pub(crate) fn ask(&mut self, slot: Slot) -> bool {
        !std::mem::replace(&mut self.slots.entry(slot).or_default().asked, true)
    }

    /// Learns from a report.
    pub(crate) fn learn(&mut self, schema: &Schema, report: &Report) {
        for violation in report {
            // The quota of a rule over several members is none of the member that it blames.
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
            // A text of three characters is neither `.` nor `..`.
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
