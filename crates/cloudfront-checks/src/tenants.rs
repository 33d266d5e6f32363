//! Distribution tenants: domains and parameters.

use cloudfront_shapes::{
    CreateDistributionTenantRequest, DomainItem, Parameter, UpdateDistributionTenantRequest,
};
use shapewright_validation::Checker;

use crate::common::IgnoreCase;

/// Checks that no domain of a new tenant is listed twice, whatever its case.
pub fn created_tenant_domains(value: &CreateDistributionTenantRequest, c: &Checker<'_>, rule: &'static str) {
    unique_domains(value.domains.as_ref(), c, rule);
}

/// Checks that no domain of a changed tenant is listed twice, whatever its case.
pub fn updated_tenant_domains(value: &UpdateDistributionTenantRequest, c: &Checker<'_>, rule: &'static str) {
    unique_domains(value.domains.as_ref(), c, rule);
}

fn unique_domains(domains: Option<&Vec<DomainItem>>, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Domains"], domains, |it| it.domain.as_deref().map(IgnoreCase), rule);
}

/// Checks that no parameter of a new tenant has two values.
pub fn created_tenant_parameters(
    value: &CreateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    unique_parameters(value.parameters.as_ref(), c, rule);
}

/// Checks that no parameter of a changed tenant has two values.
pub fn updated_tenant_parameters(
    value: &UpdateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    unique_parameters(value.parameters.as_ref(), c, rule);
}

fn unique_parameters(parameters: Option<&Vec<Parameter>>, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Parameters"], parameters, |it| it.name.as_deref(), rule);
}
