//! Aliases, custom error responses and tenant parameters of a distribution.

use cloudfront_shapes::{Aliases, CustomErrorResponses, TenantConfig};
use shapewright_validation::Checker;

use crate::common::IgnoreCase;

/// Checks that no alias is listed twice, whatever its case.
pub fn unique_aliases(value: &Aliases, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |alias| Some(IgnoreCase(alias)), rule);
}

/// Checks that no status has two custom responses.
pub fn unique_error_codes(value: &CustomErrorResponses, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.error_code, rule);
}

/// Checks that no two parameters of tenants have the same name.
pub fn unique_parameter_names(value: &TenantConfig, c: &Checker<'_>, rule: &'static str) {
    let definitions = value.parameter_definitions.as_ref();
    c.ensure_unique(&["ParameterDefinitions"], definitions, |it| it.name.as_deref(), rule);
}
