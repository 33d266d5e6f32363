//! Checks of cache behaviors and what they refer to.

use cloudfront_shapes::{
    AllowedMethods, CacheBehavior, CacheBehaviors, CookiePreference, DefaultCacheBehavior,
    DistributionConfig, ForwardedValues, FunctionAssociations, ItemSelection, LambdaFunctionAssociations,
    Method, Origin, OriginProtocolPolicy,
};
use shapewright_validation::Checker;

use super::common::{behaviors, has_named_origins, is_id, origin_groups, origins};
use super::repeats::tell_repeated;

/// Headers that cannot be part of the cache key, whatever the origin.
const REFUSED_HEADERS: [&str; 5] = ["Connection", "Cookie", "Proxy-Authorization", "TE", "Upgrade"];

/// Bytes for the names of forwarded cookies, less one for each.
const COOKIE_BYTES: usize = 512;

/// What the default behavior and the others have in common.
struct Behavior<'a> {
    target: Option<&'a str>,
    methods: Option<&'a AllowedMethods>,
    forwarded: Option<&'a ForwardedValues>,
    lambdas: Option<&'a LambdaFunctionAssociations>,
    encryption: Option<&'a str>,
}

impl<'a> From<&'a DefaultCacheBehavior> for Behavior<'a> {
    #[inline]
    fn from(value: &'a DefaultCacheBehavior) -> Self {
        Behavior {
            target: value.target_origin_id.as_deref(),
            methods: value.allowed_methods.as_ref(),
            forwarded: value.forwarded_values.as_ref(),
            lambdas: value.lambda_function_associations.as_ref(),
            encryption: value.field_level_encryption_id.as_deref(),
        }
    }
}

impl<'a> From<&'a CacheBehavior> for Behavior<'a> {
    #[inline]
    fn from(value: &'a CacheBehavior) -> Self {
        Behavior {
            target: value.target_origin_id.as_deref(),
            methods: value.allowed_methods.as_ref(),
            forwarded: value.forwarded_values.as_ref(),
            lambdas: value.lambda_function_associations.as_ref(),
            encryption: value.field_level_encryption_id.as_deref(),
        }
    }
}

impl<'a> Behavior<'a> {
    /// The origin that the behavior names, if it is an origin and no group.
    fn origin<'d>(&self, distribution: &'d DistributionConfig) -> Option<&'d Origin> {
        let target = self.target?;
        origins(distribution).iter().find(|origin| is_id(&origin.id, target))
    }

    /// The names of forwarded headers.
    fn header_names(&self) -> &'a [String] {
        self.forwarded.and_then(header_names).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether what the behavior names, if anything, is an origin or a group.
    fn has_target(&self, distribution: &DistributionConfig) -> bool {
        self.target.is_none() || self.origin(distribution).is_some() || self.targets_group(distribution)
    }

    /// Whether the behavior names an origin group.
    fn targets_group(&self, distribution: &DistributionConfig) -> bool {
        let mut groups = origin_groups(distribution).iter();
        self.target.is_some_and(|target| groups.any(|group| is_id(&group.id, target)))
    }
}

