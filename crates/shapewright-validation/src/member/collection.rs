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

    /// No element may be there twice.
    pub fn unique(self) -> Self
    where
        I: Ord,
    {
        if let Some((first, second)) = self.value.and_then(|items| repeated(items)) {
            self.at.tell(Problem::Repeated { first, second });
        }
        self
    }

    /// No element may be there twice, for elements without an order. Takes quadratic time.
    pub fn unique_unordered(self) -> Self
    where
        I: PartialEq,
    {
        if let Some((first, second)) = self.value.and_then(|items| repeated_unordered(items)) {
            self.at.tell(Problem::Repeated { first, second });
        }
        self
    }
}

/// The first element that is there twice, and its second place.
fn repeated<I: Ord>(items: &[I]) -> Option<(usize, usize)> {
    match items.len() {
        ..=FEW => repeated_unordered(items),
        many => repeated_among(many, &|one, other| items[one].cmp(&items[other])),
    }
}

/// The same for many elements, of whatever type, by sorting their places.
fn repeated_among(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<(usize, usize)> {
    let mut places: Vec<usize> = (0..len).collect();
    // Equal elements keep their order.
    places.sort_by(|one, other| compare(*one, *other));
    let neighbours = places.iter().zip(places.iter().skip(1)).map(|(first, second)| (*first, *second));
    neighbours.filter(|(first, second)| compare(*first, *second).is_eq()).min_by_key(|(_, second)| *second)
}

/// The same by comparing each with each.
fn repeated_unordered<I: PartialEq>(items: &[I]) -> Option<(usize, usize)> {
    items.iter().enumerate().find_map(|(second, item)| {
        let first = items.iter().take(second).position(|earlier| earlier == item)?;
        Some((first, second))
    })
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
