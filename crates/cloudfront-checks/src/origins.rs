//! Origins and origin groups.

use std::net::Ipv4Addr;

use cloudfront_shapes::{
    CustomHeaders, CustomOriginConfig, DistributionConfig, Origin, OriginCustomHeader, OriginGroupMember,
    OriginGroupMembers, Origins, S3OriginConfig, StatusCodes, VpcOriginConfig,
};
use shapewright_validation::{Checker, Expected, Index};

use crate::behaviors::{all_have_targets, target_ids};
use crate::common::{
    IgnoreCase, behaviors, has_named_origins, is_one_of, origin_groups, origins, starts_with_ignore_case,
};
use crate::targets::Targets;

/// Headers that CloudFront does not add to requests to origins.
const FORBIDDEN_HEADERS: &[&str] = &[
    "Cache-Control",
    "Connection",
    "Content-Length",
    "Cookie",
    "Host",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "If-Range",
    "If-Unmodified-Since",
    "Max-Forwards",
    "Pragma",
    "Proxy-Authorization",
    "Proxy-Connection",
    "Range",
    "Request-Range",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
    "Via",
    "X-Real-Ip",
];

/// Prefixes of further headers that CloudFront does not add.
const FORBIDDEN_PREFIXES: &[&str] = &["X-Amz-", "X-Edge-"];

/// Characters that the names and values of all custom headers of an origin may have together.
const HEADER_CHARACTERS: usize = 10_240;

/// Parameters of tenants that a domain name or path may contain, by default.
const PARAMETERS: u64 = 2;

/// Statuses on which an origin group can fail over to its second member.
const FAILOVER_STATUSES: &[i64] = &[400, 403, 404, 416, 429, 500, 502, 503, 504];

/// Seconds that CloudFront may wait for an origin, by default.
const TIMEOUT_SECONDS: u64 = 120;

/// Checks that no header is added twice, whatever its case.
pub fn unique_header_names(value: &CustomHeaders, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.header_name.as_deref().map(IgnoreCase), rule);
}

/// Checks that names and values of all headers of an origin are not too long together.
pub fn custom_headers_size(value: &CustomHeaders, c: &Checker<'_>, rule: &'static str) {
    let headers = value.items.iter().flatten();
    let texts = headers.flat_map(|header| [&header.header_name, &header.header_value]).flatten();
    let characters: usize = texts.map(|text| text.chars().count()).sum();
    c.ensure(characters <= HEADER_CHARACTERS, rule);
}

/// Checks that the header is one that CloudFront adds to requests.
pub fn forbidden_header(value: &OriginCustomHeader, c: &Checker<'_>, rule: &'static str) {
    let name = value.header_name.as_deref().unwrap_or_default();
    let has_prefix = FORBIDDEN_PREFIXES.iter().any(|prefix| starts_with_ignore_case(name, prefix));
    c.ensure(!has_prefix && !is_one_of(name, FORBIDDEN_HEADERS), rule);
}

/// Checks that no two origins have the same id.
pub fn unique_origin_ids(value: &Origins, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.id.as_deref(), rule);
}

/// Checks that the id of an origin group is neither that of an origin nor that of another group.
pub fn origin_group_ids(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let groups = || origin_groups(value).iter().enumerate();
    let of_origins = origins(value).iter().filter_map(|origin| Some((origin.id.as_deref()?, None)));
    let of_groups = groups().filter_map(|(index, group)| Some((group.id.as_deref()?, Some(index))));
    // The first that has the id; no position if it is an origin.
    let owners = Index::new(of_origins.chain(of_groups));
    for (index, group) in groups() {
        if group.id.as_deref().is_some_and(|id| owners.get(id) != Some(Some(index))) {
            c.broken_at(&["OriginGroups", "Items"], Some(index), rule);
        }
    }
}

/// Checks that each member of an origin group is an origin of the distribution.
pub fn origin_group_members(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let groups = origin_groups(value);
    if groups.is_empty() || !has_named_origins(value) {
        return;
    }
    let targets = Targets::of(value);
    for (index, group) in groups.iter().enumerate() {
        let members = group.members.as_ref().and_then(|members| members.items.as_ref());
        let is_origin = |member: &OriginGroupMember| {
            member.origin_id.as_deref().is_none_or(|id| targets.origin(id).is_some())
        };
        c.within(&["OriginGroups", "Items"], Some(index), &|c| {
            c.ensure_each(&["Members", "Items"], members, is_origin, rule);
        });
    }
}

/// Checks that the members of an origin group differ.
pub fn distinct_members(value: &OriginGroupMembers, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.origin_id.as_deref(), rule);
}

