//! IP addresses, and paths of invalidations.

use std::net::IpAddr;

use cloudfront_shapes::{IpamCidrConfig, Paths};
use shapewright_validation::Checker;

/// Paths with a wildcard that may be invalidated at a time, by default.
const WILDCARDS: u64 = 15;

/// Checks that paths have only characters that addresses may contain, and no tilde, which CloudFront refuses too.
/// Skipped for cache tags.
pub fn encoded_paths(value: &Paths, c: &Checker<'_>, rule: &'static str) {
    let is_safe = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`~".contains(&byte);
    let is_encoded = |path: &String| path.starts_with('#') || path.bytes().all(is_safe);
    c.ensure_each(&["Items"], value.items.as_ref(), is_encoded, rule);
}

/// Checks that no more paths have a wildcard than may be invalidated at a time.
pub fn wildcard_paths(value: &Paths, c: &Checker<'_>, rule: &'static str) {
    let paths = value.items.iter().flatten();
    let count = paths.filter(|path| path.starts_with('/') && path.ends_with('*')).count();
    c.quota(rule, WILDCARDS, count as u64);
}

/// Checks that an address range is an address, a slash and the length of the prefix.
pub fn ipam_cidr(value: &IpamCidrConfig, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.cidr.as_deref().is_none_or(is_cidr), rule);
}

fn is_cidr(text: &str) -> bool {
    let Some((address, prefix)) = text.split_once('/') else { return false };
    let longest = match address.parse() {
        Ok(IpAddr::V4(_)) => 32,
        Ok(IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    prefix.parse::<u8>().is_ok_and(|prefix| prefix <= longest)
}

/// Checks that an address is an IPv4 or IPv6 address, or empty.
pub fn ipam_anycast_ip(value: &IpamCidrConfig, c: &Checker<'_>, rule: &'static str) {
    let address = value.anycast_ip.as_deref().unwrap_or_default();
    c.ensure(address.is_empty() || address.parse::<IpAddr>().is_ok(), rule);
}
