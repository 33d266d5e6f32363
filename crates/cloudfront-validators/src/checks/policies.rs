//! Checks of policies, functions, keys and field-level encryption.

use cloudfront_shapes::{
    CachePolicyCookiesConfig, CachePolicyHeadersConfig, CachePolicyQueryStringsConfig, CookieNames,
    FieldLevelEncryptionProfileConfig, FieldPatterns, Headers, OriginRequestPolicyConfig,
    OriginRequestPolicyCookiesConfig, OriginRequestPolicyHeaderBehavior, OriginRequestPolicyHeadersConfig,
    OriginRequestPolicyQueryStringsConfig, ParametersInCacheKeyAndForwardedToOrigin, PublicKeyConfig,
    QueryStringNames, ResponseHeadersPolicyAccessControlAllowOrigins,
    ResponseHeadersPolicyCustomHeadersConfig, ResponseHeadersPolicyRemoveHeader,
    ResponseHeadersPolicyRemoveHeadersConfig, ResponseHeadersPolicyServerTimingHeadersConfig,
};
use shapewright_validation::Checker;

use super::repeats::{Caseless, tell_clashing, tell_repeated};

/// Names of one kind that a policy may list, unless the quota was raised.
const NAMES_PER_POLICY: u64 = 10;

/// Characters that all names of a policy may have together.
const CHARACTERS_OF_NAMES: usize = 1024;

/// Field patterns that a profile may list, unless the quota was raised.
const FIELD_PATTERNS_PER_PROFILE: u64 = 10;

/// Characters of a key in base64. RSA keys of 2048 bits have 392 of them, of 3072 bits 564.
const PUBLIC_KEY_CHARACTERS: usize = 400;

/// How keys in base64 begin (RFC 5280, section 4.1; RFC 3279 and 5480) that are neither RSA with 2048 bits nor on curve P-256.
const REFUSED_KEYS: &[&str] = &[
    "MFwwDQYJKoZIhvcNAQEBBQAD",     // RSA, 512 bits
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GN", // RSA, 1024 bits
    "MIIBojANBgkqhkiG9w0BAQEFAAOC", // RSA, 3072 bits
    "MIICIjANBgkqhkiG9w0BAQEFAAOC", // RSA, 4096 bits
    "MHYwEAYHKoZIzj0CAQYFK4EEACID", // P-384
    "MIGbMBAGByqGSM49AgEGBSuBBAAj", // P-521
    "MFYwEAYHKoZIzj0CAQYFK4EEAAoD", // secp256k1
    "MCowBQYDK2VwAyEA",             // Ed25519
];

/// Steps between two sampling rates that differ in the fourth decimal.
const SAMPLING_STEPS: f64 = 10_000.0;

/// Headers that origin request policies cannot list.
const NOT_IN_ORIGIN_REQUESTS: [&str; 3] = ["Authorization", "Accept-Encoding", "x-amz-content-sha256"];

/// Headers that response headers policies cannot remove.
const NOT_REMOVABLE: [&str; 31] = [
    "Connection",
    "Content-Encoding",
    "Content-Length",
    "Expect",
    "Host",
    "Keep-Alive",
    "Proxy-Authenticate",
    "Proxy-Authorization",
    "Proxy-Connection",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
    "Via",
    "Warning",
    "X-Accel-Buffering",
    "X-Accel-Charset",
    "X-Accel-Limit-Rate",
    "X-Accel-Redirect",
    "X-Amzn-Auth",
    "X-Amzn-Cf-Billing",
    "X-Amzn-Cf-Id",
    "X-Amzn-Cf-Xff",
    "X-Amzn-ErrorType",
    "X-Amzn-Fle-Profile",
    "X-Amzn-Header-Count",
    "X-Amzn-Header-Order",
    "X-Amzn-Lambda-Integration-Tag",
    "X-Amzn-RequestId",
    "X-Cache",
    "X-Forwarded-Proto",
    "X-Real-Ip",
];

/// Beginnings of headers that response headers policies cannot remove.
const NOT_REMOVABLE_PREFIXES: [&str; 2] = ["X-Amz-Cf-", "X-Edge-"];

