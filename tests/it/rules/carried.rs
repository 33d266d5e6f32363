//! An update does not report what the current configuration has already.

use std::collections::BTreeSet;

use cloudfront_shapes::{
    DistributionConfig, FixQuantities, Origin, OriginCustomHeader, UpdateDistributionRequest,
};
use cloudfront_validators::{Kind, Options, RULES, Report, Severity, Validate, validate_update};
use serde_json::{Map, Value, json};
use shapewright_tests::cases::{Request, cases, changed, input, request};

/// The report on an update of `base` from one change to another.
fn report(base: &Request, current: &Map<String, Value>, proposed: &Map<String, Value>) -> Report {
    let inputs = [current, proposed].map(|change| {
        let mut input = input(&base.operation, &changed(&base.params, change));
        input.structure().fix_quantities();
        input
    });
    inputs[1].report_update(&*inputs[0], &Options::default())
}

fn change(changes: &Value) -> Map<String, Value> {
    let changes = changes.as_object().expect("an object").iter();
    changes.map(|(path, value)| (format!("/DistributionConfig{path}"), value.clone())).collect()
}

/// The rules and places of the errors of an update of a distribution.
fn errors(current: &Value, proposed: &Value) -> Vec<(&'static str, String)> {
    let base = request("distribution-update");
    let report = report(&base, &change(current), &change(proposed));
    report.errors().map(|found| (found.rule(), found.pointer().replace("/DistributionConfig", ""))).collect()
}

fn origin(id: &str, path: &str) -> Value {
    json!({"Id": id, "DomainName": "bucket.s3.us-east-1.amazonaws.com", "OriginPath": path,
        "CustomHeaders": {"Quantity": 0},
        "S3OriginConfig": {"OriginAccessIdentity": ""}})
}

/// Rules about what is missing, or about the form of the request.
fn is_about_the_request(report: &Report, params: &Value) -> bool {
    report.iter().all(|found| {
        let rule = RULES.find(found.rule());
        let of_request = rule.is_some_and(|rule| rule.target.split('$').next().is_some_and(is_input));
        let reads = rule.map(|rule| rule.depends_on).unwrap_or_default();
        let is_absent = |value: &Value| {
            let names = reads.iter().map(|path| path.split('.').next().unwrap_or_default());
            !reads.is_empty() && names.into_iter().all(|name| value.get(name).is_none())
        };
        let missing = params.pointer(found.pointer()).is_none_or(is_absent);
        let kinds = [Kind::Required, Kind::Label, Kind::Characters, Kind::Quantity, Kind::Union].map(Some);
        kinds.contains(&found.kind()) || of_request || missing
    })
}

fn is_input(structure: &str) -> bool {
    cloudfront_http::OPERATIONS.iter().any(|binding| binding.input.shape == structure)
}

/// Every configuration of the cases is replaced by itself.
#[test]
fn a_configuration_can_be_stored_again() {
    let mut carried = BTreeSet::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let params = changed(&case.base.params, &case.breaks);
        let value = input(&case.base.operation, &params);
        let report = value.report_update(&*value, &Options::default());
        if !is_about_the_request(&report, &params) {
            wrong.push(format!("{} {}:\n{report}", case.name, case.rule));
        }
        let left: BTreeSet<&str> = report.iter().map(|found| found.rule()).collect();
        let alone = value.report(&Options::default());
        carried.extend(alone.iter().map(|found| found.rule()).filter(|rule| !left.contains(rule)));
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(carried.len() > 250, "only {}", carried.len());
}

