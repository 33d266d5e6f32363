//! Helpers that several checks share: parts of a distribution, and comparisons of texts.

use std::cmp::Ordering;

use cloudfront_shapes::{CacheBehavior, DistributionConfig, Origin, OriginGroup};

/// Returns the origins of a distribution.
pub(super) fn origins(value: &DistributionConfig) -> &[Origin] {
    value.origins.as_ref().and_then(|origins| origins.items.as_deref()).unwrap_or_default()
}

/// Returns whether there are origins and all of them have an id. Otherwise a check cannot decide whether a name refers
/// to an origin, and other rules report the missing members.
pub(super) fn has_named_origins(value: &DistributionConfig) -> bool {
    let origins = origins(value);
    !origins.is_empty() && origins.iter().all(|origin| origin.id.is_some())
}

/// Returns the origin groups of a distribution.
pub(super) fn origin_groups(value: &DistributionConfig) -> &[OriginGroup] {
    value.origin_groups.as_ref().and_then(|groups| groups.items.as_deref()).unwrap_or_default()
}

/// Returns the cache behaviors of a distribution, without the default one.
pub(super) fn behaviors(value: &DistributionConfig) -> &[CacheBehavior] {
    value.cache_behaviors.as_ref().and_then(|behaviors| behaviors.items.as_deref()).unwrap_or_default()
}

/// Returns whether `name` is one of `names`, ignoring the case of ASCII letters.
pub(super) fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Returns whether `text` starts with `prefix`, ignoring the case of ASCII letters.
pub(super) fn starts_with_ignore_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// A string that compares without regard to the case of ASCII letters.
#[derive(Clone, Copy)]
pub(super) struct IgnoreCase<'a>(pub(super) &'a str);

impl PartialEq for IgnoreCase<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(other.0)
    }
}

impl Eq for IgnoreCase<'_> {}

impl Ord for IgnoreCase<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let [one, other] = [self.0, other.0].map(|text| text.bytes().map(|byte| byte.to_ascii_lowercase()));
        one.cmp(other)
    }
}

impl PartialOrd for IgnoreCase<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
