//! Cache behaviors and what they refer to.

use cloudfront_shapes::{
    AllowedMethods, CacheBehavior, CacheBehaviors, CookiePreference, DefaultCacheBehavior,
    DistributionConfig, EventType, ForwardedValues, FunctionAssociations, ItemSelection,
    LambdaFunctionAssociations, Method, OriginProtocolPolicy,
};
use shapewright_validation::Checker;

use crate::common::{behaviors, has_named_origins, is_one_of};
use crate::targets::Targets;

/// Headers that cannot be part of the cache key, whatever the origin.
const REFUSED_HEADERS: &[&str] = &["Connection", "Cookie", "Proxy-Authorization", "TE", "Upgrade"];

/// Headers that a behavior may forward, by default.
const FORWARDED_HEADERS: u64 = 10;

/// Cookies that a behavior may forward, by default.
const FORWARDED_COOKIES: u64 = 10;

/// Bytes that the names of forwarded cookies may have, one more counted for each name.
const COOKIE_BYTES: usize = 512;

/// Lambda functions that all behaviors of a distribution may have together, by default.
const LAMBDA_ASSOCIATIONS: u64 = 100;

/// The members that the default cache behavior and the others have in common.
struct Behavior<'a> {
    target: Option<&'a str>,
    methods: Option<&'a AllowedMethods>,
    forwarded: Option<&'a ForwardedValues>,
    lambdas: Option<&'a LambdaFunctionAssociations>,
    encryption: Option<&'a str>,
}

impl<'a> From<&'a DefaultCacheBehavior> for Behavior<'a> {
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
    /// Returns all behaviors of a distribution, the default one first.
    fn all(distribution: &'a DistributionConfig) -> impl Iterator<Item = Behavior<'a>> {
        let default = distribution.default_cache_behavior.iter().map(Behavior::from);
        default.chain(behaviors(distribution).iter().map(Behavior::from))
    }

    /// Returns whether the behavior refers to an S3 bucket that is configured as one.
    fn targets_bucket(&self, targets: &Targets<'_>) -> bool {
        let origin = self.target.and_then(|id| targets.origin(id));
        origin.is_some_and(|origin| origin.s3_origin_config.is_some())
    }

    /// Returns whether the behavior refers to an origin or a group that exists, or to none.
    fn has_target(&self, targets: &Targets<'_>) -> bool {
        self.target.is_none_or(|id| targets.origin(id).is_some() || targets.has_group(id))
    }
}

/// Reports the rule at every behavior for which `holds` returns `false`.
fn ensure_behaviors(
    value: &DistributionConfig,
    c: &Checker<'_>,
    rule: &'static str,
    holds: &dyn Fn(&Behavior<'_>) -> bool,
) {
    if let Some(behavior) = &value.default_cache_behavior
        && !holds(&behavior.into())
    {
        c.broken_at(&["DefaultCacheBehavior"], None, rule);
    }
    let others = value.cache_behaviors.as_ref().and_then(|behaviors| behaviors.items.as_ref());
    c.ensure_each(&["CacheBehaviors", "Items"], others, |behavior| holds(&behavior.into()), rule);
}

/// Checks that every behavior refers to an origin or an origin group of the distribution.
pub fn behavior_targets(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    if has_named_origins(value) {
        let targets = Targets::of(value);
        ensure_behaviors(value, c, rule, &|behavior| behavior.has_target(&targets));
    }
}

/// Returns the ids that the behaviors of a distribution refer to.
pub(crate) fn target_ids(value: &DistributionConfig) -> impl Iterator<Item = &str> {
    Behavior::all(value).filter_map(|behavior| behavior.target)
}

/// Returns whether every behavior that refers to an origin or a group refers to one that exists.
pub(crate) fn all_have_targets(value: &DistributionConfig) -> bool {
    let targets = Targets::of(value);
    Behavior::all(value).all(|behavior| behavior.has_target(&targets))
}

/// Checks that a behavior that refers to an origin group allows only methods without side effects.
pub fn behavior_group_methods(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let is_safe = |method: &Method| matches!(method, Method::Get | Method::Head | Method::Options);
    let targets = Targets::of(value);
    ensure_behaviors(value, c, rule, &|behavior| {
        let mut methods = behavior.methods.iter().flat_map(|methods| methods.items.iter().flatten());
        methods.all(is_safe) || !behavior.target.is_some_and(|id| targets.has_group(id))
    });
}

/// Checks that a behavior that encrypts fields does not refer to an origin that is reached without TLS.
pub fn behavior_encryption_origins(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let targets = Targets::of(value);
    let uses_http_only = |behavior: &Behavior<'_>| {
        let origin = behavior.target.and_then(|id| targets.origin(id));
        let custom = origin.and_then(|origin| origin.custom_origin_config.as_ref());
        let policy = custom.and_then(|custom| custom.origin_protocol_policy.as_ref());
        policy == Some(&OriginProtocolPolicy::HttpOnly)
    };
    ensure_behaviors(value, c, rule, &|behavior| {
        let encrypts = behavior.encryption.is_some_and(|id| !id.is_empty());
        !encrypts || !uses_http_only(behavior)
    });
}

