//! Cache policies and origin request policies.

use cloudfront_shapes::{
    CachePolicyCookiesConfig, CachePolicyHeadersConfig, CachePolicyQueryStringsConfig, CookieNames, Headers,
    OriginRequestPolicyConfig, OriginRequestPolicyCookiesConfig, OriginRequestPolicyHeaderBehavior,
    OriginRequestPolicyHeadersConfig, OriginRequestPolicyQueryStringsConfig,
    ParametersInCacheKeyAndForwardedToOrigin, QueryStringNames,
};
use shapewright_validation::Checker;

use crate::common::{is_one_of, starts_with_ignore_case};

/// Names of one kind that a policy may list, by default.
const NAMES_PER_POLICY: u64 = 10;

/// Characters that all names of a policy may have together.
const CHARACTERS_OF_NAMES: usize = 1024;

/// Headers that origin request policies cannot list.
const NOT_IN_ORIGIN_REQUESTS: &[&str] = &["Authorization", "Accept-Encoding", "x-amz-content-sha256"];

/// Checks that a cache policy lists no more cookies than the quota allows.
pub fn cache_policy_cookies(value: &CachePolicyCookiesConfig, c: &Checker<'_>, rule: &'static str) {
    few_names(cookies(value.cookies.as_ref()), c, rule);
}

/// Checks that a cache policy lists no more headers than the quota allows.
pub fn cache_policy_headers(value: &CachePolicyHeadersConfig, c: &Checker<'_>, rule: &'static str) {
    few_names(headers(value.headers.as_ref()), c, rule);
}

/// Checks that a cache policy lists no more query strings than the quota allows.
pub fn cache_policy_query_strings(
    value: &CachePolicyQueryStringsConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    few_names(query_strings(value.query_strings.as_ref()), c, rule);
}

/// Checks that an origin request policy lists no more cookies than the quota allows.
pub fn origin_request_cookies(value: &OriginRequestPolicyCookiesConfig, c: &Checker<'_>, rule: &'static str) {
    few_names(cookies(value.cookies.as_ref()), c, rule);
}

/// Checks that an origin request policy lists no more headers than the quota allows.
pub fn origin_request_headers(value: &OriginRequestPolicyHeadersConfig, c: &Checker<'_>, rule: &'static str) {
    few_names(headers(value.headers.as_ref()), c, rule);
}

/// Checks that an origin request policy lists no more query strings than the quota allows.
pub fn origin_request_query_strings(
    value: &OriginRequestPolicyQueryStringsConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    few_names(query_strings(value.query_strings.as_ref()), c, rule);
}

/// Checks that the names of a cache policy are not too long together.
pub fn cache_key_names_length(
    value: &ParametersInCacheKeyAndForwardedToOrigin,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let headers = headers(value.headers_config.as_ref().and_then(|it| it.headers.as_ref()));
    let cookies = cookies(value.cookies_config.as_ref().and_then(|it| it.cookies.as_ref()));
    let strings = query_strings(value.query_strings_config.as_ref().and_then(|it| it.query_strings.as_ref()));
    c.ensure(names_fit([headers, cookies, strings]), rule);
}

/// Checks that the names of an origin request policy are not too long together.
pub fn origin_request_names_length(value: &OriginRequestPolicyConfig, c: &Checker<'_>, rule: &'static str) {
    let headers = headers(value.headers_config.as_ref().and_then(|it| it.headers.as_ref()));
    let cookies = cookies(value.cookies_config.as_ref().and_then(|it| it.cookies.as_ref()));
    let strings = query_strings(value.query_strings_config.as_ref().and_then(|it| it.query_strings.as_ref()));
    c.ensure(names_fit([headers, cookies, strings]), rule);
}

/// Checks that a cache policy does not list `Accept-Encoding` if CloudFront adds it by itself.
pub fn accept_encoding_twice(
    value: &ParametersInCacheKeyAndForwardedToOrigin,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let flags = [value.enable_accept_encoding_gzip, value.enable_accept_encoding_brotli];
    if flags.contains(&Some(true)) {
        let names = headers(value.headers_config.as_ref().and_then(|it| it.headers.as_ref()));
        let path = &["HeadersConfig", "Headers", "Items"];
        c.ensure_each(path, names, |name| !name.eq_ignore_ascii_case("Accept-Encoding"), rule);
    }
}

/// Checks that a cache policy lists no header whose name is reserved for CloudFront.
pub fn cache_policy_forbidden_header(value: &CachePolicyHeadersConfig, c: &Checker<'_>, rule: &'static str) {
    let is_allowed = |name: &String| !starts_with_ignore_case(name, "X-Edge-");
    c.ensure_each(&["Headers", "Items"], headers(value.headers.as_ref()), is_allowed, rule);
}

/// Checks that an origin request policy lists no header that only a cache policy can forward.
pub fn origin_request_forbidden_header(
    value: &OriginRequestPolicyHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    if value.header_behavior == Some(OriginRequestPolicyHeaderBehavior::Whitelist) {
        let is_allowed = |name: &String| !is_one_of(name, NOT_IN_ORIGIN_REQUESTS);
        c.ensure_each(&["Headers", "Items"], headers(value.headers.as_ref()), is_allowed, rule);
    }
}

/// Checks that an origin request policy that forwards all headers of the viewer adds only headers of CloudFront.
pub fn origin_request_cloudfront_header(
    value: &OriginRequestPolicyHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    if value.header_behavior == Some(OriginRequestPolicyHeaderBehavior::AllViewerAndWhitelistCloudFront) {
        let is_added = |name: &String| starts_with_ignore_case(name, "CloudFront-");
        c.ensure_each(&["Headers", "Items"], headers(value.headers.as_ref()), is_added, rule);
    }
}

fn cookies(names: Option<&CookieNames>) -> Option<&Vec<String>> {
    names?.items.as_ref()
}

fn headers(names: Option<&Headers>) -> Option<&Vec<String>> {
    names?.items.as_ref()
}

fn query_strings(names: Option<&QueryStringNames>) -> Option<&Vec<String>> {
    names?.items.as_ref()
}

/// Checks that a list has no more names than the quota allows. Reports the structure.
fn few_names(names: Option<&Vec<String>>, c: &Checker<'_>, rule: &'static str) {
    c.quota(rule, NAMES_PER_POLICY, names.map_or(0, Vec::len) as u64);
}

/// Returns whether the names of a policy are not too long together.
fn names_fit(lists: [Option<&Vec<String>>; 3]) -> bool {
    let names = lists.into_iter().flatten().flatten();
    names.map(|name| name.chars().count()).sum::<usize>() <= CHARACTERS_OF_NAMES
}
