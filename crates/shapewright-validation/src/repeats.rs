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
    if items.len() > FEW {
        let keys: Vec<Option<K>> = items.iter().map(key).collect();
        return by_sorting(&keys);
    }
    let mut keys = [const { None }; FEW];
    for (slot, item) in keys.iter_mut().zip(items) {
        *slot = key(item);
    }
    by_pairs(keys.get(..items.len()).unwrap_or_default())
}

/// The repeats among a few keys.
fn by_pairs<K: PartialEq>(keys: &[Option<K>]) -> Vec<Repeat> {
    let mut found = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        if key.is_some()
            && let Some(first) = keys.iter().take(index).position(|earlier| earlier == key)
        {
            found.push(Repeat { first, index });
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

/// The repeats among many keys.
fn by_sorting<K: Ord>(keys: &[Option<K>]) -> Vec<Repeat> {
    let with_keys = keys.iter().enumerate().filter(|(_, key)| key.is_some());
    let compare = |one: usize, other: usize| keys.get(one).cmp(&keys.get(other));
    equal_keys(with_keys.map(|(index, _)| index).collect(), &compare)
}

/// The repeats among the keys at these positions. `compare` hides their type, which would otherwise bring its own sort.
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
