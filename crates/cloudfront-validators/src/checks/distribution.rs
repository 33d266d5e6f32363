//! Checks across a distribution: origins, groups, aliases.

use std::net::Ipv4Addr;

use cloudfront_shapes::{
    Aliases, CustomErrorResponses, CustomHeaders, CustomOriginConfig, DistributionConfig, GeoRestriction,
    Origin, OriginCustomHeader, OriginGroupMembers, Origins, S3OriginConfig, StatusCodes, TenantConfig,
    VpcOriginConfig,
};
use shapewright_validation::Checker;

use super::behaviors::all_have_targets;
use super::common::{behaviors, has_named_origins, is_country, is_id, origin_groups, origins};
use super::repeats::{Caseless, tell_repeated};

/// Each alias stands once in the list, whatever its case.
pub(crate) fn unique_aliases(value: &Aliases, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |alias| Some(Caseless(alias)), c, rule);
}

/// Each status has one custom response.
pub(crate) fn unique_error_codes(value: &CustomErrorResponses, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.error_code, c, rule);
}

/// Each header is added once, whatever its case.
pub(crate) fn unique_header_names(value: &CustomHeaders, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.header_name.as_deref().map(Caseless), c, rule);
}

/// Names and values of all headers of an origin together have at most 10,240 characters.
pub(crate) fn custom_headers_size(value: &CustomHeaders, c: &Checker<'_>, rule: &'static str) {
    const MAX: usize = 10_240;
    let headers = value.items.as_deref().unwrap_or_default();
    let total = |size: fn(&String) -> usize| -> usize {
        let size = |text: &Option<String>| text.as_ref().map_or(0, size);
        headers.iter().map(|header| size(&header.header_name) + size(&header.header_value)).sum()
    };
    // A character has at least one byte, and bytes need not be counted.
    c.ensure(total(String::len) <= MAX || total(|text| text.chars().count()) <= MAX, rule);
}

/// Headers that CloudFront does not add to requests to origins, of those with this initial.
fn forbidden_headers(initial: u8) -> &'static [&'static str] {
    match initial.to_ascii_uppercase() {
        b'C' => &["Cache-Control", "Connection", "Content-Length", "Cookie"],
        b'H' => &["Host"],
        b'I' => &["If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since"],
        b'M' => &["Max-Forwards"],
        b'P' => &["Pragma", "Proxy-Authorization", "Proxy-Connection"],
        b'R' => &["Range", "Request-Range"],
        b'T' => &["TE", "Trailer", "Transfer-Encoding"],
        b'U' => &["Upgrade"],
        b'V' => &["Via"],
        b'X' => &["X-Real-Ip"],
        _ => &[],
    }
}

/// Beginnings of the names of further such headers.
const FORBIDDEN_PREFIXES: [&str; 2] = ["X-Amz-", "X-Edge-"];

/// The header is one that CloudFront adds to requests.
pub(crate) fn forbidden_header(value: &OriginCustomHeader, c: &Checker<'_>, rule: &'static str) {
    let name = value.header_name.as_deref().unwrap_or_default();
    let Some(initial) = name.bytes().next() else { return };
    let start = |len: usize| name.as_bytes().get(..len).unwrap_or_default();
    let is_forbidden = forbidden_headers(initial).iter().any(|header| header.eq_ignore_ascii_case(name))
        || FORBIDDEN_PREFIXES
            .iter()
            .any(|prefix| start(prefix.len()).eq_ignore_ascii_case(prefix.as_bytes()));
    c.ensure(!is_forbidden, rule);
}

/// Each origin has an id of its own.
pub(crate) fn unique_origin_ids(value: &Origins, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.id.as_deref(), c, rule);
}

/// Each origin group has an id that neither an origin nor another group has.
pub(crate) fn origin_group_ids(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let groups = origin_groups(value);
    for (index, group) in groups.iter().enumerate() {
        let Some(id) = &group.id else { continue };
        let mut earlier = groups.iter().take(index);
        if origins(value).iter().any(|origin| is_id(&origin.id, id))
            || earlier.any(|earlier| is_id(&earlier.id, id))
        {
            c.broken_at(&["OriginGroups", "Items"], Some(index), rule);
        }
    }
}

/// Each member of an origin group is an origin of the distribution.
pub(crate) fn origin_group_members(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let groups = if has_named_origins(value) { origin_groups(value) } else { &[] };
    for (index, group) in groups.iter().enumerate() {
        let members = group.members.as_ref().and_then(|members| members.items.as_deref()).unwrap_or_default();
        for (position, member) in members.iter().enumerate() {
            let Some(id) = &member.origin_id else { continue };
            if origins(value).iter().any(|origin| is_id(&origin.id, id)) {
                continue;
            }
            c.within(&["OriginGroups", "Items"], Some(index), &|c| {
                c.broken_at(&["Members", "Items"], Some(position), rule);
            });
        }
    }
}

/// The members of an origin group differ.
pub(crate) fn distinct_members(value: &OriginGroupMembers, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.origin_id.as_deref(), c, rule);
}

/// Each origin is used, unless functions could choose it, or a behavior that names none could mean it.
pub(crate) fn unused_origins(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    if has_functions(value) || !all_have_targets(value) {
        return;
    }
    for (index, origin) in origins(value).iter().enumerate() {
        if origin.id.as_ref().is_some_and(|id| !is_used(value, id)) {
            c.broken_at(&["Origins", "Items"], Some(index), rule);
        }
    }
}

