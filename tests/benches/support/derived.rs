//! Structs for serde and quick-xml with the members of the large distribution. Enums are strings.

use serde::{Deserialize, Serialize};

/// A list: quantity and items, whose element has this name.
macro_rules! list {
    ($list:ident, $items:ident: $name:literal of $item:ty) => {
        #[derive(Deserialize, Serialize)]
        #[serde(rename_all = "PascalCase")]
        struct $list {
            quantity: i32,
            #[serde(skip_serializing_if = "Option::is_none")]
            items: Option<$items>,
        }

        #[derive(Deserialize, Serialize)]
        struct $items {
            #[serde(rename = $name)]
            items: Vec<$item>,
        }
    };
}

list!(Aliases, AliasList: "CNAME" of String);
list!(Origins, OriginList: "Origin" of Origin);
list!(CustomHeaders, CustomHeadersList: "OriginCustomHeader" of OriginCustomHeader);
list!(OriginSslProtocols, SslProtocolList: "SslProtocol" of String);
list!(OriginGroups, OriginGroupList: "OriginGroup" of OriginGroup);
list!(StatusCodes, StatusCodeList: "StatusCode" of i32);
list!(OriginGroupMembers, OriginGroupMemberList: "OriginGroupMember" of OriginGroupMember);
list!(CacheBehaviors, CacheBehaviorList: "CacheBehavior" of CacheBehavior);
list!(CachedMethods, MethodList: "Method" of String);
list!(LambdaFunctions, LambdaFunctionList: "LambdaFunctionAssociation" of LambdaFunctionAssociation);
list!(Functions, FunctionList: "FunctionAssociation" of FunctionAssociation);
list!(CustomErrorResponses, CustomErrorResponseList: "CustomErrorResponse" of CustomErrorResponse);

/// The whole document.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct DistributionConfig {
    caller_reference: String,
    aliases: Aliases,
    default_root_object: String,
    origins: Origins,
    origin_groups: OriginGroups,
    default_cache_behavior: CacheBehavior,
    cache_behaviors: CacheBehaviors,
    custom_error_responses: CustomErrorResponses,
    comment: String,
    logging: Logging,
    price_class: String,
    enabled: bool,
    viewer_certificate: ViewerCertificate,
    restrictions: Restrictions,
    #[serde(rename = "WebACLId")]
    web_acl_id: String,
    http_version: String,
    #[serde(rename = "IsIPV6Enabled")]
    is_ipv6_enabled: bool,
    continuous_deployment_policy_id: String,
    staging: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Origin {
    id: String,
    domain_name: String,
    origin_path: String,
    custom_headers: CustomHeaders,
    #[serde(skip_serializing_if = "Option::is_none")]
    s3_origin_config: Option<S3OriginConfig>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_origin_config: Option<CustomOriginConfig>,
    connection_attempts: i32,
    connection_timeout: i32,
    origin_shield: OriginShield,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin_access_control_id: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct OriginCustomHeader {
    header_name: String,
    header_value: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct S3OriginConfig {
    origin_access_identity: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct CustomOriginConfig {
    #[serde(rename = "HTTPPort")]
    http_port: i32,
    #[serde(rename = "HTTPSPort")]
    https_port: i32,
    origin_protocol_policy: String,
    origin_ssl_protocols: OriginSslProtocols,
    origin_read_timeout: i32,
    origin_keepalive_timeout: i32,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct OriginShield {
    enabled: bool,
    origin_shield_region: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct OriginGroup {
    id: String,
    failover_criteria: FailoverCriteria,
    members: OriginGroupMembers,
    selection_criteria: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct FailoverCriteria {
    status_codes: StatusCodes,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct OriginGroupMember {
    origin_id: String,
}

/// The default cache behavior has no path pattern.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct CacheBehavior {
    #[serde(skip_serializing_if = "Option::is_none")]
    path_pattern: Option<String>,
    target_origin_id: String,
    trusted_signers: Trusted,
    trusted_key_groups: Trusted,
    viewer_protocol_policy: String,
    allowed_methods: AllowedMethods,
    smooth_streaming: bool,
    compress: bool,
    lambda_function_associations: LambdaFunctions,
    function_associations: Functions,
    field_level_encryption_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    realtime_log_config_arn: Option<String>,
    cache_policy_id: String,
    origin_request_policy_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_headers_policy_id: Option<String>,
    grpc_config: GrpcConfig,
}

/// Signers or groups of keys.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Trusted {
    enabled: bool,
    quantity: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<KeyGroups>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct KeyGroups {
    key_group: Vec<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct AllowedMethods {
    quantity: i32,
    items: MethodList,
    cached_methods: CachedMethods,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct LambdaFunctionAssociation {
    #[serde(rename = "LambdaFunctionARN")]
    lambda_function_arn: String,
    event_type: String,
    include_body: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct FunctionAssociation {
    #[serde(rename = "FunctionARN")]
    function_arn: String,
    event_type: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct GrpcConfig {
    enabled: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct CustomErrorResponse {
    error_code: i32,
    response_page_path: String,
    response_code: String,
    #[serde(rename = "ErrorCachingMinTTL")]
    error_caching_min_ttl: i64,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Logging {
    enabled: bool,
    include_cookies: bool,
    bucket: String,
    prefix: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ViewerCertificate {
    cloud_front_default_certificate: bool,
    #[serde(rename = "SSLSupportMethod")]
    ssl_support_method: String,
    #[serde(rename = "ACMCertificateArn")]
    acm_certificate_arn: String,
    minimum_protocol_version: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Restrictions {
    geo_restriction: GeoRestriction,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct GeoRestriction {
    restriction_type: String,
    quantity: i32,
    items: Locations,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Locations {
    location: Vec<String>,
}