/// A valid configuration can become every one of the cases, and the report is the same as without it.
#[test]
fn what_is_new_is_reported() {
    let mut wrong = Vec::new();
    for case in cases() {
        let base = input(&case.base.operation, &case.base.params);
        let mut value = input(&case.base.operation, &changed(&case.base.params, &case.breaks));
        if !case.raw {
            value.structure().fix_quantities();
        }
        let report = value.report_update(&*base, &Options::default());
        let is_reported = report.iter().any(|found| found.rule() == case.rule);
        let in_both = base.report(&Options::default()).iter().any(|found| found.rule() == case.rule);
        if !is_reported && !in_both {
            wrong.push(format!("{} {}", case.name, case.rule));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn an_alias_without_a_certificate_may_stay() {
    let rule = "distribution-config-aliases-certificate";
    let place = || (rule, "/ViewerCertificate".to_owned());
    let aliases = |names: &[&str]| json!({"/Aliases/Items": names});
    let (none, one, two) =
        (aliases(&[]), aliases(&["a.example.org"]), aliases(&["b.example.org", "a.example.org"]));
    assert_eq!(errors(&one, &one), []);
    assert_eq!(errors(&two, &aliases(&["a.example.org", "b.example.org"])), []);
    assert_eq!(errors(&two, &one), [], "an alias is removed");
    assert_eq!(errors(&one, &two), [place()]);
    assert_eq!(errors(&none, &one), [place()]);
    assert_eq!(errors(&one, &aliases(&["c.example.org"])), [place()]);
    // The certificate was there, and is removed.
    let mut with_certificate = one.clone();
    with_certificate["/ViewerCertificate"] = json!({"IAMCertificateId": "ASCACKCEVSQ6CEXAMPLE1",
        "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1"});
    assert_eq!(errors(&with_certificate, &one), [place()]);
}

/// The certificate may have been there before.
#[test]
fn an_alias_without_a_certificate_is_a_warning_if_the_current_configuration_is_unknown() {
    let rule = "distribution-config-aliases-certificate";
    let severity = |operation: &str, report: &Report| {
        let found: Vec<_> = report.iter().filter(|found| found.rule() == rule).collect();
        assert_eq!(found.len(), 1, "{operation}: {report}");
        found[0].severity()
    };
    let change = change(&json!({"/Aliases": {"Quantity": 1, "Items": ["a.example.org"]}}));
    let params = changed(&request("distribution-update").params, &change);
    let update = input("UpdateDistribution", &params);
    assert_eq!(severity("UpdateDistribution", &update.report(&Options::default())), Severity::Warning);
    assert!(update.report(&Options::default()).is_valid());
    let create = input("CreateDistribution", &json!({"DistributionConfig": params["DistributionConfig"]}));
    assert_eq!(severity("CreateDistribution", &create.report(&Options::default())), Severity::Error);
    let config: DistributionConfig =
        serde_json::from_value(params["DistributionConfig"].clone()).expect("a configuration");
    assert_eq!(severity("none", &config.validate()), Severity::Error);
    assert_eq!(validate_update(&config, &config, &Options::default()).len(), 0);
}

#[test]
fn elements_may_move() {
    let wrong = origin("wrong", "no-slash");
    let good = |id: &str| origin(id, "");
    let origins = |items: &[&Value]| json!({"/Origins/Items": items});
    let rule =
        |position: usize| ("origin-path-leading-slash", format!("/Origins/Items/{position}/OriginPath"));
    let current = origins(&[&wrong, &good("docs")]);
    assert_eq!(errors(&current, &current), []);
    assert_eq!(errors(&current, &origins(&[&good("docs"), &good("new"), &wrong])), []);
    // The element is changed elsewhere, and moves.
    let mut renamed = wrong.clone();
    renamed["Id"] = json!("renamed");
    assert_eq!(errors(&current, &origins(&[&good("docs"), &renamed])), []);
    // Another value breaks the rule.
    let mut worse = wrong.clone();
    worse["OriginPath"] = json!("neither");
    assert_eq!(errors(&current, &origins(&[&worse, &good("docs")])), [rule(0)]);
    // The same value in one more element: the new one is reported.
    let mut twin = wrong.clone();
    twin["Id"] = json!("twin");
    assert_eq!(errors(&current, &origins(&[&twin, &good("docs"), &wrong])), [rule(0)]);
}

/// A configuration without the values is no evidence, because it may be incomplete.
#[test]
fn absent_values_are_no_evidence() {
    let config = DistributionConfig::default().origins([Origin::default().id("a")]);
    let report = validate_update(&config, &config, &Options::default());
    for rule in ["origin-domain-name-required", "origin-kind", "distribution-config-enabled-required"] {
        assert!(report.iter().any(|found| found.rule() == rule), "{rule}: {report}");
    }
}

#[test]
fn rules_of_the_request_are_reported() {
    let params = json!({"Id": "..", "DistributionConfig": {"Comment": "x".repeat(129)}});
    let input = input("UpdateDistribution", &params);
    let report = input.report_update(&*input, &Options::default());
    let rules: BTreeSet<&str> = report.iter().map(|found| found.rule()).collect();
    assert!(rules.contains("update-distribution-request-if-match-required"), "{report}");
    assert!(rules.contains("update-distribution-request-id-label"), "{report}");
    assert!(!rules.contains("distribution-config-comment-length"), "{report}");
    // Nothing is known of another operation.
    let other = cloudfront_validators::input("UpdateFunction").expect("an operation");
    assert_eq!(input.report_update(&*other, &Options::default()), input.report(&Options::default()));
}

/// Some operations have what is stored as members of the request.
#[test]
fn lists_of_the_request_are_compared() {
    let tenant = |count: usize| {
        let domains: Vec<Value> =
            (0..count).map(|n| json!({"Domain": format!("d{n}.example.com")})).collect();
        input("UpdateDistributionTenant", &json!({"Id": "dt_1", "IfMatch": "E1", "Domains": domains}))
    };
    let quota = |current: usize, proposed: usize| {
        let report = tenant(proposed).report_update(&*tenant(current), &Options::default());
        report.iter().filter(|found| found.kind() == Some(Kind::Quota)).count()
    };
    assert_eq!([quota(1, 200), quota(200, 200), quota(200, 199), quota(200, 201)], [1, 0, 0, 1]);
    let logs = |fields: &[&str], rate: i64| {
        let params = json!({"ARN": "a", "Fields": fields, "SamplingRate": rate});
        input("UpdateRealtimeLogConfig", &params)
    };
    let rules = |current: &[&str], proposed: &[&str]| {
        let report = logs(proposed, 0).report_update(&*logs(current, 0), &Options::default());
        report.iter().map(|found| found.pointer().to_owned()).collect::<Vec<_>>()
    };
    let single = "/SamplingRate";
    assert_eq!(rules(&["new-field"], &["timestamp", "new-field"]), [single]);
    assert_eq!(rules(&["new-field"], &["new-field", "newer"]), [single, "/Fields/1"]);
}

#[test]
fn requests_are_compared_with_the_current_configuration() {
    let with = |reference: &str| {
        let config = DistributionConfig::default().caller_reference(reference);
        UpdateDistributionRequest::default().distribution_config(config)
    };
    let report = cloudfront_validators::Input::report_update(&with("b"), &with("a"), &Options::default());
    let changed = "distribution-config-caller-reference-immutable";
    let found: Vec<&str> =
        report.iter().filter(|found| found.rule() == changed).map(|found| found.pointer()).collect();
    assert_eq!(found, ["/DistributionConfig/CallerReference"]);
}

/// What a raised quota allows is not known, but that it allows what is there.
#[test]
fn quotas_may_be_used_as_far_as_they_are() {
    let headers = |count: usize| {
        let header =
            |number| OriginCustomHeader::default().header_name(format!("X-{number}")).header_value("1");
        let headers: Vec<_> = (0..count).map(header).collect();
        DistributionConfig::default().origins([Origin::default().id("a").custom_headers(headers)])
    };
    let rule = "custom-headers-items-quota";
    let is_reported = |current: usize, proposed: usize| {
        let report = validate_update(&headers(current), &headers(proposed), &Options::default());
        report.iter().any(|found| found.rule() == rule)
    };
    assert!(RULES.find(rule).is_some());
    assert!(is_reported(5, 40));
    assert!(!is_reported(40, 40) && !is_reported(40, 39));
    assert!(is_reported(40, 41));
}

/// A full report may be incomplete, so nothing is left out of it.
#[test]
fn truncated_reports_have_everything() {
    let origins = vec![Origin::default().id("a").domain_name("https://"); 20];
    let config = DistributionConfig::default().origins(origins);
    let limits = cloudfront_validators::Limits::default().max_violations(5);
    let report = validate_update(&config, &config, &Options::default().limits(limits));
    assert!(report.truncated() && !report.is_valid());
    assert_eq!(report.len(), 5);
}
