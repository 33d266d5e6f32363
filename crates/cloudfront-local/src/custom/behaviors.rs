//! Cache behaviors.

use serde_json::{Map, Value};
use shapewright_server::path;

/// The default cache behavior, and the others.
const BEHAVIORS: [&[&str]; 2] = [
    &["DistributionConfig", "DefaultCacheBehavior"],
    &["DistributionConfig", "CacheBehaviors", "Items", "[]"],
];

/// All cache behaviors of a distribution.
pub(super) fn all(distribution: &Value) -> impl Iterator<Item = &Value> {
    BEHAVIORS.into_iter().flat_map(|path| path::all(distribution, path))
}

/// Removes what a cache policy replaces.
///
/// A table adds members and does not take any away because of another one.
pub(super) fn clear_with_policy(distribution: &mut Value) {
    let clear = &mut |behavior: &mut Map<String, Value>| {
        if behavior.get("CachePolicyId").and_then(Value::as_str).is_some_and(|id| !id.is_empty()) {
            for member in ["ForwardedValues", "MinTTL", "DefaultTTL", "MaxTTL"] {
                behavior.remove(member);
            }
        }
    };
    for path in BEHAVIORS {
        path::each_object(distribution, path, clear);
    }
}
