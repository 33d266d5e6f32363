//! Looks for elements of a list that are there twice: mostly in linear time, and without allocation in lists of usual size.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use shapewright_validation::Checker;

/// Up to so many elements are compared each with each.
const FEW: usize = 4;

/// Up to so many elements are told apart by marks. More than the service ever takes, they are worth an allocation.
const MARKED: usize = 1_000;

/// Blames every element of a list whose key an earlier one has too. Elements without a key are passed over.
#[inline]
pub(super) fn tell_repeated<'i, T, K: Hash + Eq>(
    path: &[&'static str],
    items: &'i Option<Vec<T>>,
    key: impl Fn(&'i T) -> Option<K>,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let same = |one, other| key(one).is_some_and(|one| Some(one) == key(other));
    match items.as_deref() {
        None | Some([] | [_]) => {}
        // Most lists of functions have two, which need no search.
        Some([one, other]) => {
            if same(one, other) {
                c.broken_at(path, Some(1), rule);
            }
        }
        Some(few) if few.len() <= FEW => {
            tell_among(path, few, |earlier, item| earlier.iter().any(|earlier| same(earlier, item)), c, rule);
        }
        Some(masses) if masses.len() > MARKED => {
            let mut seen = HashSet::new();
            tell_among(path, masses, |_, item| key(item).is_some_and(|key| !seen.insert(key)), c, rule);
        }
        Some(many) => {
            let mut marks = Marks::default();
            let repeats = |earlier: &'i [T], item| {
                key(item).is_some_and(|wanted| {
                    marks.put(&wanted) && earlier.iter().filter_map(&key).any(|earlier| earlier == wanted)
                })
            };
            tell_among(path, many, repeats, c, rule);
        }
    }
}

/// Blames every element of a list that clashes with an earlier one.
pub(super) fn tell_clashing<T>(
    path: &[&'static str],
    items: &Option<Vec<T>>,
    clash: impl Fn(&T, &T) -> bool,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let items = items.as_deref().unwrap_or_default();
    tell_among(path, items, |earlier, item| earlier.iter().any(|earlier| clash(earlier, item)), c, rule);
}

/// Blames every element of which `is_wrong` says so, given those before it.
fn tell_among<'i, T>(
    path: &[&'static str],
    items: &'i [T],
    mut is_wrong: impl FnMut(&'i [T], &'i T) -> bool,
    c: &Checker<'_>,
    rule: &'static str,
) {
    for (index, item) in items.iter().enumerate() {
        let earlier = items.get(..index).unwrap_or_default();
        if is_wrong(earlier, item) {
            c.broken_at(path, Some(index), rule);
        }
    }
}

/// A text whose case makes no difference.
#[derive(Clone, Copy, Eq)]
pub(super) struct Caseless<'a>(pub(super) &'a str);

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Letters differ from capitals in this bit alone.
        const CASE: u64 = u64::from_ne_bytes([0x20; 8]);
        words(self.0.as_bytes()).for_each(|word| state.write_u64(word | CASE));
    }
}

/// A mark for each key that was there, at a place that the key decides. Different keys can share a place.
#[derive(Default)]
struct Marks([u64; 16]);

impl Marks {
    /// Puts a mark for the key, and says whether there was one at its place.
    fn put(&mut self, key: &impl Hash) -> bool {
        let mut mixer = Mixer(0);
        key.hash(&mut mixer);
        // Of the bits of a product the last depend on all of both factors.
        let place = mixer.finish() >> (64 - 10);
        let (word, bit) = (&mut self.0[(place / 64) as usize], 1 << (place % 64));
        let was_put = *word & bit != 0;
        *word |= bit;
        was_put
    }
}

/// Mixes the bits of a key, fast and no more than that: whoever makes keys meet makes them slow to compare.
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        words(bytes).for_each(|word| self.write_u64(word));
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        // An odd number whose bits have no order: a part of the golden ratio.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Eight bytes at a time. The last eight can overlap those before them; what is shorter is filled up.
fn words(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (words, rest) = bytes.as_chunks();
    let last = match bytes.last_chunk() {
        Some(last) => *last,
        None => std::array::from_fn(|at| rest.get(at).copied().unwrap_or_default()),
    };
    words.iter().copied().chain([last]).map(u64::from_le_bytes)
}
