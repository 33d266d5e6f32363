//! Look-ups by key.

use std::borrow::Borrow;

use crate::repeats::{FEW, sorted};

/// Values by key, for checks that look up a value for each element of a list. Without values it is a set of keys.
///
/// Up to 32 entries, and more with the same keys, are scanned at each look-up, which needs no allocation. Others are
/// sorted once, so that looking up every element of a list takes n log n steps and not the product of both lengths.
///
/// ```
/// use shapewright_validation::Index;
///
/// let origins = [("web", 80), ("api", 443), ("web", 8080)];
/// let index = Index::new(origins);
/// assert_eq!(index.get("web"), Some(80)); // the first one with the key
/// assert_eq!(index.get("media"), None);
///
/// let ids = Index::of_keys(origins.iter().map(|(id, _)| *id));
/// assert!(ids.contains("api"));
/// ```
#[derive(Clone, Debug)]
pub struct Index<K, V = ()> {
    /// The first entries, then `None`. All others have the keys of these. Empty if some do not.
    few: [Option<(K, V)>; FEW],
    /// All entries. Empty if the first ones suffice.
    many: Vec<(K, V)>,
    /// Positions of `many`, sorted by key; those with the same key in the given order.
    sorted: Vec<usize>,
}

impl<K: Ord, V: Copy> Index<K, V> {
    /// Creates an index of these entries.
    #[inline]
    pub fn new(entries: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut entries = entries.into_iter();
        Index::fill(&mut || entries.next())
    }

    /// [`Index::new`]. `next` hides the iterator, which would otherwise bring code of its own.
    fn fill(next: &mut dyn FnMut() -> Option<(K, V)>) -> Self {
        let mut index = Index { few: [const { None }; FEW], many: Vec::new(), sorted: Vec::new() };
        for slot in &mut index.few {
            *slot = next();
            if slot.is_none() {
                return index;
            }
        }
        while let Some(entry) = next() {
            if index.few.iter().flatten().all(|(known, _)| *known != entry.0) {
                index.fill_many(entry, next);
                break;
            }
        }
        index
    }

    /// Moves all entries to `many`, then `entry` and those that follow.
    #[cold]
    fn fill_many(&mut self, entry: (K, V), next: &mut dyn FnMut() -> Option<(K, V)>) {
        for slot in &mut self.few {
            self.many.extend(slot.take());
        }
        self.many.push(entry);
        while let Some(entry) = next() {
            self.many.push(entry);
        }
        let key = |index: usize| self.many.get(index).map(|(key, _)| key);
        self.sorted = sorted((0..self.many.len()).collect(), &|one, other| key(one).cmp(&key(other)));
    }

    /// Returns the value of the first entry with the key.
    #[inline]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        if !self.many.is_empty() {
            return self.search(key);
        }
        let mut few = self.few.iter().map_while(Option::as_ref);
        few.find(|(found, _)| found.borrow() == key).map(|(_, value)| *value)
    }

    #[cold]
    fn search<Q: Ord + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let entry = |position: &usize| self.many.get(*position);
        let is_before = |position: &usize| entry(position).is_some_and(|(found, _)| found.borrow() < key);
        let first = self.sorted.get(self.sorted.partition_point(is_before)).and_then(entry);
        first.filter(|(found, _)| found.borrow() == key).map(|(_, value)| *value)
    }

    /// Returns whether there is an entry with the key.
    #[inline]
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }
}

impl<K: Ord> Index<K> {
    /// Creates an index of keys without values.
    #[inline]
    pub fn of_keys(keys: impl IntoIterator<Item = K>) -> Self {
        Index::new(keys.into_iter().map(|key| (key, ())))
    }
}
