//! What stands in skeletons until it is replaced: data, by structure and member.

use super::Extent;

/// Members that a skeleton has although no rule demands them: where one of several members is needed, it has to choose.
const CHOSEN: &[(&str, &[&str])] = &[
    ("CacheBehavior", &["CachePolicyId"]),
    ("DefaultCacheBehavior", &["CachePolicyId"]),
    ("DeleteRealtimeLogConfigRequest", &["Name"]),
    ("DistributionResourceId", &["DistributionId"]),
    ("EndPoint", &["KinesisStreamConfig"]),
    ("GetRealtimeLogConfigRequest", &["Name"]),
    ("ListDistributionTenantsByCustomizationRequest", &["WebACLArn"]),
    ("ListDistributionsByRealtimeLogConfigRequest", &["RealtimeLogConfigName"]),
    ("LoggingConfig", &["Enabled", "IncludeCookies", "Bucket", "Prefix"]),
    ("Origin", &["CustomOriginConfig"]),
    ("StagingDistributionDnsNames", &["Items"]),
    ("ResponseHeadersPolicyConfig", &["SecurityHeadersConfig"]),
    ("ResponseHeadersPolicySecurityHeadersConfig", &["StrictTransportSecurity"]),
    ("TagKeys", &["Items"]),
    ("TagResourceRequest", &["Tags"]),
    ("Tags", &["Items"]),
    ("UpdateRealtimeLogConfigRequest", &["Name"]),
    ("ViewerCertificate", &["CloudFrontDefaultCertificate"]),
];

/// Members that are empty unless all members are wanted: that is how a request says that there is none.
const EMPTY: &[&str] = &[
    "Comment",
    "DefaultCacheBehavior.FieldLevelEncryptionId",
    "DefaultRootObject",
    "DistributionConfig.WebACLId",
    "LoggingConfig.Bucket",
    "LoggingConfig.Prefix",
    "Origin.OriginPath",
    "S3Origin.OriginAccessIdentity",
];

/// Placeholders of members and of the elements of lists, by structure and member or by member alone. The first that
/// fits applies.
const TEXTS: &[(&str, &[&str])] = &[
    ("Aliases.Items", &["www.example.com"]),
    ("AllowedMethods.Items", &["GET", "HEAD"]),
    ("AssociateAliasRequest.Alias", &["www.example.com"]),
    ("CaCertificatesBundleS3Location.Bucket", &["example-bucket"]),
    ("CachedMethods.Items", &["GET", "HEAD"]),
    (
        "Certificate.Arn",
        &["arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"],
    ),
    ("ContinuousDeploymentSingleHeaderConfig.Header", &["aws-cf-cd-example"]),
    ("CreateAnycastIpListRequest.IpCount", &["3"]),
    ("CreateRealtimeLogConfigRequest.Fields", &["timestamp", "c-ip"]),
    ("CustomErrorResponse.ErrorCode", &["404"]),
    ("GeoRestriction.Items", &["DE"]),
    ("KeyGroupConfig.Items", &["KEXAMPLE000000"]),
    ("LoggingConfig.Bucket", &["example-bucket.s3.amazonaws.com"]),
    ("Origin.DomainName", &["origin.example.com"]),
    ("Origin.Id", &["example-origin"]),
    ("OriginGroup.Id", &["example-origin-group"]),
    ("OriginGroupMember.OriginId", &["example-origin"]),
    ("OriginGroupMembers.Items", &["", ""]),
    ("OriginSslProtocols.Items", &["TLSv1.2"]),
    ("Paths.Items", &["/example/*"]),
    ("S3Origin.DomainName", &["example-bucket.s3.amazonaws.com"]),
    ("StagingDistributionDnsNames.Items", &["d111111abcdef8.cloudfront.net"]),
    ("StatusCodes.Items", &["500"]),
    ("StreamingLoggingConfig.Bucket", &["example-bucket.s3.amazonaws.com"]),
    ("TagKeys.Items", &["example-key"]),
    ("TrustedSigners.Items", &["self"]),
    ("UpdateDistributionWithStagingConfigRequest.IfMatch", &["EEXAMPLE0000, EEXAMPLE0001"]),
    (
        "VpcOriginEndpointConfig.Arn",
        &["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/example/0123456789abcdef"],
    ),
    (
        "ACMCertificateArn",
        &["arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"],
    ),
    ("AccessControlMaxAgeSec", &["31536000"]),
    ("CachePolicyId", &["658327ea-f89d-4fab-a63d-7e88639e58f6"]),
    (
        "CertificateArn",
        &["arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"],
    ),
    (
        "ClientCertificateArn",
        &["arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"],
    ),
    ("CloudFrontDefaultCertificate", &["true"]),
    ("ConnectionAttempts", &["3"]),
    ("ConnectionFunctionCode", &["function connectionHandler(connection) { connection.allow(); }"]),
    ("ConnectionTimeout", &["10"]),
    ("DefaultRootObject", &["index.html"]),
    ("DefaultTTL", &["86400"]),
    ("Domain", &["www.example.com"]),
    ("EncodedKey", &[PUBLIC_KEY]),
    ("ErrorCachingMinTTL", &["10"]),
    ("EventObject", &["{}"]),
    ("FunctionARN", &["arn:aws:cloudfront::123456789012:function/example"]),
    ("FunctionCode", &["function handler(event) { return event.request; }"]),
    ("HTTPPort", &["80"]),
    ("HTTPSPort", &["443"]),
    ("HttpVersion", &["http2"]),
    ("Id", &["EXAMPLE000000"]),
    ("IpamPoolArn", &["arn:aws:ec2::123456789012:ipam-pool/ipam-pool-00000000000000000"]),
    (
        "KeyValueStoreARN",
        &["arn:aws:cloudfront::123456789012:key-value-store/00000000-0000-0000-0000-000000000000"],
    ),
    ("LambdaFunctionARN", &["arn:aws:lambda:us-east-1:123456789012:function:example:1"]),
    ("MaxItems", &["100"]),
    ("MaxTTL", &["31536000"]),
    ("MinTTL", &["0"]),
    ("MinimumProtocolVersion", &["TLSv1.2_2021"]),
    ("OriginAccessIdentity", &["origin-access-identity/cloudfront/EXAMPLE000000"]),
    ("OriginKeepaliveTimeout", &["5"]),
    ("OriginPath", &["/example"]),
    ("OriginProtocolPolicy", &["https-only"]),
    ("OriginReadTimeout", &["30"]),
    ("OriginShieldRegion", &["us-east-1"]),
    ("OwnerAccountId", &["123456789012"]),
    ("PathPattern", &["/example/*"]),
    ("PolicyDocument", &["{}"]),
    ("PriceClass", &["PriceClass_All"]),
    ("Region", &["us-east-1"]),
    ("Resource", &["arn:aws:cloudfront::123456789012:distribution/EXAMPLE000000"]),
    ("ResponseCode", &["200"]),
    ("ResponseCompletionTimeout", &["60"]),
    ("ResponsePagePath", &["/error.html"]),
    ("RestrictionType", &["none"]),
    ("RoleARN", &["arn:aws:iam::123456789012:role/example"]),
    ("Runtime", &["cloudfront-js-2.0"]),
    ("SamplingRate", &["100"]),
    ("SigningBehavior", &["always"]),
    ("SourceARN", &["arn:aws:s3:::example-bucket/example.json"]),
    ("StreamARN", &["arn:aws:kinesis:us-east-1:123456789012:stream/example"]),
    ("StreamType", &["Kinesis"]),
    ("TargetOriginId", &["example-origin"]),
    ("ViewerProtocolPolicy", &["redirect-to-https"]),
    (
        "WebACLArn",
        &["arn:aws:wafv2:us-east-1:123456789012:global/webacl/example/00000000-0000-0000-0000-000000000000"],
    ),
    (
        "WebACLId",
        &["arn:aws:wafv2:us-east-1:123456789012:global/webacl/example/00000000-0000-0000-0000-000000000000"],
    ),
];

