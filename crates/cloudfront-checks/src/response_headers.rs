//! Response headers policies.

use cloudfront_shapes::{
    ResponseHeadersPolicyAccessControlAllowOrigins, ResponseHeadersPolicyCustomHeader,
    ResponseHeadersPolicyCustomHeadersConfig, ResponseHeadersPolicyRemoveHeader,
    ResponseHeadersPolicyRemoveHeadersConfig, ResponseHeadersPolicyServerTimingHeadersConfig,
};
use shapewright_validation::Checker;

use crate::common::{IgnoreCase, is_one_of, starts_with_ignore_case};

/// Steps in one percent of a sampling rate: four decimals.
const SAMPLING_STEPS: f64 = 10_000.0;

/// Headers that response headers policies cannot remove.
const NOT_REMOVABLE: &[&str] = &[
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

/// Prefixes of further headers that response headers policies cannot remove.
const NOT_REMOVABLE_PREFIXES: &[&str] = &["X-Amz-Cf-", "X-Edge-"];

/// Headers that only `SecurityHeadersConfig` sets.
const SECURITY: &[&str] = &[
    "Content-Security-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "X-XSS-Protection",
];

/// Headers that only `CorsConfig` sets.
const CORS: &[&str] = &[
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
];

/// Headers that no response headers policy sets. Others are likely, but were not reported.
const NOT_SETTABLE: &[&str] =
    &["X-Accel-Buffering", "X-Accel-Charset", "X-Accel-Limit-Rate", "X-Accel-Redirect"];

/// Checks that allowed origins have a wildcard only where CloudFront accepts one, and no path.
pub fn allow_origins(
    value: &ResponseHeadersPolicyAccessControlAllowOrigins,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_each(&["Items"], value.items.as_ref(), |origin| is_origin(origin), rule);
}

/// Checks that no custom header is listed twice, whatever its case.
pub fn custom_headers_unique(
    value: &ResponseHeadersPolicyCustomHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.header.as_deref().map(IgnoreCase), rule);
}

/// Checks that a custom header is not one that `SecurityHeadersConfig` sets.
pub fn custom_header_not_for_security(
    value: &ResponseHeadersPolicyCustomHeader,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure(!is_one_of(value.header.as_deref().unwrap_or_default(), SECURITY), rule);
}

/// Checks that a custom header is not one that `CorsConfig` sets.
pub fn custom_header_not_for_cors(
    value: &ResponseHeadersPolicyCustomHeader,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure(!is_one_of(value.header.as_deref().unwrap_or_default(), CORS), rule);
}

/// Checks that a custom header is one that CloudFront sets.
pub fn custom_header_allowed(value: &ResponseHeadersPolicyCustomHeader, c: &Checker<'_>, rule: &'static str) {
    c.ensure(!is_one_of(value.header.as_deref().unwrap_or_default(), NOT_SETTABLE), rule);
}

/// Checks that no header to remove is listed twice, whatever its case.
pub fn removed_headers_unique(
    value: &ResponseHeadersPolicyRemoveHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    c.ensure_unique(&["Items"], value.items.as_ref(), |it| it.header.as_deref().map(IgnoreCase), rule);
}

/// Checks that the header can be removed.
pub fn removable_header(value: &ResponseHeadersPolicyRemoveHeader, c: &Checker<'_>, rule: &'static str) {
    let name = value.header.as_deref().unwrap_or_default();
    let has_prefix = NOT_REMOVABLE_PREFIXES.iter().any(|prefix| starts_with_ignore_case(name, prefix));
    c.ensure(!has_prefix && !is_one_of(name, NOT_REMOVABLE), rule);
}

/// Checks that a sampling rate has at most four decimals. Skipped for a rate out of range, which another rule reports.
pub fn sampling_rate_decimals(
    value: &ResponseHeadersPolicyServerTimingHeadersConfig,
    c: &Checker<'_>,
    rule: &'static str,
) {
    let rate = value.sampling_rate.filter(|rate| (0.0..=100.0).contains(rate));
    let steps = rate.unwrap_or_default() * SAMPLING_STEPS;
    c.ensure((steps - steps.round()).abs() < 1e-6, rule);
}

/// Returns whether there is no path, and a wildcard is either the whole domain or its first label. Ports are not
/// checked.
fn is_origin(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let domain = host.split_once(':').map_or(host, |(domain, _)| domain);
    let rest = domain.strip_prefix("*.").unwrap_or(domain);
    !host.contains('/') && (domain == "*" || !rest.contains('*'))
}
