//! Messages and advice fit the value that breaks a rule.

use cloudfront_shapes::{
    ContinuousDeploymentSingleWeightConfig, CreateFunctionRequest, FunctionConfig, GeoRestriction, Origin,
    Tag, ViewerCertificate,
};
use cloudfront_validators::{RULES, Validate, Violation};
use serde_json::json;

/// The violation of a rule by a value.
fn violation(value: &impl Validate, rule: &str) -> Violation {
    assert!(RULES.find(rule).is_some(), "{rule}");
    let report = value.validate();
    report.iter().find(|found| found.rule() == rule).unwrap_or_else(|| panic!("{rule}: {report}")).clone()
}

/// The message and the help about the domain name of an origin.
fn domain_name(name: &str) -> (String, String) {
    let found = violation(&Origin::default().domain_name(name), "origin-domain-name-pattern");
    (found.message().to_owned(), found.help().to_owned())
}

#[test]
fn mistakes_in_domain_names_are_named() {
    let host = "www.example.com";
    let cases = [
        ("https://www.example.com", "has a scheme", host),
        ("www.example.com:8080", "has a port", host),
        ("www.example.com/images", "has a path", host),
        ("http://www.example.com:80/", "has a scheme, a path and a port", host),
        (" www.example.com\n", "begins or ends with white space", host),
        ("www.exa mple.com", "contains a space", ""),
        ("www.exämple.com", "contains `ä`, which is not ASCII", ""),
        ("user@www.example.com", "contains `@`", ""),
    ];
    for (name, problem, meant) in cases {
        let (message, help) = domain_name(name);
        assert!(message.ends_with(&format!(" does not match its pattern: it {problem}")), "{message}");
        let remedy = if meant.is_empty() { "a domain name such as www.example.com" } else { meant };
        assert_eq!(help, format!("use {remedy}"), "{name}");
    }
    let (message, help) = domain_name("https://");
    assert_eq!(message, "DomainName \"https://\" does not match its pattern");
    assert_eq!(help, "use a domain name such as www.example.com");
}

#[test]
fn placeholders_are_told_as_such() {
    let certificate = |version: &str| ViewerCertificate::default().minimum_protocol_version(version);
    let function = |name: &str| CreateFunctionRequest::default().name(name);
    let enumerated = "viewer-certificate-minimum-protocol-version-enum";
    let found = [
        violation(&certificate("${TlsVersion}"), enumerated),
        violation(&certificate("{{resolve:ssm:tls}}"), enumerated),
        violation(&Origin::default().domain_name("<your-domain>"), "origin-domain-name-pattern"),
        violation(&function("${Name}"), "create-function-request-name-pattern"),
        violation(
            &FunctionConfig::default().comment(format!("${{{}}}", "x".repeat(129))),
            "function-config-comment-length",
        ),
    ];
    for found in found {
        assert!(found.message().ends_with("looks like a placeholder that was not replaced"), "{found}");
        assert!(found.help().starts_with("put the value there that "), "{found}");
    }
    let (message, _) = domain_name("https://${Domain}");
    let problem = "contains ${Domain}, which looks like a placeholder that was not replaced";
    assert_eq!(message, format!("DomainName \"https://${{Domain}}\" {problem}"));
}

#[test]
fn conditions_and_checks_tell_placeholders() {
    let path = |path: &str| violation(&Origin::default().origin_path(path), "origin-path-leading-slash");
    assert_eq!(
        path("${Path}").message(),
        "OriginPath \"${Path}\" looks like a placeholder that was not replaced"
    );
    assert_eq!(path("${Path}").help(), "put the value there that ${Path} stands for");
    // A parameter of a multi-tenant distribution has this form too.
    for text in ["assets", "{{tenant}}"] {
        assert_eq!(path(text).message(), "OriginPath does not begin with a slash", "{text}");
    }
    let country = GeoRestriction::default().items(["DE".to_owned(), "<country>".to_owned()]);
    let country = violation(&country.restriction_type("whitelist"), "geo-restriction-country-code");
    let problem = "looks like a placeholder that was not replaced";
    assert_eq!(country.message(), format!("Items[1] \"<country>\" {problem}"));
}

/// No pattern is shown alone.
#[test]
fn patterns_have_words() {
    let patterns: Vec<_> = RULES.iter().filter(|rule| rule.expected.starts_with("pattern ")).collect();
    let wordless = patterns.iter().filter(|rule| rule.remedy.is_empty()).map(|rule| rule.id);
    assert_eq!(wordless.collect::<Vec<_>>(), [""; 0]);
    assert!(patterns.len() > 100, "only {}", patterns.len());
    let name =
        violation(&CreateFunctionRequest::default().name("a b"), "create-function-request-name-pattern");
    assert_eq!(name.help(), "use 1 to 64 letters, digits, hyphens and underscores");
    assert!(name.message().ends_with(": it contains a space"), "{name}");
}

#[test]
fn older_versions_are_not_suggested() {
    let help = |version: &str| {
        let certificate = ViewerCertificate::default().minimum_protocol_version(version);
        violation(&certificate, "viewer-certificate-minimum-protocol-version-enum").help().to_owned()
    };
    for version in ["TLSv1.3_2099", "TLSv1.4", "TLSv2", "TLSv1.3"] {
        assert!(help(version).starts_with("use one of "), "{}", help(version));
    }
    assert!(help("tlsv1.2_2012").starts_with("did you mean TLSv1.2_2021? "));
    assert!(help("TLSv1.3_2024").starts_with("did you mean TLSv1.3_2025? "));
}

#[test]
fn long_values_have_short_messages() {
    let long = format!("https://{}", "a/ü.".repeat(1_000));
    assert!(domain_name(&long).0.chars().count() < 200);
    let tag = Tag::default().key("k").value(format!("${{{}}}", "a".repeat(1_000)));
    let found = violation(&tag, "tag-value-length");
    assert!(found.message().chars().count() < 400, "{found}");
}

#[test]
fn numbers_keep_their_digits() {
    let weight = |weight: f32| ContinuousDeploymentSingleWeightConfig::default().weight(weight);
    for value in [0.01, 0.1, 0.15, 0.123_456_7, 1e-7] {
        let text = serde_json::to_string(&weight(value)).expect("it can be written");
        assert_eq!(text, format!("{{\"Weight\":{value:?}}}"));
        let tree = serde_json::to_value(weight(value)).expect("it can be written");
        assert_eq!(tree["Weight"].to_string(), format!("{value:?}"));
    }
    assert_eq!(serde_json::to_value(weight(0.01)).expect("it can be written"), json!({"Weight": 0.01}));
    let found = violation(&weight(0.16), "continuous-deployment-single-weight-config-weight-range");
    assert_eq!(found.message(), "Weight is 0.16 instead of 0 to 0.15");
}