/// A public key in the form that the service reads.
const PUBLIC_KEY: &str = "-----BEGIN PUBLIC KEY-----\n\
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXmKEh4fkXaFhpkUvXaAUivGKueh/\n\
    AWDF445u9b0WY1GFYWhP4J3ZfGjOS4ybxw4+ODf7PaZfkzocGKB8np4n8w==\n\
    -----END PUBLIC KEY-----\n";

/// The placeholder of points in time, in seconds since 1970: 2030-01-01.
pub(super) const SECONDS: i64 = 1_893_456_000;

/// The members that a skeleton chooses for a structure.
pub(super) fn chosen(structure: &str) -> &'static [&'static str] {
    CHOSEN.iter().find(|(name, _)| *name == structure).map_or(&[], |(_, members)| members)
}

/// The placeholders of a member: one, or one for each element of a list. None if the name of the member is enough.
pub(super) fn texts(structure: &str, member: &str, extent: Extent) -> &'static [&'static str] {
    let fits = |name: &&str| match name.split_once('.') {
        Some(parts) => parts == (structure, member),
        None => *name == member,
    };
    if extent == Extent::Minimal && EMPTY.iter().any(fits) {
        return &[""];
    }
    TEXTS.iter().find(|(name, _)| fits(name)).map_or(&[], |(_, texts)| texts)
}

/// A placeholder that says which member it is: `example-caller-reference`. Elements of a list whose name says nothing
/// are named after its structure.
pub(super) fn named_after(structure: &str, member: &str) -> String {
    let name = if member == "Items" { structure } else { member };
    let mut text = String::from("example");
    let mut chars = name.chars().peekable();
    let mut was_lower = true;
    while let Some(c) = chars.next() {
        let begins_word =
            c.is_ascii_uppercase() && (was_lower || chars.peek().is_some_and(char::is_ascii_lowercase));
        if begins_word {
            text.push('-');
        }
        was_lower = c.is_ascii_lowercase();
        text.push(c.to_ascii_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::named_after;

    #[test]
    fn placeholders_are_named_after_members() {
        assert_eq!(named_after("A", "CallerReference"), "example-caller-reference");
        assert_eq!(named_after("A", "IAMCertificateId"), "example-iam-certificate-id");
        assert_eq!(named_after("TrustedKeyGroups", "Items"), "example-trusted-key-groups");
    }
}
