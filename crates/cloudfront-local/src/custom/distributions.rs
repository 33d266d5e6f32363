//! Distributions: what concerns all of their subjects.

use serde_json::Value;
use shapewright_server::{Call, Refusal};

use super::{aliases, all, behaviors, logging, origins, signers, staging};

/// Refusals of new distributions.
pub(super) fn check_create(call: &mut Call<'_>) -> Result<(), Refusal> {
    all(call, &[staging::refuse_policy, logging::refuse_other_accounts, origins::refuse_other_kinds])
}

/// Refusals of changed distributions.
pub(super) fn check_update(call: &mut Call<'_>) -> Result<(), Refusal> {
    all(call, &[staging::refuse_linked, logging::refuse_other_accounts, origins::refuse_other_kinds])
}

/// What the service computes in a distribution.
pub(super) fn complete(call: &Call<'_>, distribution: &mut Value) {
    behaviors::clear_with_policy(distribution);
    logging::clear(distribution, "DistributionConfig");
    aliases::add_recordals(distribution);
    signers::add_accounts(distribution);
    signers::add_key_groups(call, distribution);
}

/// What the service computes in a streaming distribution.
pub(super) fn complete_streaming(_: &Call<'_>, distribution: &mut Value) {
    logging::clear(distribution, "StreamingDistributionConfig");
}
