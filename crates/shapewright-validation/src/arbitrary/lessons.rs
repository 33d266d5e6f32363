//! What refused values have taught: the values, lengths, numbers and patterns that members are limited to.

use std::collections::BTreeMap;

use super::places::Slot;
use super::schema::Schema;
use crate::{Kind, Report, Violation};

/// The limits of all members, as far as they are known.
#[derive(Default)]
pub(super) struct Lessons {
    slots: BTreeMap<Slot, Limits>,
}

/// The limits of one member.
#[derive(Clone, Default)]
pub(super) struct Limits {
    /// The values of an enum.
    pub(super) values: Vec<String>,
    /// The smallest and the largest number.
    pub(super) numbers: [Option<f64>; 2],
    /// The smallest and the largest length.
    pub(super) lengths: [Option<usize>; 2],
    /// Texts must match all of these.
    pub(super) patterns: Vec<String>,
    /// Whether a strange value was tried for the sake of its refusal.
    pub(super) asked: bool,
}

impl Lessons {
    /// What is known of a member.
    pub(super) fn limits(&self, slot: Slot) -> Limits {
        self.slots.get(&slot).cloned().unwrap_or_default()
    }

    /// Whether a strange value is still to be tried. It is asked once.
    pub(super) fn ask(&mut self, slot: Slot) -> bool {
        !std::mem::replace(&mut self.slots.entry(slot).or_default().asked, true)
    }

    /// Learns from a report.
    pub(super) fn learn(&mut self, schema: &Schema, report: &Report) {
        for violation in report {
            if let (Some(kind), Some(place)) = (violation.kind(), schema.place(violation.pointer())) {
                self.slots.entry(place.slot).or_default().learn(kind, violation);
            }
        }
    }
}

impl Limits {
    fn learn(&mut self, kind: Kind, violation: &Violation) {
        let allowed = violation.allowed();
        match kind {
            Kind::Enum if self.values.is_empty() => {
                self.values = allowed.split(", ").map(str::to_owned).collect();
            }
            Kind::Length => {
                let [min, max] = span(allowed);
                let length = |limit: Option<f64>| limit.map(|limit| limit as usize);
                self.lengths = [length(min).or(self.lengths[0]), length(max).or(self.lengths[1])];
            }
            Kind::Label => self.lengths[0] = self.lengths[0].max(Some(1)),
            Kind::Range => {
                let [min, max] = span(allowed);
                self.numbers = [min.or(self.numbers[0]), max.or(self.numbers[1])];
            }
            Kind::Pattern => {
                let pattern = allowed.strip_prefix("text that matches ").unwrap_or(allowed);
                if !self.patterns.iter().any(|known| known == pattern) {
                    self.patterns.push(pattern.to_owned());
                }
            }
            _ => {}
        }
    }
}

/// Both limits out of their words: `1 to 128 characters`, `at least 1`, `at most 75`, `exactly 2 elements`.
fn span(words: &str) -> [Option<f64>; 2] {
    let numbers: Vec<f64> = words.split(' ').filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [min, max] => [Some(min), Some(max)],
        [min] if words.starts_with("at least") => [Some(min), None],
        [max] if words.starts_with("at most") => [None, Some(max)],
        [both] => [Some(both), Some(both)],
        _ => [None, None],
    }
}
