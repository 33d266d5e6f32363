//! What several checks need: the parts of a distribution, and whether one names another.

use cloudfront_shapes::{CacheBehavior, DistributionConfig, Origin, OriginGroup};

/// Whether the id is there and is the one that is wanted.
pub(super) fn is_id(id: &Option<String>, wanted: &str) -> bool {
    // Numbered ids (`origin-1`, `origin-2`) begin alike: lengths and ends tell most of them apart, without a call.
    let end = |text: &str| text.as_bytes().last().copied();
    id.as_deref().is_some_and(|id| id.len() == wanted.len() && end(id) == end(wanted) && id == wanted)
}

/// Whether a text is two upper-case letters, as countries are written.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The origins of a distribution.
pub(super) fn origins(value: &DistributionConfig) -> &[Origin] {
    value.origins.as_ref().and_then(|origins| origins.items.as_deref()).unwrap_or_default()
}

/// Whether there are origins and each has an id, so that it can be decided what names one. Anything else is told already.
pub(super) fn has_named_origins(value: &DistributionConfig) -> bool {
    let origins = origins(value);
    !origins.is_empty() && origins.iter().all(|origin| origin.id.is_some())
}

/// The origin groups of a distribution.
pub(super) fn origin_groups(value: &DistributionConfig) -> &[OriginGroup] {
    value.origin_groups.as_ref().and_then(|groups| groups.items.as_deref()).unwrap_or_default()
}

/// The behaviors of a distribution but for the default one.
pub(super) fn behaviors(value: &DistributionConfig) -> &[CacheBehavior] {
    value.cache_behaviors.as_ref().and_then(|behaviors| behaviors.items.as_deref()).unwrap_or_default()
}