/// Checks that each origin is used. Skipped if functions could select it, or if a behavior refers to an origin that
/// does not exist, because this origin may be meant.
pub fn unused_origins(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    if !has_functions(value) && all_have_targets(value) {
        let items = value.origins.as_ref().and_then(|origins| origins.items.as_ref());
        let used = Index::of_keys(target_ids(value).chain(group_members(value)));
        let is_used = |origin: &Origin| origin.id.as_deref().is_none_or(|id| used.contains(id));
        c.ensure_each(&["Origins", "Items"], items, is_used, rule);
    }
}

/// Returns whether a cache behavior has functions, which can send requests to any origin.
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

/// Returns the ids that the members of origin groups refer to.
fn group_members(value: &DistributionConfig) -> impl Iterator<Item = &str> {
    let members = origin_groups(value).iter().filter_map(|group| group.members.as_ref());
    let members = members.flat_map(|members| members.items.iter().flatten());
    members.filter_map(|member| member.origin_id.as_deref())
}

/// Checks that an origin has a name, not an IP address. Skipped for VPC origins, because their documentation does not
/// exclude IP addresses.
pub fn address_as_origin(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    let is_address = value.domain_name.as_deref().is_some_and(|name| name.parse::<Ipv4Addr>().is_ok());
    c.ensure(!is_address || value.vpc_origin_config.is_some(), rule);
}

/// Checks that the first part of a bucket's domain name is a valid bucket name. Skipped where a parameter of tenants is
/// part of it.
pub fn s3_bucket_name(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    let (Some(name), Some(_)) = (&value.domain_name, &value.s3_origin_config) else { return };
    let Some(end) = name.rfind(".s3.").or_else(|| name.rfind(".s3-")) else { return };
    let bucket = name.get(..end).unwrap_or_default();
    let is_allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-');
    let fits = (3..=63).contains(&bucket.len()) && bucket.bytes().all(is_allowed) && !bucket.contains("..");
    c.ensure(fits || bucket.contains("{{"), rule);
}

/// Checks that a domain name contains no more parameters of tenants than the quota allows.
pub fn domain_name_parameters(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    few_parameters(value.domain_name.as_deref(), c, rule);
}

/// Checks that an origin path contains no more parameters of tenants than the quota allows.
pub fn origin_path_parameters(value: &Origin, c: &Checker<'_>, rule: &'static str) {
    few_parameters(value.origin_path.as_deref(), c, rule);
}

fn few_parameters(text: Option<&str>, c: &Checker<'_>, rule: &'static str) {
    // Most texts have no brace, and searching for a character is faster than for a string.
    let count = text.filter(|text| text.contains('{')).map_or(0, |text| text.matches("{{").count());
    c.quota(rule, PARAMETERS, count as u64);
}

/// Checks that origin groups fail over only on statuses that CloudFront supports.
pub fn failover_statuses(value: &StatusCodes, c: &Checker<'_>, rule: &'static str) {
    let expected = Expected::OneOfNumbers(FAILOVER_STATUSES);
    let is_known = |status: &i32| FAILOVER_STATUSES.contains(&i64::from(*status));
    c.expect_each(&["Items"], value.items.as_ref(), expected, is_known, rule);
}

/// Checks that the read timeout of a custom origin is not longer than the quota allows.
pub fn custom_read_timeout(value: &CustomOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// Checks that the keep-alive timeout of a custom origin is not longer than the quota allows.
pub fn custom_keepalive_timeout(value: &CustomOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_keepalive_timeout, c, rule);
}

/// Checks that the read timeout of an S3 origin is not longer than the quota allows.
pub fn s3_read_timeout(value: &S3OriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// Checks that the read timeout of a VPC origin is not longer than the quota allows.
pub fn vpc_read_timeout(value: &VpcOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_read_timeout, c, rule);
}

/// Checks that the keep-alive timeout of a VPC origin is not longer than the quota allows.
pub fn vpc_keepalive_timeout(value: &VpcOriginConfig, c: &Checker<'_>, rule: &'static str) {
    few_seconds(value.origin_keepalive_timeout, c, rule);
}

/// Checks that a timeout is not longer than the quota allows. Skipped for a negative timeout, which another rule
/// reports.
fn few_seconds(timeout: Option<i32>, c: &Checker<'_>, rule: &'static str) {
    let seconds = timeout.and_then(|seconds| u64::try_from(seconds).ok());
    c.quota(rule, TIMEOUT_SECONDS, seconds.unwrap_or_default());
}
