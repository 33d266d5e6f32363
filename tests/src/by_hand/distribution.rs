//! Distributions, except their origins and cache behaviors.

use cloudfront_shapes::{
    Aliases, CacheTagConfig, CertificateSource, ConnectionFunctionAssociation, ConnectionMode,
    CustomErrorResponses, DistributionConfig, GeoRestriction, GeoRestrictionType, HttpVersion,
    MinimumProtocolVersion, PriceClass, Restrictions, SslSupportMethod, ViewerCertificate, ViewerMtlsConfig,
    ViewerMtlsMode,
};

use super::Error;
use super::behaviors::{cache_behaviors, default_cache_behavior};
use super::errors::{Errors, is_longer};
use super::origins::{origin_groups, origins};
use super::tenants::tenant_config;

/// Everything that is wrong with a distribution.
pub fn check_distribution(config: &DistributionConfig) -> Vec<Error> {
    let mut errors = Errors::default();
    errors.require("CallerReference", &config.caller_reference);
    errors.within("Aliases", &config.aliases, aliases);
    if config.default_root_object.as_ref().is_some_and(|path| is_longer(path, 255)) {
        errors.add_with_code("DefaultRootObject", "InvalidDefaultRootObject", "is too long");
    }
    errors.require("Origins", &config.origins);
    errors.within("Origins", &config.origins, origins);
    errors.within("OriginGroups", &config.origin_groups, origin_groups);
    errors.require("DefaultCacheBehavior", &config.default_cache_behavior);
    errors.within("DefaultCacheBehavior", &config.default_cache_behavior, default_cache_behavior);
    errors.within("CacheBehaviors", &config.cache_behaviors, cache_behaviors);
    errors.within("CustomErrorResponses", &config.custom_error_responses, custom_error_responses);
    errors.require("Comment", &config.comment);
    errors.at_most("Comment", &config.comment, 128);
    if let Some(PriceClass::Unknown(_)) = config.price_class {
        errors.malformed("PriceClass", "is not a known value");
    }
    errors.require("Enabled", &config.enabled);
    errors.within("ViewerCertificate", &config.viewer_certificate, viewer_certificate);
    errors.within("Restrictions", &config.restrictions, restrictions);
    if let Some(HttpVersion::Unknown(_)) = config.http_version {
        errors.malformed("HttpVersion", "is not a known value");
    }
    errors.within("TenantConfig", &config.tenant_config, tenant_config);
    if let Some(ConnectionMode::Unknown(_)) = config.connection_mode {
        errors.malformed("ConnectionMode", "is not a known value");
    }
    errors.within("ViewerMtlsConfig", &config.viewer_mtls_config, viewer_mtls);
    let association = &config.connection_function_association;
    errors.within("ConnectionFunctionAssociation", association, connection_function);
    errors.within("CacheTagConfig", &config.cache_tag_config, cache_tag);
    errors.into_vec()
}

pub(super) fn aliases(aliases: &Aliases, errors: &mut Errors) {
    for (index, alias) in aliases.items.iter().flatten().enumerate() {
        if is_longer(alias, 253) {
            errors.add(&format!("Items/{index}"), "is too long");
        }
    }
    errors.quantity(aliases.quantity, &aliases.items);
}

fn custom_error_responses(responses: &CustomErrorResponses, errors: &mut Errors) {
    errors.items(&responses.items, |response, errors| errors.require("ErrorCode", &response.error_code));
    errors.quantity(responses.quantity, &responses.items);
}

fn viewer_certificate(certificate: &ViewerCertificate, errors: &mut Errors) {
    errors.at_most("IAMCertificateId", &certificate.iam_certificate_id, 32);
    if let Some(SslSupportMethod::Unknown(_)) = certificate.ssl_support_method {
        errors.malformed("SSLSupportMethod", "is not a known value");
    }
    if let Some(MinimumProtocolVersion::Unknown(_)) = certificate.minimum_protocol_version {
        errors.malformed("MinimumProtocolVersion", "is not a known value");
    }
    if let Some(CertificateSource::Unknown(_)) = certificate.certificate_source {
        errors.malformed("CertificateSource", "is not a known value");
    }
}

fn restrictions(restrictions: &Restrictions, errors: &mut Errors) {
    errors.require("GeoRestriction", &restrictions.geo_restriction);
    errors.within("GeoRestriction", &restrictions.geo_restriction, geo_restriction);
}

fn geo_restriction(restriction: &GeoRestriction, errors: &mut Errors) {
    match &restriction.restriction_type {
        None => errors.malformed("RestrictionType", "is missing"),
        Some(GeoRestrictionType::Unknown(_)) => errors.malformed("RestrictionType", "is not a known value"),
        Some(_) => {}
    }
    errors.quantity(restriction.quantity, &restriction.items);
}

fn viewer_mtls(config: &ViewerMtlsConfig, errors: &mut Errors) {
    if let Some(ViewerMtlsMode::Unknown(_)) = config.mode {
        errors.malformed("Mode", "is not a known value");
    }
    errors.within("TrustStoreConfig", &config.trust_store_config, |store, errors| {
        errors.require("TrustStoreId", &store.trust_store_id);
    });
}

fn connection_function(association: &ConnectionFunctionAssociation, errors: &mut Errors) {
    errors.require("Id", &association.id);
    errors.one_to_in_model("Id", &association.id, 64);
}

fn cache_tag(config: &CacheTagConfig, errors: &mut Errors) {
    errors.require("HeaderName", &config.header_name);
}
