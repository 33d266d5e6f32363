//! What the behaviors of a distribution refer to, by id.

use std::cell::OnceCell;

use cloudfront_shapes::{DistributionConfig, Origin};
use shapewright_validation::Index;

use crate::common::{origin_groups, origins};

/// The origins and origin groups of a distribution by id. Each index is built when it is needed.
pub(crate) struct Targets<'a> {
    distribution: &'a DistributionConfig,
    origins: OnceCell<Index<&'a str, &'a Origin>>,
    groups: OnceCell<Index<&'a str>>,
}

impl<'a> Targets<'a> {
    /// Creates the look-up for a distribution.
    pub(crate) fn of(distribution: &'a DistributionConfig) -> Self {
        Targets { distribution, origins: OnceCell::new(), groups: OnceCell::new() }
    }

    /// Returns the first origin with the id.
    pub(crate) fn origin(&self, id: &str) -> Option<&'a Origin> {
        let index = self.origins.get_or_init(|| {
            let origins = origins(self.distribution).iter();
            Index::new(origins.filter_map(|origin| Some((origin.id.as_deref()?, origin))))
        });
        index.get(id)
    }

    /// Returns whether there is an origin group with the id.
    pub(crate) fn has_group(&self, id: &str) -> bool {
        let index = self.groups.get_or_init(|| {
            let groups = origin_groups(self.distribution).iter();
            Index::of_keys(groups.filter_map(|group| group.id.as_deref()))
        });
        index.contains(id)
    }
}
