//! Checks of inputs, tenants, tags and everything else.

use std::net::IpAddr;

use cloudfront_shapes::{
    CreateDistributionTenantRequest, CreateRealtimeLogConfigRequest, DomainItem, GeoRestrictionCustomization,
    IpamCidrConfig, Parameter, Paths, PutResourcePolicyRequest, Tag, Tags, TestFunctionRequest,
    UpdateDistributionTenantRequest, UpdateRealtimeLogConfigRequest,
};
use shapewright_validation::Checker;

use super::common::is_country;
use super::repeats::{Caseless, tell_repeated};

/// Each domain of a new tenant stands once in the list.
pub(crate) fn created_tenant_domains(
    value: &CreateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    each_domain_once(&value.domains, c, rule);
}

/// The same for a tenant that changes.
pub(crate) fn updated_tenant_domains(
    value: &UpdateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    each_domain_once(&value.domains, c, rule);
}

fn each_domain_once(domains: &Option<Vec<DomainItem>>, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Domains"], domains, |it| it.domain.as_deref().map(Caseless), c, rule);
}

/// Each parameter of a new tenant has one value.
pub(crate) fn created_tenant_parameters(
    value: &CreateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    each_parameter_once(&value.parameters, c, rule);
}

/// The same for a tenant that changes.
pub(crate) fn updated_tenant_parameters(
    value: &UpdateDistributionTenantRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    each_parameter_once(&value.parameters, c, rule);
}

fn each_parameter_once(parameters: &Option<Vec<Parameter>>, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Parameters"], parameters, |it| it.name.as_deref(), c, rule);
}

/// Each key of a set of tags has one value.
pub(crate) fn tag_keys(value: &Tags, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.key.as_deref(), c, rule);
}

/// The fields of new real-time logs are known.
pub(crate) fn created_log_fields(
    value: &CreateRealtimeLogConfigRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_each(&["Fields"], value.fields.as_ref(), |field| is_log_field(field), rule);
}

/// The same for real-time logs that change.
pub(crate) fn updated_log_fields(
    value: &UpdateRealtimeLogConfigRequest,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_each(&["Fields"], value.fields.as_ref(), |field| is_log_field(field), rule);
}

/// Those of the Common Media Client Data specification have a prefix of their own.
fn is_log_field(name: &str) -> bool {
    name.starts_with("cmcd-") || LOG_FIELDS.binary_search(&name).is_ok()
}

/// Fields of real-time logs, sorted: the 40 of 2023 and later ones. A policy can let pass what the service has added since.
const LOG_FIELDS: &[&str] = &[
    "asn",
    "c-country",
    "c-ip",
    "c-ip-version",
    "c-port",
    "cache-behavior-path-pattern",
    "connection-id",
    "cs-accept",
    "cs-accept-encoding",
    "cs-bytes",
    "cs-cookie",
    "cs-header-names",
    "cs-headers",
    "cs-headers-count",
    "cs-host",
    "cs-method",
    "cs-protocol",
    "cs-protocol-version",
    "cs-referer",
    "cs-uri-query",
    "cs-uri-stem",
    "cs-user-agent",
    "distribution-tenant-id",
    "fle-encrypted-fields",
    "fle-status",
    "origin-fbl",
    "origin-lbl",
    "primary-distribution-dns-name",
    "primary-distribution-id",
    "r-host",
    "s-ip",
    "sc-bytes",
    "sc-content-len",
    "sc-content-type",
    "sc-range-end",
    "sc-range-start",
    "sc-status",
    "sr-reason",
    "ssl-cipher",
    "ssl-protocol",
    "time-taken",
    "time-to-first-byte",
    "timestamp",
    "x-edge-detailed-result-type",
    "x-edge-location",
    "x-edge-mqcs",
    "x-edge-request-id",
    "x-edge-response-result-type",
    "x-edge-result-type",
    "x-forwarded-for",
    "x-host-header",
];

/// Paths are encoded as the addresses of viewers are.
pub(crate) fn encoded_paths(value: &Paths, c: &Checker<'_>, rule: &'static str) {
    let is_safe = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte);
    c.ensure_each(&["Items"], value.items.as_ref(), |path| path.bytes().all(is_safe), rule);
}

/// Countries are two upper-case letters.
pub(crate) fn customized_country_codes(
    value: &GeoRestrictionCustomization,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_each(&["Locations"], value.locations.as_ref(), |code| is_country(code), rule);
}

