//! Templates: which resources there are, and what is known of their values.

use serde_json::{Value, json};
use shapewright_check::cloudformation::{recognise, requests};
use shapewright_check::{Found, Hints, Request, check};
use shapewright_source::Source;

use crate::dialect::CLOUDFORMATION;
use crate::support::{self, config, findings, parsed, value};

fn found(text: &str) -> Found {
    requests(&parsed(text), &CLOUDFORMATION)
}

/// A distribution with this configuration in YAML of flow style.
fn template(config: &str) -> String {
    format!(
        "Resources:\n  A:\n    Type: AWS::CloudFront::Distribution\n    \
         Properties: {{DistributionConfig: {config}}}\n"
    )
}

/// What the configuration of the only distribution becomes under each assumption, without what is supplied.
fn configs(text: &str) -> Vec<(String, Value)> {
    let found = found(text);
    let config = |request: &Request| (request.assumed.join(", "), config(request));
    found.requests.iter().map(config).collect()
}

#[test]
fn templates_are_recognised() {
    let cases = [
        (r#"{"AWSTemplateFormatVersion": "2010-09-09"}"#, Some("it has AWSTemplateFormatVersion")),
        (
            r#"{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}"#,
            Some("its Resources have types of CloudFormation"),
        ),
        (r#"{"Resources": {"A": {"Type": "file"}}}"#, None),
        (r#"{"Resources": []}"#, None),
        (r#"{"DistributionConfig": {}}"#, None),
        ("[]", None),
    ];
    for (text, expected) in cases {
        assert_eq!(recognise(parsed(text).trees[0].root()), expected, "{text}");
    }
}

#[test]
fn resources_of_the_service_are_requests() {
    let text = "
Transform: AWS::Serverless-2016-10-31
Resources:
  Bucket: {Type: AWS::S3::Bucket, Properties: {DistributionConfig: {}}}
  First:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig: &config
        Comment: a
  Nothing: {Type: AWS::CloudFront::Nothing}
  Second:
    Type: 'AWS::CloudFront::Distribution'
    Metadata: {a: b}
    Properties: {DistributionConfig: *config}
  Bare:
    Type: AWS::CloudFront::Distribution
  Fn::ForEach::Many: [Name, [a, b], {}]
---
Resources:
  Other: {Type: AWS::CloudFront::Distribution, Properties: {}}
";
    let found = found(text);
    let expected = ["First", "Second", "Bare", "Other"].map(|name| format!("{name} CreateDistribution"));
    assert_eq!(support::requests(&found), expected);
    assert_eq!(found.unknown, 1);
    let parsed = parsed(text);
    let origins = found.requests.iter().map(|request| {
        let origin = request.origin;
        let tree = &parsed.trees[origin.tree];
        (tree.node(origin.node).key(), origin.metadata.map(|id| value(tree.node(id))))
    });
    let origins = origins.collect::<Vec<_>>();
    let metadata = Some(json!({"a": "b"}));
    let expected =
        [(Some("First"), None), (Some("Second"), metadata), (Some("Bare"), None), (Some("Other"), None)];
    assert_eq!(origins, expected);
    assert_eq!(value(found.requests[1].tree.root())["DistributionConfig"]["Comment"], json!("a"));
    // What a resource without properties lacks is at its logical id.
    let bare = found.requests[2].tree.root().locate("/DistributionConfig");
    assert_eq!(bare.node.source().slice(bare.span()), "Bare");
}

#[test]
fn functions_are_not_known() {
    let unknown = |reason: &str| json!(format!("<{reason}>"));
    let cases = [
        ("!Ref Parameter", unknown("Ref")),
        ("{Ref: Parameter}", unknown("Ref")),
        ("!GetAtt Bucket.DomainName", unknown("Fn::GetAtt")),
        (r#"{"Fn::GetAtt": [Bucket, DomainName]}"#, unknown("Fn::GetAtt")),
        ("!Sub '${A}-b'", unknown("Fn::Sub")),
        ("!Sub 'a-b'", json!("a-b")),
        ("!Sub 'a${!b}'", json!("a${b}")),
        ("!Sub ['${a}', {a: b}]", unknown("Fn::Sub")),
        (r#"{"Fn::Join": ['', [a, b]]}"#, json!("ab")),
        ("!Join ['-', [a, !Ref B]]", unknown("Fn::Join")),
        ("!Join ['-', !Split [',', a]]", unknown("Fn::Join")),
        ("!FindInMap [a, b, c]", unknown("Fn::FindInMap")),
        ("!ImportValue a", unknown("Fn::ImportValue")),
        ("!Select [0, [a]]", unknown("Fn::Select")),
        ("!Rain::Env a", unknown("a tag that is not known")),
        ("'{{resolve:ssm:/a:1}}'", unknown("{{resolve:…}}")),
        (r#"!If ["a"]"#, unknown("Fn::If")),
        ("!Ref AWS::NoValue", Value::Null),
        ("{Ref: AWS::NoValue}", Value::Null),
        (r#"{"Fn::Transform": {Name: AWS::Include}}"#, unknown("a macro or a loop")),
        ("{Reference: a}", json!({"Reference": "a"})),
        ("'text'", json!("text")),
        ("yes", json!("yes")),
    ];
    for (text, expected) in cases {
        let configs = configs(&template(&format!("{{Comment: {text}}}")));
        assert_eq!(configs.len(), 1, "{text}");
        assert_eq!(configs[0].1["Comment"], expected, "{text}");
    }
}

#[test]
fn macros_make_their_surroundings_unknown() {
    let unknown = json!("<a macro or a loop>");
    for function in ["Fn::Transform", "Fn::ForEach::A"] {
        let configs = configs(&template(&format!("{{Comment: a, '{function}': []}}")));
        assert_eq!(configs, [(String::new(), unknown.clone())], "{function}");
    }
    let own = format!("Transform: [AWS::Serverless-2016-10-31, Mine]\n{}", template("{Wrong: 1}"));
    let requests = found(&own).requests;
    assert_eq!(value(requests[0].tree.root()), json!("<a macro can change it>"));
    assert!(requests[0].findings.is_empty());
}

#[test]
fn each_branch_of_a_condition_is_judged_beside_what_is_certain() {
    let config = |condition: &str, config: Value| (condition.to_owned(), config);
    let open = "<Fn::If>";
    let cases = [
        (
            "{Comment: !If [C, a, b], Enabled: true}",
            vec![
                config("C is true", json!({"Comment": "a", "Enabled": true})),
                config("C is false", json!({"Comment": "b", "Enabled": true})),
            ],
        ),
        (
            "{Comment: !If [C, a, !Ref AWS::NoValue], Enabled: !If [D, true, false]}",
            vec![
                config("C is true", json!({"Comment": "a", "Enabled": open})),
                config("C is false", json!({"Enabled": open})),
                config("D is true", json!({"Comment": open, "Enabled": true})),
                config("D is false", json!({"Comment": open, "Enabled": false})),
            ],
        ),
        (
            "{Comment: !If [C, !If [D, a, b], !Ref P]}",
            vec![
                config("C is true", json!({"Comment": open})),
                config("C is false", json!({"Comment": "<Ref>"})),
                config("C is true, D is true", json!({"Comment": "a"})),
                config("C is true, D is false", json!({"Comment": "b"})),
            ],
        ),
        (
            "{Aliases: [a, !If [C, b, !Ref AWS::NoValue]], Comment: !If [D, x, y]}",
            vec![
                config(
                    "C is true",
                    json!({"Aliases": {"Quantity": 2, "Items": ["a", "b"]}, "Comment": open}),
                ),
                config("C is false", json!({"Aliases": {"Quantity": 1, "Items": ["a"]}, "Comment": open})),
                config("D is true", json!({"Aliases": open, "Comment": "x"})),
                config("D is false", json!({"Aliases": open, "Comment": "y"})),
            ],
        ),
        (
            r#"{"Fn::If": [C, {Comment: a}, {Comment: b}]}"#,
            vec![config("C is true", json!({"Comment": "a"})), config("C is false", json!({"Comment": "b"}))],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(configs(&template(text)), expected, "{text}");
    }
}

#[test]
fn a_resource_with_a_condition_is_only_there_if_it_is_true() {
    let text = template("{Comment: !If [C, a, b]}") + "    Condition: C\n";
    assert_eq!(configs(&text), [(String::new(), json!({"Comment": "a"}))]);
}

#[test]
fn what_is_wrong_in_some_cases_only_says_in_which() {
    let text = template(
        "{Commnt: a, Enabled: true, Origins: [{DomainName: a.example.com, Id: a, CustomOriginConfig: \
         {OriginProtocolPolicy: !If [Secure, https-only, htps-only]}}], DefaultCacheBehavior: {TargetOriginId: a, \
         CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6, ViewerProtocolPolicy: https-only}}",
    );
    let findings = check(Source::new("a.yaml", text), &Hints::default());
    assert_eq!(findings.checked, 1);
    let shown = findings.findings.iter().map(|finding| {
        let place = findings.source.slice(finding.place.span);
        (finding.rule.as_str(), place, finding.place.text.as_str())
    });
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            ("unknown-property", "Commnt", ""),
            ("custom-origin-config-origin-protocol-policy-enum", "htps-only", "if Secure is false"),
        ]
    );
}

#[test]
fn unknown_types_are_reported() {
    let cases = [
        ("AWS::CloudFront::Distributoin", "did you mean AWS::CloudFront::Distribution?"),
        ("AWS::Cloudfront::Distribution", "did you mean AWS::CloudFront::Distribution?"),
        ("AWS::CloudFront::Teleporter", "check the name; the resource was not checked"),
    ];
    for (name, help) in cases {
        let text = format!("Resources:\n  A:\n    Type: {name}\n");
        let parsed = parsed(&text);
        let found = requests(&parsed, &CLOUDFORMATION);
        let message = format!("there is no resource type {name}; {help}");
        assert_eq!(
            findings(&found, &parsed),
            [format!("unknown-resource-type A /Resources/A/Type {name}: {message}")]
        );
    }
}

#[test]
fn many_conditions_cost_no_product() {
    let comments: Vec<String> = (0..3_000).map(|index| format!("!If [C{index}, a, b]")).collect();
    let found = found(&template(&format!("{{Aliases: [{}]}}", comments.join(", "))));
    assert!(found.requests.len() <= 64);
    let values: usize = found.requests.iter().map(|request| request.tree.root().size()).sum();
    assert!(values < 300_000, "{values}");
}
