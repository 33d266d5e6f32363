//! Conventions for names.

/// A name without letter case and separators: `OriginSSLProtocols` and `origin_ssl_protocols` have the same.
pub(super) fn normal(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Whether the property has the name of the member, or its singular.
pub(super) fn fits(property: &str, member: &str) -> bool {
    is_same(property, member) || is_singular(property, member)
}

/// Whether the names differ only in letter case and separators.
pub(super) fn is_same(property: &str, member: &str) -> bool {
    normal(property) == normal(member)
}

/// Whether the property has the singular of the member's name: `origin` for `Origins`.
pub(super) fn is_singular(property: &str, member: &str) -> bool {
    normal(member).strip_suffix('s').is_some_and(|singular| singular == normal(property))
}

/// The name in snake case, as the provider `awscc` makes it from that of CloudFormation: `CNAMEs` becomes `cnam_es`,
/// `Ipv6Enabled` becomes `ipv_6_enabled`, `S3Origin` becomes `s3_origin`.
pub(super) fn snake(name: &str) -> String {
    let name = name.replace("CloudFront", "Cloudfront");
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (position, letter) in letters.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|position| letters.get(position));
        let is_after = |test: fn(&char) -> bool| before.is_some_and(test);
        let starts_word = letter.is_ascii_uppercase()
            && letters.get(position + 1).is_some_and(char::is_ascii_lowercase)
            && before.is_some();
        let changes = letter.is_ascii_uppercase()
            && is_after(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            || letter.is_ascii_digit() && is_after(char::is_ascii_lowercase)
            || letter.is_ascii_lowercase() && is_after(char::is_ascii_digit);
        if (starts_word || changes) && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::{fits, is_same, snake};

    #[test]
    fn properties_fit_members_in_other_spellings_and_in_the_singular() {
        for (property, member) in [
            ("OriginSSLProtocols", "OriginSslProtocols"),
            ("origin_ssl_protocols", "OriginSslProtocols"),
            ("custom_error_response", "CustomErrorResponses"),
            ("endpoint", "EndPoints"),
        ] {
            assert!(fits(property, member), "{property} {member}");
        }
        assert!(!fits("origin_id", "Id") && !fits("items", "Item") && !is_same("origin", "Origins"));
    }

    #[test]
    fn names_in_snake_case_are_those_of_the_provider() {
        for (name, wanted) in [
            ("CacheBehaviors", "cache_behaviors"),
            ("CloudFrontDefaultCertificate", "cloudfront_default_certificate"),
            ("CNAMEs", "cnam_es"),
            ("DefaultTTL", "default_ttl"),
            ("FunctionARN", "function_arn"),
            ("HTTPSPort", "https_port"),
            ("IPV6Enabled", "ipv6_enabled"),
            ("Ipv6Enabled", "ipv_6_enabled"),
            ("OriginSSLProtocols", "origin_ssl_protocols"),
            ("S3OriginConfig", "s3_origin_config"),
            ("CaCertificatesBundleS3Location", "ca_certificates_bundle_s3_location"),
            ("UseClientCertificateOCSPEndpoint", "use_client_certificate_ocsp_endpoint"),
            ("WebACLId", "web_acl_id"),
        ] {
            assert_eq!(snake(name), wanted);
        }
    }
}