/// An address range is an address, a slash and the length of the prefix.
pub(crate) fn ipam_cidr(value: &IpamCidrConfig, c: &Checker<'_>, rule: &'static str) {
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

/// An address is one of IPv4 or IPv6; an empty one stands for none.
pub(crate) fn ipam_anycast_ip(value: &IpamCidrConfig, c: &Checker<'_>, rule: &'static str) {
    let address = value.anycast_ip.as_deref().unwrap_or_default();
    c.ensure(address.is_empty() || address.parse::<IpAddr>().is_ok(), rule);
}

/// Keys of tags have the characters that the documentation lists; the model's pattern tells of others in ASCII.
pub(crate) fn tag_key_characters(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.key.as_deref().is_none_or(str::is_ascii), rule);
}

/// The same for values of tags.
pub(crate) fn tag_value_characters(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.value.as_deref().is_none_or(str::is_ascii), rule);
}

/// Keys of tags do not begin with what AWS has reserved, in any case of letters.
pub(crate) fn tag_key_reserved(value: &Tag, c: &Checker<'_>, rule: &'static str) {
    let prefix = value.key.as_deref().and_then(|key| key.get(..4));
    c.ensure(prefix.is_none_or(|prefix| !prefix.eq_ignore_ascii_case("aws:")), rule);
}

/// A resource policy is JSON.
pub(crate) fn json_policy(value: &PutResourcePolicyRequest, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.policy_document.as_deref().is_none_or(|text| is_json(text.as_bytes())), rule);
}

/// The event for a test is JSON.
pub(crate) fn json_event(value: &TestFunctionRequest, c: &Checker<'_>, rule: &'static str) {
    c.ensure(value.event_object.as_deref().is_none_or(is_json), rule);
}

/// How deep JSON may be nested.
const MAX_JSON_DEPTH: usize = 128;

/// Whether the bytes are one JSON value.
fn is_json(bytes: &[u8]) -> bool {
    json_value(bytes.trim_ascii(), MAX_JSON_DEPTH).is_some_and(<[u8]>::is_empty)
}

/// What follows the JSON value at the start; `None` where there is none.
fn json_value(bytes: &[u8], depth: usize) -> Option<&[u8]> {
    match bytes.split_first()? {
        (b'{', rest) => json_list(rest, b'}', depth, json_member),
        (b'[', rest) => json_list(rest, b']', depth, json_value),
        (b'"', rest) => json_text(rest),
        (b'-' | b'0'..=b'9', _) => json_number(bytes),
        _ => [&b"true"[..], b"false", b"null"].into_iter().find_map(|word| bytes.strip_prefix(word)),
    }
}

/// The rest of an object or array, up to the bracket that closes it.
fn json_list(
    bytes: &[u8],
    close: u8,
    depth: usize,
    element: fn(&[u8], usize) -> Option<&[u8]>,
) -> Option<&[u8]> {
    let mut rest = bytes.trim_ascii_start();
    if let Some(after) = rest.strip_prefix(&[close]) {
        return Some(after);
    }
    loop {
        rest = element(rest, depth.checked_sub(1)?)?.trim_ascii_start();
        match rest.split_first()? {
            (b',', after) => rest = after.trim_ascii_start(),
            (found, after) if *found == close => return Some(after),
            _ => return None,
        }
    }
}

/// A name, a colon and a value.
fn json_member(bytes: &[u8], depth: usize) -> Option<&[u8]> {
    let rest = json_text(bytes.strip_prefix(b"\"")?)?.trim_ascii_start();
    json_value(rest.strip_prefix(b":")?.trim_ascii_start(), depth)
}

/// The rest of a text, up to the quote that ends it.
fn json_text(mut bytes: &[u8]) -> Option<&[u8]> {
    loop {
        match bytes.split_first()? {
            (b'"', rest) => return Some(rest),
            (b'\\', rest) => bytes = rest.split_first()?.1,
            (0..0x20, _) => return None,
            (_, rest) => bytes = rest,
        }
    }
}

fn json_number(bytes: &[u8]) -> Option<&[u8]> {
    let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let length = bytes.iter().position(|byte| !is_part(byte)).unwrap_or(bytes.len());
    let (number, rest) = bytes.split_at(length);
    std::str::from_utf8(number).ok()?.parse::<f64>().ok()?;
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_fields_are_sorted() {
        assert!(LOG_FIELDS.is_sorted());
    }

    #[test]
    fn json_is_told_from_other_text() {
        for text in ["{}", "[]", " { \"a\" : [ 1 , -2.5e3 , { } ] }\n", r#""\"é""#, "null", "0"] {
            assert!(is_json(text.as_bytes()), "{text}");
        }
        for text in ["", "{", "{]", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "1 2", "-", "\"\n\"", "nul"] {
            assert!(!is_json(text.as_bytes()), "{text}");
        }
        assert!(!is_json(&[b'['; 100_000]));
    }
}
