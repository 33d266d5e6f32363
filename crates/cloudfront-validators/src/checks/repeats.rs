//! Looks for elements of a list that are there twice, in linear time as long as the list is not huge, without allocation.

use std::hash::{Hash, Hasher};

use shapewright_validation::Checker;

/// Up to so many elements are compared each with each.
const FEW: usize = 4;

/// Blames every element of a list whose key an earlier one has too. Elements without a key are passed over.
#[inline]
pub(super) fn tell_repeated<'i, T, K: Hash + PartialEq>(
    path: &[&'static str],
    items: &'i Option<Vec<T>>,
    key: impl Fn(&'i T) -> Option<K>,
    c: &mut Checker<'_>,
    rule: &'static str,
) {
    match items {
        Some(many) if many.len() > FEW => tell_among_many(path, many, key, c, rule),
        _ => tell_clashing(path, items, |one, other| key(one).is_some() && key(one) == key(other), c, rule),
    }
}

/// The same for many elements, of which most are known to be new without a look at those before.
fn tell_among_many<'i, T, K: Hash + PartialEq>(
    path: &[&'static str],
    items: &'i [T],
    key: impl Fn(&'i T) -> Option<K>,
    c: &mut Checker<'_>,
    rule: &'static str,
) {
    let mut marks = Marks::default();
    for (index, item) in items.iter().enumerate() {
        let Some(wanted) = key(item) else { continue };
        let mut earlier = items.iter().take(index).filter_map(&key);
        if marks.put(&wanted) && earlier.any(|earlier| earlier == wanted) {
            c.within(path, Some(index), &mut |c| c.broken(rule));
        }
    }
}

/// Blames every element of a list that clashes with an earlier one.
#[inline]
pub(super) fn tell_clashing<'i, T>(
    path: &[&'static str],
    items: &'i Option<Vec<T>>,
    clash: impl Fn(&'i T, &'i T) -> bool,
    c: &mut Checker<'_>,
    rule: &'static str,
) {
    let items = items.as_deref().unwrap_or_default();
    for (index, item) in items.iter().enumerate().skip(1) {
        if items.iter().take(index).any(|earlier| clash(earlier, item)) {
            c.within(path, Some(index), &mut |c| c.broken(rule));
        }
    }
}

/// A text whose case makes no difference.
#[derive(Clone, Copy)]
pub(super) struct Caseless<'a>(pub(super) &'a str);

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes().for_each(|byte| state.write_u8(byte.to_ascii_lowercase()));
    }
}

/// A mark for each key that was there, at a place that the key decides. Different keys can share a place.
#[derive(Default)]
struct Marks([u64; 16]);

impl Marks {
    /// Puts a mark for the key, and says whether there is one at its place.
    fn put(&mut self, key: &impl Hash) -> bool {
        let mut mixer = Mixer(0);
        key.hash(&mut mixer);
        // The last of the bits that were multiplied depend on all of the key.
        let place = mixer.finish() >> (64 - 10);
        let (word, bit) = (&mut self.0[(place / 64) as usize], 1 << (place % 64));
        let is_put = *word & bit != 0;
        *word |= bit;
        is_put
    }
}

/// Mixes the bits of a key, fast and not more than that: whoever makes keys meet makes them slow to compare.
struct Mixer(u64);

impl Mixer {
    fn add(&mut self, word: u64) {
        // An odd number whose bits have no order: a part of the golden ratio.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        self.add(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
