//! Look-ups by key.

use std::borrow::Borrow;

use crate::repeats::FEW;

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
    /// All entries, sorted by key; those with the same key in the given order. Empty if the first ones suffice.
    many: Vec<(K, V)>,
}

impl<K: Ord, V: Copy> Index<K, V> {
    /// Creates an index of these entries.
    #[inline]
    pub fn new(entries: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut entries = entries.into_iter();
        let mut few = [const { None }; FEW];
        for slot in &mut few {
            *slot = entries.next();
            if slot.is_none() {
                return Index { few, many: Vec::new() };
            }
        }
        let is_new = |(key, _): &(K, V)| few.iter().flatten().all(|(known, _)| known != key);
        match entries.find(is_new) {
            Some(next) => Index::sorted(few.into_iter().flatten().chain([next]).chain(entries).collect()),
            None => Index { few, many: Vec::new() },
        }
    }

    #[cold]
    fn sorted(mut many: Vec<(K, V)>) -> Self {
        many.sort_by(|(one, _), (other, _)| one.cmp(other));
        Index { few: [const { None }; FEW], many }
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
        let first = self.many.partition_point(|(found, _)| found.borrow() < key);
        self.many.get(first).filter(|(found, _)| found.borrow() == key).map(|(_, value)| *value)
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