/// Whether a cache behavior has functions, which may send requests to any origin.
fn has_functions(value: &DistributionConfig) -> bool {
    let default = value.default_cache_behavior.iter();
    let default = default.map(|it| (&it.function_associations, &it.lambda_function_associations));
    let others =
        behaviors(value).iter().map(|it| (&it.function_associations, &it.lambda_function_associations));
    default.chain(others).any(|(functions, lambdas)| {
        let functions = functions.iter().flat_map(|list| list.items.iter().flatten());
        let lambdas = lambdas.iter().flat_map(|list| list.items.iter().flatten());
        functions.count() + lambdas.count() > 0
    })
}

/// Whether a cache behavior or an origin group names the origin.
fn is_used(value: &DistributionConfig, id: &str) -> bool {
    let mut default = value.default_cache_behavior.iter();
    let members = origin_groups(value).iter().flat_map(|group| group.members.iter());
    let mut members = members.flat_map(|members| members.items.iter().flatten());
    default.any(|behavior| is_id(&behavior.target_origin_id, id))
        || behaviors(value).iter().any(|behavior| is_id(&behavior.target_origin_id, id))
        || members.any(|member| is_id(&member.origin_id, id))
}

/// An origin is a name. (The documents on VPC origins leave it open, so those may be addresses.)
pub(crate) fn address_as_origin(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    let Some(name) = &value.domain_name else { return };
    // Most names do not even begin like an address.
    let is_address =
        name.starts_with(|first: char| first.is_ascii_digit()) && name.parse::<Ipv4Addr>().is_ok();
    c.ensure(!is_address || value.vpc_origin_config.is_some(), rule);
}

/// The first part of a bucket's domain name has the form of a bucket's name.
pub(crate) fn s3_bucket_name(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    let (Some(name), Some(_)) = (&value.domain_name, &value.s3_origin_config) else { return };
    let last = |part: &[u8; 4]| name.as_bytes().windows(4).rposition(|window| window == part);
    let Some(end) = last(b".s3.").or_else(|| last(b".s3-")) else { return };
    let bucket = name.get(..end).unwrap_or_default();
    let is_allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-');
    let fits = (3..=63).contains(&bucket.len()) && bucket.bytes().all(is_allowed) && !bucket.contains("..");
    c.ensure(fits || bucket.contains("{{"), rule);
}

/// At most two parameters of tenants in the domain name.
pub(crate) fn domain_name_parameters(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    few_parameters(&value.domain_name, c, rule);
}

/// At most two parameters of tenants in the origin path.
pub(crate) fn origin_path_parameters(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    few_parameters(&value.origin_path, c, rule);
}

fn few_parameters(field: &Option<String>, c: &Checker<'_>, rule: &'static str) {
    // Hardly any text has one: looking for one character takes less time than for two.
    let text = field.as_ref().filter(|text| text.contains('{'));
    let count = text.map_or(0, |text| text.matches("{{").count());
    c.quota(rule, 2, count as u64);
}

/// Statuses on which an origin group turns to its second member.
const FAILOVER_STATUSES: &[i32] = &[400, 403, 404, 416, 429, 500, 502, 503, 504];

/// Origins fail over on known statuses.
pub(crate) fn failover_statuses(value: &StatusCodes, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Items"], value.items.as_ref(), |status| FAILOVER_STATUSES.contains(status), rule);
}

/// Countries are two upper-case letters.
pub(crate) fn country_codes(value: &GeoRestriction, c: &Checker<'_>, rule: &'static str) {
    c.ensure_each(&["Items"], value.items.as_ref(), |code| is_country(code), rule);
}

/// Each country stands once in the list. The lists are long, so what was seen is remembered.
pub(crate) fn unique_countries(value: &GeoRestriction, c: &Checker<'_>, rule: &'static str) {
    const LETTERS: usize = 26;
    let mut seen = [false; LETTERS * LETTERS];
    for (index, code) in value.items.iter().flatten().enumerate() {
        let [first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = code.as_bytes() else { continue };
        let place = usize::from(first - b'A') * LETTERS + usize::from(second - b'A');
        if seen.get_mut(place).is_some_and(|seen| std::mem::replace(seen, true)) {
            c.broken_at(&["Items"], Some(index), rule);
        }
    }
}

/// Each parameter has a name of its own.
pub(crate) fn unique_parameter_names(value: &TenantConfig, c: &Checker<'_>, rule: &'static str) {
    let items = &value.parameter_definitions;
    tell_repeated(&["ParameterDefinitions"], items, |it| it.name.as_deref(), c, rule);
}

/// Seconds that accounts may wait for an origin unless their quota was raised.
fn few_seconds(timeout: Option<i32>, c: &Checker<'_>, rule: &'static str) {
    const MAX: u64 = 120;
    let seconds = timeout.and_then(|seconds| u64::try_from(seconds).ok());
    c.quota(rule, MAX, seconds.unwrap_or_default());
}

/// The read timeout of a custom origin.
pub(crate) fn custom_read_timeout(value: &CustomOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// The keep-alive timeout of a custom origin.
pub(crate) fn custom_keepalive_timeout(value: &CustomOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_keepalive_timeout, c, rule);
}

/// The read timeout of an S3 origin.
pub(crate) fn s3_read_timeout(value: &S3OriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// The read timeout of a VPC origin.
pub(crate) fn vpc_read_timeout(value: &VpcOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// The keep-alive timeout of a VPC origin.
pub(crate) fn vpc_keepalive_timeout(value: &VpcOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_keepalive_timeout, c, rule);
}
