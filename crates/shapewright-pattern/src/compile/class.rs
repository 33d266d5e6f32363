//! Character classes at compile time.

use std::collections::{BTreeMap, BTreeSet};

/// A character class: sorted ranges that do not touch.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(Vec<(u32, u32)>);

impl Class {
    /// All characters. The surrogates among them never occur in a string.
    pub(super) fn all() -> Class {
        Class(vec![(0, u32::from(char::MAX))])
    }

    /// A class of inclusive ranges.
    pub(super) fn from_ranges(ranges: impl IntoIterator<Item = (char, char)>) -> Class {
        let mut class = Class::default();
        class.extend(ranges.into_iter().map(|(start, end)| (u32::from(start), u32::from(end))));
        class
    }

    /// Adds ranges.
    fn extend(&mut self, ranges: impl IntoIterator<Item = (u32, u32)>) {
        self.0.extend(ranges);
        self.0.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(self.0.len());
        for (start, end) in self.0.drain(..) {
            match merged.last_mut() {
                Some((_, last)) if start <= *last + 1 => *last = end.max(*last),
                _ => merged.push((start, end)),
            }
        }
        self.0 = merged;
    }

    pub(super) fn contains(&self, c: u32) -> bool {
        let after = self.0.partition_point(|(start, _)| *start <= c);
        after.checked_sub(1).and_then(|index| self.0.get(index)).is_some_and(|(_, end)| c <= *end)
    }

    /// The only character of the class, if there is exactly one.
    pub(super) fn single(&self) -> Option<char> {
        match *self.0 {
            [(start, end)] if start == end => char::from_u32(start),
            _ => None,
        }
    }

    /// Whether the class contains every character beyond ASCII.
    pub fn has_all_beyond(&self) -> bool {
        self.0.last().is_some_and(|(start, end)| *start <= 0x80 && *end >= u32::from(char::MAX))
    }

    /// The characters that are not in the class.
    pub fn complement(&self) -> Class {
        let mut from = 0;
        let mut ranges = Vec::with_capacity(self.0.len() + 1);
        for (start, end) in &self.0 {
            ranges.extend((from < *start).then(|| (from, start - 1)));
            from = end + 1;
        }
        ranges.extend((from <= u32::from(char::MAX)).then_some((from, u32::from(char::MAX))));
        Class(ranges)
    }

    /// The ranges within ASCII.
    pub fn ascii(&self) -> impl Iterator<Item = (char, char)> + '_ {
        let within = self.0.iter().filter(|(start, _)| *start < 0x80);
        within.filter_map(|(start, end)| Some((char::from_u32(*start)?, char::from_u32((*end).min(0x7F))?)))
    }

    /// The ranges beyond ASCII. A range between the surrogates has no character and is left out.
    pub fn beyond(&self) -> impl Iterator<Item = (char, char)> + '_ {
        let beyond =
            self.0.iter().filter(|(_, end)| *end >= 0x80).map(|(start, end)| ((*start).max(0x80), *end));
        beyond.filter_map(|(start, end)| Some((from_above(start)?, from_below(end)?)))
    }
}

/// The first character at or after a number.
fn from_above(c: u32) -> Option<char> {
    char::from_u32(c).or_else(|| char::from_u32(0xE000))
}

/// The last character at or before a number.
fn from_below(c: u32) -> Option<char> {
    char::from_u32(c).or_else(|| char::from_u32(0xD7FF))
}

/// Partitions all characters into classes that are either inside or outside of each of `classes`, with the indices of
/// those that contain them.
pub(super) fn alphabet(classes: &[Class]) -> Vec<(Class, Vec<usize>)> {
    let mut cuts: BTreeSet<u32> = [0].into();
    cuts.extend(classes.iter().flat_map(|class| &class.0).flat_map(|(start, end)| [*start, *end + 1]));
    cuts.insert(u32::from(char::MAX) + 1);
    let mut letters: BTreeMap<Vec<usize>, Vec<(u32, u32)>> = BTreeMap::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let with = (0..classes.len()).filter(|index| classes[*index].contains(*start)).collect();
        letters.entry(with).or_default().push((*start, *end - 1));
    }
    letters
        .into_iter()
        .map(|(with, ranges)| {
            let mut class = Class::default();
            class.extend(ranges);
            (class, with)
        })
        .collect()
}

/// The union of classes.
pub(super) fn union<'a>(classes: impl IntoIterator<Item = &'a Class>) -> Class {
    let mut all = Class::default();
    all.extend(classes.into_iter().flat_map(|class| class.0.iter().copied()));
    all
}
