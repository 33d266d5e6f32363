//! Rules for lists and maps.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::at::Problem;
use super::{At, Member};
use crate::place::{Part, Way};

/// Up to so many elements are compared each with each; that takes no allocation.
const FEW: usize = 32;

/// Checks every element of a collection.
#[inline]
fn every<'m, V: 'm>(
    at: At<'m>,
    elements: impl Iterator<Item = (Part<'m>, &'m V)>,
    check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy,
) {
    let collection;
    let (checker, name) = match at.way.part {
        Part::Whole => (at.checker, at.way.name),
        // A collection in a collection has a place of its own.
        _ => {
            collection = at.checker.below(at.way);
            (&collection, "")
        }
    };
    for (part, value) in elements {
        let at = At { checker, way: Way { name, part }, ..at };
        check(Member { at, value: Some(value) });
    }
}

impl<I> Member<'_, Vec<I>> {
    /// Every element must keep the rules that `check` adds to it.
    #[inline]
    pub fn each(self, check: impl Fn(Member<'_, I>) -> Member<'_, I> + Copy) -> Self {
        if let Some(items) = self.value {
            let items = items.iter().enumerate();
            every(self.at, items.map(|(index, item)| (Part::Index(index), item)), check);
        }
        self
    }

    /// No element may be there twice. Each that repeats an earlier one is told.
    pub fn unique(self) -> Self
    where
        I: Ord,
    {
        match self.value.map_or(&[][..], Vec::as_slice) {
            few if few.len() <= FEW => self.unique_among(few),
            many => self.tell_repeats(repeats_among(many.len(), &|one, other| many[one].cmp(&many[other]))),
        }
        self
    }

    /// The same for elements without an order. Takes quadratic time.
    pub fn unique_unordered(self) -> Self
    where
        I: PartialEq,
    {
        self.unique_among(self.value.map_or(&[][..], Vec::as_slice));
        self
    }

    /// Compares each element with those before it.
    fn unique_among(&self, items: &[I])
    where
        I: PartialEq,
    {
        let first = |second: usize| items.iter().take(second).position(|earlier| *earlier == items[second]);
        if (0..items.len()).any(|second| first(second).is_some()) {
            let repeats = (0..items.len()).filter_map(|second| Some((first(second)?, second)));
            self.tell_repeats(repeats.collect());
        }
    }

    #[cold]
    fn tell_repeats(&self, repeats: Vec<(usize, usize)>) {
        for (first, second) in repeats {
            self.at.tell(Problem::Repeated { first, second });
        }
    }
}

/// The places of many elements, of whatever type, that repeat an earlier one, each behind the place of the first of their
/// like, by sorting the places.
fn repeats_among(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = (0..len).collect();
    // Equal elements keep their order.
    places.sort_by(|one, other| compare(*one, *other));
    let alike = places.chunk_by(|one, other| compare(*one, *other).is_eq());
    let repeats = alike.filter_map(<[usize]>::split_first);
    let mut repeats: Vec<_> =
        repeats.flat_map(|(first, others)| others.iter().map(|second| (*first, *second))).collect();
    repeats.sort_by_key(|(_, second)| *second);
    repeats
}

impl<I> Member<'_, Vec<Option<I>>> {
    /// The same for a list with null elements, which are passed over.
    #[inline]
    pub fn each_present(self, check: impl Fn(Member<'_, I>) -> Member<'_, I> + Copy) -> Self {
        if let Some(items) = self.value {
            let items = items.iter().enumerate();
            let present = items.filter_map(|(index, item)| Some((Part::Index(index), item.as_ref()?)));
            every(self.at, present, check);
        }
        self
    }
}

impl<V> Member<'_, BTreeMap<String, V>> {
    /// Every key must keep the rules that `check` adds to it.
    #[inline]
    pub fn each_key(self, check: impl Fn(Member<'_, String>) -> Member<'_, String> + Copy) -> Self {
        if let Some(entries) = self.value {
            let entries = entries.iter();
            every(self.at, entries.map(|(key, _)| (Part::Key(key), key)), check);
        }
        self
    }

    /// Every value must keep the rules that `check` adds to it.
    #[inline]
    pub fn each_value(self, check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy) -> Self {
        if let Some(entries) = self.value {
            let entries = entries.iter();
            every(self.at, entries.map(|(key, value)| (Part::Value(key), value)), check);
        }
        self
    }
}

impl<V> Member<'_, BTreeMap<String, Option<V>>> {
    /// The same for a map with null values, which are passed over.
    #[inline]
    pub fn each_present_value(self, check: impl Fn(Member<'_, V>) -> Member<'_, V> + Copy) -> Self {
        if let Some(entries) = self.value {
            let entries = entries.iter();
            let present = entries.filter_map(|(key, value)| Some((Part::Value(key), value.as_ref()?)));
            every(self.at, present, check);
        }
        self
    }
}
