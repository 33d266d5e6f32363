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
    if items.len() > FEW {
        let keys: Vec<Option<K>> = items.iter().map(key).collect();
        return by_sorting(&keys);
    }
    of_few(items, key)
}

/// [`repeats`] for at most [`FEW`] elements.
#[inline]
fn of_few<'i, T, K: PartialEq>(items: &'i [T], key: impl Fn(&'i T) -> Option<K>) -> Vec<Repeat> {
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

/// [`repeats`] of the elements themselves, which have no order: those of long lists are compared by a hash first.
pub(crate) fn unordered_repeats<T: PartialEq + Value>(items: &[T]) -> Vec<Repeat> {
    if items.len() <= FEW {
        return of_few(items, Some);
    }
    let key = RandomState::new();
    let hashes = items.iter().enumerate().map(|(index, item)| (fingerprint(item, &key), index));
    let mut hashes: Vec<(u64, usize)> = hashes.collect();
    hashes.sort_unstable();
    let mut found = Vec::new();
    for group in hashes.chunk_by(|(one, _), (other, _)| one == other) {
        of_one_hash(items, group, &mut found);
    }
    found.sort_unstable_by_key(|repeat| repeat.index);
    found
}

/// Returns the repeats among elements with the same hash. Almost all are equal to the first.
fn of_one_hash<T: PartialEq>(items: &[T], group: &[(u64, usize)], found: &mut Vec<Repeat>) {
    let mut different: Vec<(usize, &T)> = Vec::new();
    let items = group.iter().filter_map(|(_, index)| Some((*index, items.get(*index)?)));
    for (index, item) in items.filter(|(_, item)| equals_itself(item)) {
        match different.iter().find(|(_, earlier)| *earlier == item) {
            Some((first, _)) => found.push(Repeat { first: *first, index }),
            None => different.push((index, item)),
        }
    }
}

/// False for what contains a NaN, which is equal to nothing.
fn equals_itself<T: PartialEq>(item: &T) -> bool {
    let itself = item;
    item == itself
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
