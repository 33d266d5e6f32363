//! Origins and origin groups.

use std::sync::LazyLock;

use cloudfront_shapes::{
    CustomHeaders, CustomOriginConfig, IpAddressType, Origin, OriginCustomHeader, OriginGroup,
    OriginGroupFailoverCriteria, OriginGroupMembers, OriginGroupSelectionCriteria, OriginGroups,
    OriginMtlsConfig, OriginProtocolPolicy, OriginShield, OriginSslProtocols, Origins, S3OriginConfig,
    SslProtocol, StatusCodes, VpcOriginConfig,
};
use regex::Regex;

use super::errors::{Errors, matches};

static REGION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("^[a-z]{2}-[a-z]+-[0-9]$").ok());

pub(super) fn origins(origins: &Origins, errors: &mut Errors) {
    match &origins.items {
        None => errors.malformed("Items", "is missing"),
        Some(items) if items.is_empty() => errors.malformed("Items", "is empty"),
        Some(_) => {}
    }
    errors.items(&origins.items, origin);
    errors.quantity(origins.quantity, &origins.items);
}

fn origin(origin: &Origin, errors: &mut Errors) {
    errors.require("Id", &origin.id);
    errors.one_to("Id", &origin.id, 128);
    errors.require("DomainName", &origin.domain_name);
    errors.at_most("DomainName", &origin.domain_name, 253);
    errors.within("CustomHeaders", &origin.custom_headers, custom_headers);
    errors.within("S3OriginConfig", &origin.s3_origin_config, s3_origin);
    errors.within("CustomOriginConfig", &origin.custom_origin_config, custom_origin);
    errors.within("VpcOriginConfig", &origin.vpc_origin_config, vpc_origin);
    errors.within("OriginShield", &origin.origin_shield, origin_shield);
}

fn custom_headers(headers: &CustomHeaders, errors: &mut Errors) {
    errors.items(&headers.items, custom_header);
    errors.quantity(headers.quantity, &headers.items);
}

fn custom_header(header: &OriginCustomHeader, errors: &mut Errors) {
    errors.require("HeaderName", &header.header_name);
    errors.one_to("HeaderName", &header.header_name, 256);
    errors.require("HeaderValue", &header.header_value);
    errors.at_most("HeaderValue", &header.header_value, 1783);
}

fn s3_origin(config: &S3OriginConfig, errors: &mut Errors) {
    errors.require("OriginAccessIdentity", &config.origin_access_identity);
}

fn vpc_origin(config: &VpcOriginConfig, errors: &mut Errors) {
    errors.require("VpcOriginId", &config.vpc_origin_id);
}

fn custom_origin(config: &CustomOriginConfig, errors: &mut Errors) {
    errors.require("HTTPPort", &config.http_port);
    errors.require("HTTPSPort", &config.https_port);
    match &config.origin_protocol_policy {
        None => errors.malformed("OriginProtocolPolicy", "is missing"),
        Some(OriginProtocolPolicy::Unknown(_)) => {
            errors.malformed("OriginProtocolPolicy", "is not a known value");
        }
        Some(_) => {}
    }
    errors.within("OriginSslProtocols", &config.origin_ssl_protocols, ssl_protocols);
    if let Some(IpAddressType::Unknown(_)) = config.ip_address_type {
        errors.malformed("IpAddressType", "is not a known value");
    }
    errors.within("OriginMtlsConfig", &config.origin_mtls_config, origin_mtls);
}

fn ssl_protocols(protocols: &OriginSslProtocols, errors: &mut Errors) {
    errors.require("Items", &protocols.items);
    for (index, protocol) in protocols.items.iter().flatten().enumerate() {
        if let SslProtocol::Unknown(_) = protocol {
            errors.malformed(&format!("Items/{index}"), "is not a known value");
        }
    }
    errors.quantity(protocols.quantity, &protocols.items);
}

fn origin_mtls(config: &OriginMtlsConfig, errors: &mut Errors) {
    errors.require("ClientCertificateArn", &config.client_certificate_arn);
}

fn origin_shield(shield: &OriginShield, errors: &mut Errors) {
    errors.require("Enabled", &shield.enabled);
    errors.one_to_in_model("OriginShieldRegion", &shield.origin_shield_region, 32);
    if !matches(&REGION, &shield.origin_shield_region) {
        errors.malformed("OriginShieldRegion", "does not match its pattern");
    }
}

pub(super) fn origin_groups(groups: &OriginGroups, errors: &mut Errors) {
    errors.items(&groups.items, origin_group);
    errors.quantity(groups.quantity, &groups.items);
}

fn origin_group(group: &OriginGroup, errors: &mut Errors) {
    errors.require("Id", &group.id);
    errors.require("FailoverCriteria", &group.failover_criteria);
    errors.within("FailoverCriteria", &group.failover_criteria, failover_criteria);
    errors.require("Members", &group.members);
    errors.within("Members", &group.members, group_members);
    if let Some(OriginGroupSelectionCriteria::Unknown(_)) = group.selection_criteria {
        errors.malformed("SelectionCriteria", "is not a known value");
    }
}

fn failover_criteria(criteria: &OriginGroupFailoverCriteria, errors: &mut Errors) {
    errors.require("StatusCodes", &criteria.status_codes);
    errors.within("StatusCodes", &criteria.status_codes, status_codes);
}

fn status_codes(codes: &StatusCodes, errors: &mut Errors) {
    match &codes.items {
        None => errors.malformed("Items", "is missing"),
        Some(items) if items.is_empty() => errors.malformed("Items", "is empty"),
        Some(_) => {}
    }
    errors.quantity(codes.quantity, &codes.items);
}

fn group_members(members: &OriginGroupMembers, errors: &mut Errors) {
    match &members.items {
        None => errors.malformed("Items", "is missing"),
        Some(items) if items.len() != 2 => errors.malformed("Items", "has not exactly 2 elements"),
        Some(_) => {}
    }
    errors.items(&members.items, |member, errors| errors.require("OriginId", &member.origin_id));
    errors.quantity(members.quantity, &members.items);
}
