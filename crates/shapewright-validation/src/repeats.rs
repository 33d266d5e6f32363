//! Elements of a list that have the same key.

use std::cmp::Ordering;
use std::hash::RandomState;

use shapewright_runtime::Value;

use crate::fingerprint::fingerprint;

/// Lists with at most this many elements are compared pair by pair, which needs no allocation.
pub(crate) const FEW: usize = 32;

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
    if items.len() < 2 {
        return Vec::new();
    }
    of_keys(items.len(), &|index| items.get(index).and_then(&key))
}

/// [`repeats`] for each type of key. `key` hides the type of the elements, which would otherwise bring their own code.
fn of_keys<K: Ord>(len: usize, key: &dyn Fn(usize) -> Option<K>) -> Vec<Repeat> {
    if len > FEW {
        let keys: Vec<Option<K>> = (0..len).map(key).collect();
        let compare = |one: usize, other: usize| keys.get(one).cmp(&keys.get(other));
        return equal_keys(len, &|index| keys.get(index).is_some_and(Option::is_some), &compare);
    }
    let mut keys = [const { None }; FEW];
    let mut found = Vec::new();
    for index in 0..len {
        let Some(key) = key(index) else { continue };
        let (earlier, rest) = keys.split_at_mut(index);
        if let Some(first) = earlier.iter().position(|earlier| earlier.as_ref() == Some(&key)) {
            found.push(Repeat { first, index });
        }
        if let Some(slot) = rest.first_mut() {
            *slot = Some(key);
        }
    }
    found
}

/// [`repeats`] of the elements themselves, which have no order: those of long lists are compared by a hash first.
pub(crate) fn unordered_repeats<T: PartialEq + Value>(items: &[T]) -> Vec<Repeat> {
    let are_equal = |one: usize, other: usize| items.get(one) == items.get(other);
    if items.len() <= FEW {
        return by_pairs(items.len(), &are_equal);
    }
    let key = RandomState::new();
    of_hashes(items.len(), &|index| items.get(index).map_or(0, |item| fingerprint(item, &key)), &are_equal)
}

/// The repeats among a few elements.
fn by_pairs(len: usize, are_equal: &dyn Fn(usize, usize) -> bool) -> Vec<Repeat> {
    let first = |index: usize| (0..index).find(|earlier| are_equal(*earlier, index));
    (0..len).filter_map(|index| Some(Repeat { first: first(index)?, index })).collect()
}

/// The repeats among many elements. Equal elements have the same hash.
fn of_hashes(
    len: usize,
    hash: &dyn Fn(usize) -> u64,
    are_equal: &dyn Fn(usize, usize) -> bool,
) -> Vec<Repeat> {
    let mut hashes: Vec<(u64, usize)> = (0..len).map(|index| (hash(index), index)).collect();
    hashes.sort_unstable();
    let mut found = Vec::new();
    for group in hashes.chunk_by(|(one, _), (other, _)| one == other) {
        of_one_hash(group, are_equal, &mut found);
    }
    found.sort_unstable_by_key(|repeat| repeat.index);
    found
}

/// Adds the repeats among elements with the same hash. Almost all are equal to the first.
fn of_one_hash(group: &[(u64, usize)], are_equal: &dyn Fn(usize, usize) -> bool, found: &mut Vec<Repeat>) {
    let mut different = Vec::new();
    // What contains a NaN is not equal to itself.
    for index in group.iter().map(|(_, index)| *index).filter(|index| are_equal(*index, *index)) {
        match different.iter().find(|earlier| are_equal(**earlier, index)) {
            Some(first) => found.push(Repeat { first: *first, index }),
            None => different.push(index),
        }
    }
}

/// The repeats among many keys. The functions hide the type of the keys, which would otherwise bring its own sort.
fn equal_keys(
    len: usize,
    has_key: &dyn Fn(usize) -> bool,
    compare: &dyn Fn(usize, usize) -> Ordering,
) -> Vec<Repeat> {
    let positions = sorted((0..len).filter(|index| has_key(*index)).collect(), compare);
    let mut found = Vec::new();
    for group in positions.chunk_by(|one, other| compare(*one, *other).is_eq()) {
        if let [first, others @ ..] = group {
            found.extend(others.iter().map(|index| Repeat { first: *first, index: *index }));
        }
    }
    found.sort_unstable_by_key(|repeat| repeat.index);
    found
}

/// Sorts positions by what is there: `compare` compares the elements at two positions. Those of equal elements are in
/// ascending order.
///
/// The sort is compiled once, here. For a check of a few long lists, that is worth the indirect calls.
///
/// ```
/// let words = ["b", "a", "b"];
/// let positions = shapewright_validation::sorted(vec![0, 1, 2], &|one, other| words[one].cmp(words[other]));
/// assert_eq!(positions, [1, 0, 2]);
/// ```
pub fn sorted(mut positions: Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    positions.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    positions
}

#[cfg(test)]
mod tests {
    use shapewright_runtime::Document;

    use super::{FEW, unordered_repeats};

    /// Positions of the repeats behind many elements that differ.
    fn found(numbers: &[f64]) -> Vec<usize> {
        let others = (1..=FEW).map(|number| number as f64);
        let documents = others.chain(numbers.iter().copied()).map(Document::Float);
        unordered_repeats(&documents.collect::<Vec<_>>()).iter().map(|repeat| repeat.index - FEW).collect()
    }

    #[test]
    fn equal_elements_have_equal_hashes() {
        assert_eq!(found(&[0.0, -0.0, 0.5, f64::NAN, f64::NAN, 0.5, 1.0]), [1, 5, 6]);
        let elements: Vec<f64> = vec![f64::NAN; 50_000];
        assert_eq!(unordered_repeats(&elements), []);
    }
}