/// Tells the rule at every behavior that does not hold to it.
#[inline(always)]
fn ensure_behaviors(
    value: &DistributionConfig,
    c: &Checker<'_>,
    rule: &'static str,
    holds: impl Fn(&Behavior<'_>) -> bool,
) {
    tell_behaviors(value, c, |behavior| !holds(behavior), |_, c| c.broken(rule));
}

/// Runs `tell` at every behavior that is wrong.
// Inline, and `tell` gets a behavior made anew, so that each rule collects only what `is_wrong` looks at.
#[inline(always)]
fn tell_behaviors(
    value: &DistributionConfig,
    c: &Checker<'_>,
    is_wrong: impl Fn(&Behavior<'_>) -> bool,
    tell: impl Fn(&Behavior<'_>, &Checker<'_>),
) {
    if let Some(behavior) = &value.default_cache_behavior
        && is_wrong(&behavior.into())
    {
        c.within(&["DefaultCacheBehavior"], None, &|c| tell(&behavior.into(), c));
    }
    for (index, behavior) in behaviors(value).iter().enumerate() {
        if is_wrong(&behavior.into()) {
            c.within(&["CacheBehaviors", "Items"], Some(index), &|c| tell(&behavior.into(), c));
        }
    }
}

/// Every behavior names an origin or an origin group of the distribution.
pub(crate) fn behavior_targets(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    if has_named_origins(value) {
        ensure_behaviors(value, c, rule, |behavior| behavior.has_target(value));
    }
}

/// Whether every behavior that names an origin or a group names one that is there.
pub(super) fn all_have_targets(value: &DistributionConfig) -> bool {
    let mut all = value.default_cache_behavior.iter().map(Behavior::from);
    all.all(|behavior| behavior.has_target(value))
        && behaviors(value).iter().all(|behavior| Behavior::from(behavior).has_target(value))
}

/// A behavior that names an origin group allows only methods without side effects.
pub(crate) fn behavior_group_methods(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    ensure_behaviors(value, c, rule, |behavior| {
        let methods = || behavior.methods.and_then(|methods| methods.items.as_ref()).into_iter().flatten();
        let is_safe = |method: &Method| matches!(method, Method::Get | Method::Head | Method::Options);
        !behavior.targets_group(value) || methods().all(is_safe)
    });
}

/// A behavior that encrypts fields does not name an origin that is asked without TLS.
pub(crate) fn behavior_encryption_origins(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    ensure_behaviors(value, c, rule, |behavior| {
        let encrypts = behavior.encryption.is_some_and(|id| !id.is_empty());
        let custom = || behavior.origin(value).and_then(|origin| origin.custom_origin_config.as_ref());
        let policy = || custom().and_then(|custom| custom.origin_protocol_policy.as_ref());
        !encrypts || policy() != Some(&OriginProtocolPolicy::HttpOnly)
    });
}

/// A behavior that names an S3 bucket forwards no cookies.
pub(crate) fn behavior_s3_cookies(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    ensure_behaviors(value, c, rule, |behavior| {
        let cookies = behavior.forwarded.and_then(|forwarded| forwarded.cookies.as_ref());
        let forward = cookies.and_then(|cookies| cookies.forward.as_ref());
        forward.is_none_or(|forward| *forward == ItemSelection::None) || !is_bucket(behavior.origin(value))
    });
}

/// A behavior that names an S3 bucket does not forward `Host`.
pub(crate) fn behavior_s3_headers(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let is_host = |name: &String| name.eq_ignore_ascii_case("Host");
    let is_wrong = |behavior: &Behavior<'_>| {
        behavior.header_names().iter().any(is_host) && is_bucket(behavior.origin(value))
    };
    tell_behaviors(value, c, is_wrong, |behavior, c| {
        for (index, _) in behavior.header_names().iter().enumerate().filter(|(_, name)| is_host(name)) {
            c.broken_at(&["ForwardedValues", "Headers", "Items"], Some(index), rule);
        }
    });
}

/// Whether an origin is an S3 bucket that is addressed as such.
fn is_bucket(origin: Option<&Origin>) -> bool {
    origin.is_some_and(|origin| origin.s3_origin_config.is_some())
}

/// The functions at the edge of all behaviors together are not more than the quota.
pub(crate) fn lambda_associations(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let first = value.default_cache_behavior.iter().map(Behavior::from);
    let all = first.chain(behaviors(value).iter().map(Behavior::from));
    let lists = all.filter_map(|behavior| behavior.lambdas.and_then(|lambdas| lambdas.items.as_ref()));
    c.quota(rule, 100, lists.map(Vec::len).sum::<usize>() as u64);
}

/// No two behaviors have one pattern; a slash in front makes no difference.
pub(crate) fn path_patterns(value: &CacheBehaviors, c: &Checker<'_>, rule: &'static str) {
    fn bare(behavior: &CacheBehavior) -> Option<&str> {
        behavior.path_pattern.as_deref().map(|pattern| pattern.strip_prefix('/').unwrap_or(pattern))
    }
    tell_repeated(&["Items"], &value.items, bare, c, rule);
}

/// No two functions of a behavior run on one event.
pub(crate) fn function_events(value: &FunctionAssociations, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.event_type.as_ref(), c, rule);
}

/// No two Lambda functions of a behavior run on one event.
pub(crate) fn lambda_events(value: &LambdaFunctionAssociations, c: &Checker<'_>, rule: &'static str) {
    tell_repeated(&["Items"], &value.items, |it| it.event_type.as_ref(), c, rule);
}

/// The names of forwarded headers.
fn header_names(value: &ForwardedValues) -> Option<&Vec<String>> {
    value.headers.as_ref().and_then(|headers| headers.items.as_ref())
}

/// No forwarded header is one that CloudFront keeps to itself.
pub(crate) fn forwarded_headers(value: &ForwardedValues, c: &Checker<'_>, rule: &'static str) {
    let is_refused = |name: &String| REFUSED_HEADERS.iter().any(|refused| name.eq_ignore_ascii_case(refused));
    c.ensure_each(&["Headers", "Items"], header_names(value), |name| !is_refused(name), rule);
}

/// The forwarded headers are not more than the quota.
pub(crate) fn forwarded_header_count(value: &ForwardedValues, c: &Checker<'_>, rule: &'static str) {
    c.quota(rule, 10, header_names(value).map_or(0, Vec::len) as u64);
}

/// The names of forwarded cookies.
fn cookie_names(value: &CookiePreference) -> &[String] {
    value.whitelisted_names.as_ref().and_then(|names| names.items.as_deref()).unwrap_or_default()
}

/// The forwarded cookies are not more than the quota.
pub(crate) fn forwarded_cookie_count(value: &CookiePreference, c: &Checker<'_>, rule: &'static str) {
    c.quota(rule, 10, cookie_names(value).len() as u64);
}

/// The names of forwarded cookies are not too long together.
pub(crate) fn forwarded_cookie_bytes(value: &CookiePreference, c: &Checker<'_>, rule: &'static str) {
    let names = cookie_names(value);
    if names.iter().map(|name| name.len() + 1).sum::<usize>() > COOKIE_BYTES {
        c.broken(rule);
    }
}
