//! What no table can state, each a named function: operations, refusals, and values that the service computes.
//!
//! The reasons are beside the functions. A row of a table says what one request does to one resource; these compare
//! resources, compute values from others, or give the answers of other services.

mod aliases;
mod behaviors;
mod certificates;
mod distributions;
mod dns;
mod domains;
mod functions;
mod invalidations;
mod lists;
mod logging;
mod origins;
mod owners;
mod pages;
mod policies;
mod signers;
mod staging;
mod tenants;

use shapewright_server::{Call, Check, Complete, Custom, Refusal};

/// The function of an operation.
pub(crate) fn operation(name: &str) -> Option<Custom> {
    Some(match name {
        "AssociateAlias" => aliases::associate,
        "CopyDistribution" => staging::copy,
        "DeleteResourcePolicy" => policies::delete,
        "GetManagedCertificateDetails" => certificates::details,
        "GetResourcePolicy" => policies::get,
        "ListConflictingAliases" => aliases::list_conflicts,
        "ListDistributionsByOwnedResource" => owners::list,
        "ListDomainConflicts" => domains::list_conflicts,
        "PutResourcePolicy" => policies::put,
        "TestConnectionFunction" => functions::test_connection,
        "TestFunction" => functions::test,
        "UpdateDistributionWithStagingConfig" => staging::promote,
        "UpdateDomainAssociation" => domains::associate,
        "VerifyDnsConfiguration" => dns::verify,
        _ => return None,
    })
}

/// The check before an operation.
pub(crate) fn check(name: &str) -> Option<Check> {
    Some(match name {
        "CreateDistribution" | "CreateDistributionWithTags" => distributions::check_create,
        "CreateDistributionTenant" => tenants::check_create,
        "CreateInvalidation" | "CreateInvalidationForDistributionTenant" => invalidations::check,
        "ListDistributionsByWebACLId" => |call| {
            lists::without_web_acl(call);
            Ok(())
        },
        "UpdateDistribution" => distributions::check_update,
        "UpdateDistributionTenant" => tenants::check_update,
        "UpdateRealtimeLogConfig" => logging::refuse_contradiction,
        _ => return None,
    })
}

/// What the service computes in a stored structure.
pub(crate) fn complete(shape: &str) -> Option<Complete> {
    Some(match shape {
        "Distribution" => distributions::complete,
        "StreamingDistribution" => distributions::complete_streaming,
        _ => return None,
    })
}

/// What the service computes in the output of a list.
pub(crate) fn listed(operation: &str) -> Option<Complete> {
    Some(match operation {
        "ListContinuousDeploymentPolicies" => lists::count_policies,
        name if name.starts_with("ListDistributions") => lists::hide_domain_names,
        _ => return None,
    })
}

/// Does the first thing that refuses.
fn all(call: &mut Call<'_>, checks: &[Check]) -> Result<(), Refusal> {
    checks.iter().try_for_each(|check| check(call))
}
