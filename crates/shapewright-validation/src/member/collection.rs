//! Rules for lists and maps.

use std::collections::BTreeMap;

use shapewright_runtime::Value;

use super::Member;
use super::at::At;
use crate::message::Found;
use crate::place::{Part, Way};
use crate::repeats::{Repeat, repeats, unordered_repeats};
use crate::{Expected, Kind};

/// Checks every element of a collection with `len` elements.
#[inline]
fn every<'m, V: 'm>(
    at: At<'m>,
    len: usize,
    elements: impl Iterator<Item = (Part<'m>, &'m V)>,
    check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy,
) {
    if !at.checker.takes(at.way, len) {
        return;
    }
    let collection;
    let (checker, name) = match at.way.part {
        Part::Whole => (at.checker, at.way.name),
        // A collection in a collection has a place of its own.
        _ => {
            collection = at.checker.collection(at.way);
            (&collection, "")
        }
    };
    for (part, value) in elements {
        let part = part.hidden_if(at.sensitive);
        let at = At { checker, way: Way { name, part }, ..at };
        check(Member { at, value: Some(value) });
    }
}

impl<I> Member<'_, Vec<I>> {
    /// Every element must keep the rules that `check` adds to it.
    #[inline]
    pub fn each(self, check: impl Fn(Member<'_, I>) -> Member<'_, I> + Copy) -> Self {
        if let Some(items) = self.value {
            let (len, items) = (items.len(), items.iter().enumerate());
            every(self.at, len, items.map(|(index, item)| (Part::Index(index), item)), check);
        }
        self
    }

    /// No element may be listed twice. Each element that repeats an earlier one is reported.
    pub fn unique(self) -> Self
    where
        I: Ord,
    {
        if let Some(items) = self.value
            && self.at.checker.has_room(self.at.way, items.len())
        {
            self.report_repeats(repeats(items, Some));
        }
        self
    }

    /// [`Member::unique`] for elements without an order.
    pub fn unique_unordered(self) -> Self
    where
        I: PartialEq + Value,
    {
        if let Some(items) = self.value
            && self.at.checker.has_room(self.at.way, items.len())
        {
            self.report_repeats(unordered_repeats(items));
        }
        self
    }

    fn report_repeats(&self, repeats: Vec<Repeat>) {
        for Repeat { first, index } in repeats {
            self.at.report(Kind::UniqueItems, Expected::Distinct, Found::Repeat { first, index });
        }
    }
}

impl<I> Member<'_, Vec<Option<I>>> {
    /// [`Member::each`] for a list with null elements, which are skipped.
    #[inline]
    pub fn each_present(self, check: impl Fn(Member<'_, I>) -> Member<'_, I> + Copy) -> Self {
        if let Some(items) = self.value {
            let (len, items) = (items.len(), items.iter().enumerate());
            let present = items.filter_map(|(index, item)| Some((Part::Index(index), item.as_ref()?)));
            every(self.at, len, present, check);
        }
        self
    }
}

impl<V> Member<'_, BTreeMap<String, V>> {
    /// Every key must keep the rules that `check` adds to it.
    #[inline]
    pub fn each_key(self, check: impl Fn(Member<'_, String>) -> Member<'_, String> + Copy) -> Self {
        if let Some(entries) = self.value {
            let (len, entries) = (entries.len(), entries.iter());
            every(self.at, len, entries.map(|(key, _)| (Part::Key(key), key)), check);
        }
        self
    }

    /// Every value must keep the rules that `check` adds to it.
    #[inline]
    pub fn each_value(self, check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy) -> Self {
        if let Some(entries) = self.value {
            let (len, entries) = (entries.len(), entries.iter());
            every(self.at, len, entries.map(|(key, value)| (Part::Value(key), value)), check);
        }
        self
    }
}

impl<V> Member<'_, BTreeMap<String, Option<V>>> {
    /// [`Member::each_value`] for a map with null values, which are skipped.
    #[inline]
    pub fn each_present_value(self, check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy) -> Self {
        if let Some(entries) = self.value {
            let (len, entries) = (entries.len(), entries.iter());
            let present = entries.filter_map(|(key, value)| Some((Part::Value(key), value.as_ref()?)));
            every(self.at, len, present, check);
        }
        self
    }
}