/// Cookies of a cache policy.
pub(crate) fn cache_policy_cookies(value: &CachePolicyCookiesConfig, c: &Checker<'_>, rule: &'static str) {
    quota(cookies(value.cookies.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// Headers of a cache policy.
pub(crate) fn cache_policy_headers(value: &CachePolicyHeadersConfig, c: &Checker<'_>, rule: &'static str) {
    quota(headers(value.headers.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// Query strings of a cache policy.
pub(crate) fn cache_policy_query_strings(
    value: &CachePolicyQueryStringsConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    quota(query_strings(value.query_strings.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// Cookies of an origin request policy.
pub(crate) fn origin_request_cookies(
    value: &OriginRequestPolicyCookiesConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    quota(cookies(value.cookies.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// Headers of an origin request policy.
pub(crate) fn origin_request_headers(
    value: &OriginRequestPolicyHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    quota(headers(value.headers.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// Query strings of an origin request policy.
pub(crate) fn origin_request_query_strings(
    value: &OriginRequestPolicyQueryStringsConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    quota(query_strings(value.query_strings.as_ref()), NAMES_PER_POLICY, c, rule);
}

/// All names of a cache policy together.
pub(crate) fn cache_key_names_length(
    value: &ParametersInCacheKeyAndForwardedToOrigin,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let headers = headers(value.headers_config.as_ref().and_then(|it| it.headers.as_ref()));
    let cookies = cookies(value.cookies_config.as_ref().and_then(|it| it.cookies.as_ref()));
    let strings = query_strings(value.query_strings_config.as_ref().and_then(|it| it.query_strings.as_ref()));
    c.ensure(names_fit([headers, cookies, strings]), rule);
}

/// All names of an origin request policy together.
pub(crate) fn origin_request_names_length(
    value: &OriginRequestPolicyConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let headers = headers(value.headers_config.as_ref().and_then(|it| it.headers.as_ref()));
    let cookies = cookies(value.cookies_config.as_ref().and_then(|it| it.cookies.as_ref()));
    let strings = query_strings(value.query_strings_config.as_ref().and_then(|it| it.query_strings.as_ref()));
    c.ensure(names_fit([headers, cookies, strings]), rule);
}

/// `Accept-Encoding` listed by hand, although CloudFront handles it.
pub(crate) fn accept_encoding_twice(
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

/// Headers that only a cache policy can forward.
pub(crate) fn origin_request_forbidden_header(
    value: &OriginRequestPolicyHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    if value.header_behavior == Some(OriginRequestPolicyHeaderBehavior::Whitelist) {
        let allowed = |name: &String| !is_one_of(name, &NOT_IN_ORIGIN_REQUESTS);
        c.ensure_each(&["Headers", "Items"], headers(value.headers.as_ref()), allowed, rule);
    }
}

/// Headers beside those of the viewer that CloudFront does not add.
pub(crate) fn origin_request_cloudfront_header(
    value: &OriginRequestPolicyHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    if value.header_behavior == Some(OriginRequestPolicyHeaderBehavior::AllViewerAndWhitelistCloudFront) {
        let is_added = |name: &String| begins_with(name, "CloudFront-");
        c.ensure_each(&["Headers", "Items"], headers(value.headers.as_ref()), is_added, rule);
    }
}

/// Wildcards in origins.
pub(crate) fn allow_origins(
    value: &ResponseHeadersPolicyAccessControlAllowOrigins,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_each(&["Items"], value.items.as_ref(), |origin| is_origin(origin), rule);
}

/// Custom headers that are listed before.
pub(crate) fn custom_headers_unique(
    value: &ResponseHeadersPolicyCustomHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    tell_repeated(&["Items"], &value.items, |it| it.header.as_deref().map(Caseless), c, rule);
}

/// Headers to remove that are listed before.
pub(crate) fn removed_headers_unique(
    value: &ResponseHeadersPolicyRemoveHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    tell_repeated(&["Items"], &value.items, |it| it.header.as_deref().map(Caseless), c, rule);
}

/// A header that cannot be removed.
pub(crate) fn removable_header(
    value: &ResponseHeadersPolicyRemoveHeader,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let fixed = value.header.as_ref().is_some_and(|name| {
        is_one_of(name, &NOT_REMOVABLE)
            || NOT_REMOVABLE_PREFIXES.iter().any(|prefix| begins_with(name, prefix))
    });
    c.ensure(!fixed, rule);
}

/// Decimals of a sampling rate; how large it may be is a rule of its own.
pub(crate) fn sampling_rate_decimals(
    value: &ResponseHeadersPolicyServerTimingHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let rate = value.sampling_rate.filter(|rate| (0.0..=100.0).contains(rate));
    let steps = rate.unwrap_or_default() * SAMPLING_STEPS;
    c.ensure((steps - steps.round()).abs() < 1e-6, rule);
}

/// Field patterns of all entities of a profile.
pub(crate) fn profile_field_patterns(
    value: &FieldLevelEncryptionProfileConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let entities = value.encryption_entities.as_ref().and_then(|it| it.items.as_ref()).into_iter().flatten();
    let patterns = entities.filter_map(|entity| entity.field_patterns.as_ref()?.items.as_ref());
    let count: usize = patterns.map(Vec::len).sum();
    c.quota(rule, FIELD_PATTERNS_PER_PROFILE, count as u64);
}

/// Field patterns that have names in common with one before.
pub(crate) fn field_patterns_overlap(value: &FieldPatterns, c: &Checker<'_>, rule: &'static str) {
    tell_clashing(&["Items"], &value.items, |one, other| covers(one, other) || covers(other, one), c, rule);
}

/// A public key in PEM format: the first line, the key in base64, the last line.
pub(crate) fn public_key_pem(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    let is_pem = |text: &str| {
        public_key(text).is_some_and(|key| key.bytes().any(is_base64) && key.bytes().all(is_base64_line))
    };
    c.ensure(value.encoded_key.as_deref().is_none_or(is_pem), rule);
}

/// A public key of a kind that CloudFront does not take.
pub(crate) fn public_key_kind(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    c.ensure(!has_refused_kind(value), rule);
}

/// A public key that is too large, of whatever kind.
pub(crate) fn public_key_size(value: &PublicKeyConfig, c: &Checker<'_>, rule: &'static str) {
    let key = value.encoded_key.as_deref().and_then(public_key).unwrap_or_default();
    let size = key.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
    c.ensure(size <= PUBLIC_KEY_CHARACTERS || has_refused_kind(value), rule);
}

/// What stands between the lines of a public key, of whatever label: `BEGIN PUBLIC KEY`, `BEGIN RSA PUBLIC KEY`.
fn public_key(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (key, _) = rest.split_once("-----END ")?;
    label.ends_with("PUBLIC KEY").then_some(key)
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

fn is_base64_line(byte: u8) -> bool {
    is_base64(byte) || byte == b'=' || byte.is_ascii_whitespace()
}

fn has_refused_kind(value: &PublicKeyConfig) -> bool {
    let key = value.encoded_key.as_deref().and_then(public_key).unwrap_or_default();
    REFUSED_KEYS.iter().any(|start| key.trim_start().starts_with(start))
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

/// At most `default` names, or as many as the policy of the validation allows. Where there are more, the list's
/// structure is to blame.
fn quota(names: Option<&Vec<String>>, default: u64, c: &Checker<'_>, rule: &'static str) {
    let count = names.map_or(0, Vec::len) as u64;
    c.quota(rule, default, count);
}

/// Whether the names of a policy are not too long together.
fn names_fit(lists: [Option<&Vec<String>>; 3]) -> bool {
    lists.map(characters).iter().sum::<usize>() <= CHARACTERS_OF_NAMES
}

fn characters(names: Option<&Vec<String>>) -> usize {
    names.into_iter().flatten().map(|name| name.chars().count()).sum()
}

/// Whether a header is one of those, in capitals or not.
fn is_one_of(name: &str, headers: &[&str]) -> bool {
    headers.iter().any(|header| header.eq_ignore_ascii_case(name))
}

/// Whether a header begins with a prefix, in capitals or not.
fn begins_with(name: &str, prefix: &str) -> bool {
    name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Whether a wildcard stands where it may: for the whole, or for the first part of the domain. Ports are not looked at.
fn is_origin(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let domain = host.split_once(':').map_or(host, |(domain, _)| domain);
    let rest = domain.strip_prefix("*.").unwrap_or(domain);
    domain == "*" || !rest.contains('*')
}

/// Whether every field that matches the second pattern matches the first.
fn covers(wide: &str, narrow: &str) -> bool {
    wide.strip_suffix('*').map_or(wide == narrow, |prefix| narrow.starts_with(prefix))
}
