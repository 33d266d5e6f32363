//! The order of the items of a list in responses.

use shapewright_runtime::{Blob, Document, Structure, Timestamp, Value, Writer};

use super::Order;

/// The number of buckets of an empty `HashSet`.
const FEWEST_BUCKETS: usize = 16;

/// Returns the indexes of the items in this order. Only items that are strings have an order of their own.
pub(super) fn positions<'a>(
    order: Order,
    len: usize,
    item: &dyn Fn(usize) -> &'a dyn Value,
) -> impl Iterator<Item = usize> {
    let buckets = buckets(len);
    let bucket = |text: &str| hash(text) & (buckets - 1);
    let rank = |text: &str, of: &[&str]| of.iter().position(|known| *known == text).unwrap_or(of.len());
    let key = |text: &str| match order {
        Order::Given => (0, 0),
        Order::Hash => (bucket(text), 0),
        Order::HashOf(texts) => (bucket(text), rank(text, texts)),
        Order::Of(texts) => (rank(text, texts), 0),
    };
    let mut keyed = Vec::with_capacity(len);
    for index in 0..len {
        let mut text = OnString { visit: key, found: (0, 0) };
        item(index).write(&mut text);
        keyed.push((text.found, index));
    }
    // Items with the same key stay as they are, because no two have the same index.
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index)
}

/// Returns the hash of a string as Java's `HashMap` uses it.
fn hash(text: &str) -> usize {
    let hash = text.encode_utf16().fold(0_u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(unit.into()));
    (hash ^ (hash >> 16)) as usize
}

/// Returns the number of buckets of a `HashSet` to which strings are added one by one.
fn buckets(len: usize) -> usize {
    let mut buckets = FEWEST_BUCKETS;
    while len > buckets / 4 * 3 {
        buckets *= 2;
    }
    buckets
}

/// Calls a function on a string; ignores all other values.
struct OnString<F> {
    visit: F,
    found: (usize, usize),
}

impl<F: Fn(&str) -> (usize, usize)> Writer for OnString<F> {
    fn string(&mut self, value: &str) {
        self.found = (self.visit)(value);
    }

    fn boolean(&mut self, _: bool) {}

    fn integer(&mut self, _: i64) {}

    fn float(&mut self, _: f32) {}

    fn double(&mut self, _: f64) {}

    fn blob(&mut self, _: &Blob) {}

    fn timestamp(&mut self, _: Timestamp) {}

    fn document(&mut self, _: &Document) {}

    fn null(&mut self) {}

    fn list<'a>(&mut self, _: usize, _: &dyn Fn(usize) -> &'a dyn Value) {}

    fn map(&mut self, _: usize, _: &mut dyn Iterator<Item = (&str, &dyn Value)>) {}

    fn structure(&mut self, _: &dyn Structure) {}

    fn union(&mut self, _: &[&'static str], _: Option<(&'static str, &dyn Value)>) {}
}
