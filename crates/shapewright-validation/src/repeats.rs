//! Elements of a list that have the same key.

use std::cmp::Ordering;

/// Lists with at most this many elements are compared pair by pair, which needs no allocation.
const FEW: usize = 32;

/// An element whose key an earlier element has too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repeat {
    /// Position of the first element with the key.
    pub first: usize,
    /// Position of this element.
    pub index: usize,
}

/// The elements whose key an earlier element has too, in the order of the list. Elements without a key are skipped.
///
/// Allocates only if there are repeats or more than 32 elements; sorts where there are more.
#[inline]
pub fn repeats<'i, T, K: Ord>(items: &'i [T], key: impl Fn(&'i T) -> Option<K>) -> Vec<Repeat> {
    if items.len() <= FEW { by_pairs(items, key) } else { by_sorting(items, key) }
}

/// [`repeats`] for at most [`FEW`] elements.
#[inline]
fn by_pairs<'i, T, K: PartialEq>(items: &'i [T], key: impl Fn(&'i T) -> Option<K>) -> Vec<Repeat> {
    let mut found = Vec::new();
    let mut keys = [const { None }; FEW];
    for (index, item) in items.iter().enumerate() {
        let Some(wanted) = key(item) else { continue };
        let (earlier, rest) = keys.split_at_mut(index);
        let same = |key: &Option<K>| key.as_ref() == Some(&wanted);
        if let Some(first) = earlier.iter().position(same) {
            found.push(Repeat { first, index });
        }
        if let Some(slot) = rest.first_mut() {
            *slot = Some(wanted);
        }
    }
    found
}

/// [`repeats`] for keys without an order. Takes quadratic time.
#[inline]
pub(crate) fn unordered_repeats<T: PartialEq>(items: &[T]) -> Vec<Repeat> {
    let repeats = items.iter().enumerate().skip(1).filter_map(|(index, item)| {
        let first = items.iter().take(index).position(|earlier| earlier == item)?;
        Some(Repeat { first, index })
    });
    repeats.collect()
}

/// [`repeats`] for more. Only the keys depend on the type, so that not each type brings code for sorting.
fn by_sorting<'i, T, K: Ord>(items: &'i [T], key: impl Fn(&'i T) -> Option<K>) -> Vec<Repeat> {
    let keys: Vec<Option<K>> = items.iter().map(key).collect();
    let with_keys = keys.iter().enumerate().filter_map(|(index, key)| key.as_ref().map(|_| index));
    let compare = |one: usize, other: usize| keys.get(one).cmp(&keys.get(other));
    equal_keys(with_keys.collect(), &compare)
}

/// [`repeats`] among elements at these positions, whose keys `compare` compares.
fn equal_keys(mut positions: Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<Repeat> {
    positions.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    let mut found = Vec::new();
    for group in positions.chunk_by(|one, other| compare(*one, *other).is_eq()) {
        if let [first, others @ ..] = group {
            found.extend(others.iter().map(|index| Repeat { first: *first, index: *index }));
        }
    }
    found.sort_unstable_by_key(|repeat| repeat.index);
    found
}
