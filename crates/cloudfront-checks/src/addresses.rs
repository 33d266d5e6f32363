//! IP addresses, and paths of invalidations.

use std::net::IpAddr;

use cloudfront_shapes::{IpamCidrConfig, Paths};
use shapewright_validation::Checker;

/// Checks that paths have only characters that addresses may contain.
pub fn encoded_paths(value: &Paths, c: &Checker<'_>, rule: &'static str) {
    let is_safe = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte);
    c.ensure_each(&["Items"], value.items.as_ref(), |path| path.bytes().all(is_safe), rule);
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
