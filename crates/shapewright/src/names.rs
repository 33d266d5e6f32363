//! Names in other spellings: in other letter case, with underscores, as command lines and templates have them.

use cloudfront::validators::OPERATIONS;
use shapewright_dialect::Resource;

use crate::NoSuch;

/// The operation with a name, in any letter case, with or without underscores.
///
/// ```
/// assert_eq!(shapewright::operation_named("create-distribution"), Ok("CreateDistribution"));
/// let error = shapewright::operation_named("CreateDistributoin").expect_err("it is misspelt");
/// assert_eq!(error.suggestion(), Some("CreateDistribution"));
/// ```
///
/// # Errors
///
/// Fails if there is no such operation.
pub fn operation_named(name: &str) -> Result<&'static str, NoSuch> {
    find(name, OPERATIONS).ok_or_else(|| NoSuch::new("operation", name, OPERATIONS.iter().copied()))
}

/// The position of a name: of the same text, otherwise of the same letters and digits.
pub(crate) fn position(name: &str, names: &[&str]) -> Option<usize> {
    let exact = names.iter().position(|known| *known == name);
    exact.or_else(|| names.iter().position(|known| is_same(known, name)))
}

/// The name that is meant.
pub(crate) fn find(name: &str, names: &'static [&'static str]) -> Option<&'static str> {
    names.get(position(name, names)?).copied()
}

/// The resources of CloudFormation and Terraform.
pub(crate) fn resources() -> impl Iterator<Item = &'static Resource> {
    cloudfront_dialects::ALL.iter().flat_map(|dialect| dialect.resources)
}

/// The resource of CloudFormation or Terraform with a name, in any letter case.
pub(crate) fn resource(name: &str) -> Option<&'static Resource> {
    resources().find(|resource| resource.name.eq_ignore_ascii_case(name))
}

/// Whether two names have the same letters and digits, in any letter case: `IsIPV6Enabled`, `is_ipv6_enabled`.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| !matches!(c, '_' | '-')).map(|c| c.to_ascii_lowercase())
}
