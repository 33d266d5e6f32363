//! What several checks need: repeats in lists, and the parts of a distribution.

use cloudfront_shapes::{CacheBehavior, DistributionConfig, Origin, OriginGroup};
use shapewright_validation::Checker;

/// Blames every element of a list that is the same as an earlier one.
pub(super) fn tell_repeated<T>(
    path: &[&'static str],
    items: &Option<Vec<T>>,
    same: impl Fn(&T, &T) -> bool,
    c: &mut Checker<'_>,
    rule: &'static str,
) {
    let items = items.as_deref().unwrap_or_default();
    for (index, item) in items.iter().enumerate() {
        if items.iter().take(index).any(|earlier| same(earlier, item)) {
            c.within(path, Some(index), &mut |c| c.broken(rule));
        }
    }
}

/// Whether both are there and the same.
pub(super) fn same<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
    one.is_some() && one == other
}

/// Whether both are there and differ at most in case.
pub(super) fn same_name(one: &Option<String>, other: &Option<String>) -> bool {
    one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
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
