//! Real-time logs.

use cloudfront_shapes::{CreateRealtimeLogConfigRequest, UpdateRealtimeLogConfigRequest};
use shapewright_validation::{Checker, Expected};

/// Fields of real-time logs: the 40 of 2023 and later ones. A policy can allow what the service has added since.
const LOG_FIELDS: &[&str] = &[
    "asn",
    "c-country",
    "c-ip",
    "c-ip-version",
    "c-port",
    "cache-behavior-path-pattern",
    "connection-id",
    "cs-accept",
    "cs-accept-encoding",
    "cs-bytes",
    "cs-cookie",
    "cs-header-names",
    "cs-headers",
    "cs-headers-count",
    "cs-host",
    "cs-method",
    "cs-protocol",
    "cs-protocol-version",
    "cs-referer",
    "cs-uri-query",
    "cs-uri-stem",
    "cs-user-agent",
    "distribution-tenant-id",
    "fle-encrypted-fields",
    "fle-status",
    "origin-fbl",
    "origin-lbl",
    "primary-distribution-dns-name",
    "primary-distribution-id",
    "r-host",
    "s-ip",
    "sc-bytes",
    "sc-content-len",
    "sc-content-type",
    "sc-range-end",
    "sc-range-start",
    "sc-status",
    "sr-reason",
    "ssl-cipher",
    "ssl-protocol",
    "time-taken",
    "time-to-first-byte",
    "timestamp",
    "x-edge-detailed-result-type",
    "x-edge-location",
    "x-edge-mqcs",
    "x-edge-request-id",
    "x-edge-response-result-type",
    "x-edge-result-type",
    "x-forwarded-for",
    "x-host-header",
];

/// Checks that the fields of a new log configuration are known.
pub fn created_log_fields(value: &CreateRealtimeLogConfigRequest, c: &Checker<'_>, rule: &'static str) {
    ensure_known(value.fields.as_ref(), c, rule);
}

/// Checks that the fields of a changed log configuration are known.
pub fn updated_log_fields(value: &UpdateRealtimeLogConfigRequest, c: &Checker<'_>, rule: &'static str) {
    ensure_known(value.fields.as_ref(), c, rule);
}

fn ensure_known(fields: Option<&Vec<String>>, c: &Checker<'_>, rule: &'static str) {
    c.expect_each(&["Fields"], fields, Expected::OneOf(LOG_FIELDS), |field| is_log_field(field), rule);
}

/// Returns whether a field is in the list, or has the prefix of the Common Media Client Data specification.
fn is_log_field(name: &str) -> bool {
    name.starts_with("cmcd-") || LOG_FIELDS.contains(&name)
}
