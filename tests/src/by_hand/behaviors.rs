//! Cache behaviors.

use std::sync::LazyLock;

use cloudfront_shapes::{
    AllowedMethods, CacheBehavior, CacheBehaviors, CachedMethods, CookieNames, CookiePreference,
    DefaultCacheBehavior, EventType, ForwardedValues, FunctionAssociation, FunctionAssociations, GrpcConfig,
    Headers, ItemSelection, LambdaFunctionAssociation, LambdaFunctionAssociations, Method,
    QueryStringCacheKeys, TrustedKeyGroups, ViewerProtocolPolicy,
};
use regex::Regex;

use super::errors::{Errors, is_longer, matches, trusted_signers};

static FUNCTION_ARN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^arn:aws:cloudfront::[0-9]{12}:function/[a-zA-Z0-9-_]{1,64}$").ok());

pub(super) fn cache_behaviors(behaviors: &CacheBehaviors, errors: &mut Errors) {
    errors.items(&behaviors.items, cache_behavior);
    errors.quantity(behaviors.quantity, &behaviors.items);
}

fn cache_behavior(behavior: &CacheBehavior, errors: &mut Errors) {
    errors.require("PathPattern", &behavior.path_pattern);
    errors.one_to("PathPattern", &behavior.path_pattern, 255);
    errors.require("TargetOriginId", &behavior.target_origin_id);
    errors.within("TrustedSigners", &behavior.trusted_signers, trusted_signers);
    errors.within("TrustedKeyGroups", &behavior.trusted_key_groups, trusted_key_groups);
    protocol_policy(&behavior.viewer_protocol_policy, errors);
    errors.within("AllowedMethods", &behavior.allowed_methods, allowed_methods);
    errors.within("LambdaFunctionAssociations", &behavior.lambda_function_associations, lambda_functions);
    errors.within("FunctionAssociations", &behavior.function_associations, functions);
    errors.within("GrpcConfig", &behavior.grpc_config, grpc);
    errors.within("ForwardedValues", &behavior.forwarded_values, forwarded_values);
}

pub(super) fn default_cache_behavior(behavior: &DefaultCacheBehavior, errors: &mut Errors) {
    errors.require("TargetOriginId", &behavior.target_origin_id);
    errors.within("TrustedSigners", &behavior.trusted_signers, trusted_signers);
    errors.within("TrustedKeyGroups", &behavior.trusted_key_groups, trusted_key_groups);
    protocol_policy(&behavior.viewer_protocol_policy, errors);
    errors.within("AllowedMethods", &behavior.allowed_methods, allowed_methods);
    errors.within("LambdaFunctionAssociations", &behavior.lambda_function_associations, lambda_functions);
    errors.within("FunctionAssociations", &behavior.function_associations, functions);
    errors.within("GrpcConfig", &behavior.grpc_config, grpc);
    errors.within("ForwardedValues", &behavior.forwarded_values, forwarded_values);
}

fn protocol_policy(policy: &Option<ViewerProtocolPolicy>, errors: &mut Errors) {
    match policy {
        None => errors.malformed("ViewerProtocolPolicy", "is missing"),
        Some(ViewerProtocolPolicy::Unknown(_)) => {
            errors.malformed("ViewerProtocolPolicy", "is not a known value");
        }
        Some(_) => {}
    }
}

fn trusted_key_groups(groups: &TrustedKeyGroups, errors: &mut Errors) {
    errors.require("Enabled", &groups.enabled);
    errors.quantity(groups.quantity, &groups.items);
}

fn allowed_methods(allowed: &AllowedMethods, errors: &mut Errors) {
    methods(&allowed.items, errors);
    errors.within("CachedMethods", &allowed.cached_methods, cached_methods);
    errors.quantity(allowed.quantity, &allowed.items);
}

fn cached_methods(cached: &CachedMethods, errors: &mut Errors) {
    methods(&cached.items, errors);
    errors.quantity(cached.quantity, &cached.items);
}

fn methods(items: &Option<Vec<Method>>, errors: &mut Errors) {
    errors.require("Items", items);
    for (index, method) in items.iter().flatten().enumerate() {
        if let Method::Unknown(_) = method {
            errors.malformed(&format!("Items/{index}"), "is not a known value");
        }
    }
}

fn lambda_functions(associations: &LambdaFunctionAssociations, errors: &mut Errors) {
    errors.items(&associations.items, lambda_function);
    errors.quantity(associations.quantity, &associations.items);
}

fn lambda_function(association: &LambdaFunctionAssociation, errors: &mut Errors) {
    errors.require("LambdaFunctionARN", &association.lambda_function_arn);
    event_type(&association.event_type, errors);
}

fn functions(associations: &FunctionAssociations, errors: &mut Errors) {
    errors.items(&associations.items, function);
    errors.quantity(associations.quantity, &associations.items);
}

fn function(association: &FunctionAssociation, errors: &mut Errors) {
    errors.require("FunctionARN", &association.function_arn);
    if association.function_arn.as_ref().is_some_and(|arn| is_longer(arn, 108)) {
        errors.malformed("FunctionARN", "is too long");
    }
    if !matches(&FUNCTION_ARN, &association.function_arn) {
        errors.malformed("FunctionARN", "does not match its pattern");
    }
    event_type(&association.event_type, errors);
}

fn event_type(event_type: &Option<EventType>, errors: &mut Errors) {
    match event_type {
        None => errors.malformed("EventType", "is missing"),
        Some(EventType::Unknown(_)) => errors.malformed("EventType", "is not a known value"),
        Some(_) => {}
    }
}

fn grpc(config: &GrpcConfig, errors: &mut Errors) {
    errors.require("Enabled", &config.enabled);
}

fn forwarded_values(values: &ForwardedValues, errors: &mut Errors) {
    errors.require("QueryString", &values.query_string);
    errors.require("Cookies", &values.cookies);
    errors.within("Cookies", &values.cookies, cookies);
    errors.within("Headers", &values.headers, headers);
    errors.within("QueryStringCacheKeys", &values.query_string_cache_keys, cache_keys);
}

fn cookies(preference: &CookiePreference, errors: &mut Errors) {
    match &preference.forward {
        None => errors.malformed("Forward", "is missing"),
        Some(ItemSelection::Unknown(_)) => errors.malformed("Forward", "is not a known value"),
        Some(_) => {}
    }
    errors.within("WhitelistedNames", &preference.whitelisted_names, cookie_names);
}

fn cookie_names(names: &CookieNames, errors: &mut Errors) {
    errors.quantity(names.quantity, &names.items);
}

fn headers(headers: &Headers, errors: &mut Errors) {
    errors.quantity(headers.quantity, &headers.items);
}

fn cache_keys(keys: &QueryStringCacheKeys, errors: &mut Errors) {
    errors.quantity(keys.quantity, &keys.items);
}
