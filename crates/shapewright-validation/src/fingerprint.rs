//! Hashes of values that have an equality but neither an order nor a hash: structures with decimal numbers, documents.

use std::hash::{BuildHasher, Hasher};

use shapewright_runtime::__private::hash_value;
use shapewright_runtime::Value;

/// The hash of a value. Equal values have the same one; `key` keeps others from choosing values that collide.
pub(crate) fn fingerprint(value: &dyn Value, key: &impl BuildHasher) -> u64 {
    let mut hasher = key.build_hasher();
    hash_value(value, &mut hasher);
    hasher.finish()
}