/// Checks that a behavior that refers to an S3 bucket forwards no cookies.
pub fn behavior_s3_cookies(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let targets = Targets::of(value);
    ensure_behaviors(value, c, rule, &|behavior| {
        let cookies = behavior.forwarded.and_then(|forwarded| forwarded.cookies.as_ref());
        let forward = cookies.and_then(|cookies| cookies.forward.as_ref());
        forward.is_none_or(|forward| *forward == ItemSelection::None) || !behavior.targets_bucket(&targets)
    });
}

/// Checks that a behavior that refers to an S3 bucket does not forward `Host`.
pub fn behavior_s3_headers(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let is_host = |name: &String| name.eq_ignore_ascii_case("Host");
    let targets = Targets::of(value);
    let check = |behavior: Behavior<'_>, path: &[&'static str], index: Option<usize>| {
        let names = behavior.forwarded.and_then(header_names);
        if names.into_iter().flatten().any(is_host) && behavior.targets_bucket(&targets) {
            c.within(path, index, &|c| {
                c.ensure_each(&["ForwardedValues", "Headers", "Items"], names, |name| !is_host(name), rule);
            });
        }
    };
    if let Some(behavior) = &value.default_cache_behavior {
        check(behavior.into(), &["DefaultCacheBehavior"], None);
    }
    for (index, behavior) in behaviors(value).iter().enumerate() {
        check(behavior.into(), &["CacheBehaviors", "Items"], Some(index));
    }
}

/// Checks that all behaviors together have no more Lambda functions than the quota allows.
pub fn lambda_associations(value: &DistributionConfig, c: &Checker<'_>, rule: &'static str) {
    let lists = Behavior::all(value).filter_map(|behavior| behavior.lambdas?.items.as_ref());
    c.quota(rule, LAMBDA_ASSOCIATIONS, lists.map(Vec::len).sum::<usize>() as u64);
}

/// Checks that no two behaviors have the same path pattern; a leading slash makes no difference.
pub fn path_patterns(value: &CacheBehaviors, c: &Checker<'_>, rule: &'static str) {
    fn without_slash(behavior: &CacheBehavior) -> Option<&str> {
        let pattern = behavior.path_pattern.as_deref()?;
        Some(pattern.strip_prefix('/').unwrap_or(pattern))
    }
    c.ensure_unique(&["Items"], value.items.as_ref(), without_slash, rule);
}

/// Checks that no two functions of a behavior run on the same event.
pub fn function_events(value: &FunctionAssociations, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(
        &["Items"],
        value.items.as_ref(),
        |it| it.event_type.as_ref().map(EventType::as_str),
        rule,
    );
}

/// Checks that no two Lambda functions of a behavior run on the same event.
pub fn lambda_events(value: &LambdaFunctionAssociations, c: &Checker<'_>, rule: &'static str) {
    c.ensure_unique(
        &["Items"],
        value.items.as_ref(),
        |it| it.event_type.as_ref().map(EventType::as_str),
        rule,
    );
}

/// Returns the names of forwarded headers.
fn header_names(value: &ForwardedValues) -> Option<&Vec<String>> {
    value.headers.as_ref()?.items.as_ref()
}

/// Checks that no forwarded header is one that CloudFront does not forward.
pub fn forwarded_headers(value: &ForwardedValues, c: &Checker<'_>, rule: &'static str) {
    let is_allowed = |name: &String| !is_one_of(name, REFUSED_HEADERS);
    c.ensure_each(&["Headers", "Items"], header_names(value), is_allowed, rule);
}

/// Checks that there are no more forwarded headers than the quota allows.
pub fn forwarded_header_count(value: &ForwardedValues, c: &Checker<'_>, rule: &'static str) {
    c.quota(rule, FORWARDED_HEADERS, header_names(value).map_or(0, Vec::len) as u64);
}

/// Returns the names of forwarded cookies.
fn cookie_names(value: &CookiePreference) -> &[String] {
    value.whitelisted_names.as_ref().and_then(|names| names.items.as_deref()).unwrap_or_default()
}

/// Checks that there are no more forwarded cookies than the quota allows.
pub fn forwarded_cookie_count(value: &CookiePreference, c: &Checker<'_>, rule: &'static str) {
    c.quota(rule, FORWARDED_COOKIES, cookie_names(value).len() as u64);
}

/// Checks that the names of forwarded cookies are not too long together.
pub fn forwarded_cookie_bytes(value: &CookiePreference, c: &Checker<'_>, rule: &'static str) {
    let bytes: usize = cookie_names(value).iter().map(|name| name.len() + 1).sum();
    c.ensure(bytes <= COOKIE_BYTES, rule);
}
