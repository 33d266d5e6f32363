//! What several checks need: the parts of a distribution, and whether one names another.

use cloudfront_shapes::{CacheBehavior, DistributionConfig, Origin, OriginGroup};

/// Whether the id is there and is this one.
pub(super) fn is(id: &Option<String>, wanted: &str) -> bool {
    // Names that were counted begin alike: lengths and ends tell most of them apart, without a call.
    let end = |text: &str| text.as_bytes().last().copied();
    id.as_deref().is_some_and(|id| id.len() == wanted.len() && end(id) == end(wanted) && id == wanted)
}

/// The origins of a distribution.
pub(super) fn origins(value: &DistributionConfig) -> &[Origin] {
    value.origins.as_ref().and_then(|origins| origins.items.as_deref()).unwrap_or_default()
}

/// The origin groups of a distribution.
pub(super) fn origin_groups(value: &DistributionConfig) -> &[OriginGroup] {
    value.origin_groups.as_ref().and_then(|groups| groups.items.as_deref()).unwrap_or_default()
}

/// The behaviors of a distribution but for the default one.
pub(super) fn behaviors(value: &DistributionConfig) -> &[CacheBehavior] {
    value.cache_behaviors.as_ref().and_then(|behaviors| behaviors.items.as_deref()).unwrap_or_default()
}
