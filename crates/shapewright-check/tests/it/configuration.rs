//! Configurations of Terraform: HCL and JSON.

use serde_json::{Value, json};
use shapewright_check::terraform::configuration::{recognise, requests};
use shapewright_check::{Found, Hints, check};
use shapewright_source::Source;

use crate::dialect::TERRAFORM;
use crate::support::{self, config, findings, parsed};

fn found(text: &str) -> Found {
    requests(&parsed(text), &[&TERRAFORM])
}

/// What a distribution with these attributes and blocks becomes.
fn distribution(body: &str) -> Value {
    let text = format!("resource \"aws_cloudfront_distribution\" \"a\" {{\n{body}\n}}\n");
    let found = found(&text);
    assert!(found.requests[0].findings.is_empty(), "{:?}", found.requests[0].findings);
    config(&found.requests[0])
}

#[test]
fn configurations_are_recognised() {
    let cases = [
        ("resource \"a\" \"b\" {\n}\n", true),
        ("locals {\n  a = 1\n}\n", true),
        ("terraform {\n}\n", true),
        ("a = 1\n", false),
        ("job \"x\" {\n}\n", false),
        (r#"{"resource": {"aws_s3_bucket": {"a": {}}}, "locals": {}}"#, true),
        (r#"{"resource": {}, "Id": "x"}"#, false),
        ("{}", false),
        ("[]", false),
    ];
    for (text, expected) in cases {
        let text = if text.contains("= 1\n") && !text.contains('{') {
            // The beginning of a file of variables tells no format.
            let source = Source::new("a.tfvars", text.to_owned());
            shapewright_source::hcl::parse(source, &shapewright_source::Limits::default())
        } else {
            parsed(text)
        };
        assert_eq!(recognise(text.trees[0].root()).is_some(), expected, "{:?}", text.trees[0].source());
    }
}

#[test]
fn resources_are_requests() {
    let text = r#"
provider "aws" {}
resource "aws_s3_bucket" "b" {}
resource "aws_cloudfront_distribution" "a" {
  enabled  = true
  provider = aws.east
  count    = 2
  lifecycle {
    ignore_changes = [comment]
  }
  depends_on = [aws_s3_bucket.b]
}
resource "aws_cloudfront_distribution" "none" {
  count = 0
}
data "aws_cloudfront_distribution" "c" {}
resource aws_cloudfront_distribution d {
  for_each = var.all
  comment  = each.value
}
"#;
    let found = found(text);
    let expected = ["a", "d"].map(|name| format!("aws_cloudfront_distribution.{name} CreateDistribution"));
    assert_eq!(support::requests(&found), expected);
    let configs: Vec<Value> = found.requests.iter().map(config).collect();
    assert_eq!(configs, [json!({"Enabled": true}), json!({"Comment": "<a reference>"})]);
    assert!(found.requests.iter().all(|request| request.findings.is_empty()));
}

#[test]
fn expressions_are_not_known() {
    let cases = [
        ("comment = \"a\"", json!("a")),
        ("comment = \"$${a}\"", json!("${a}")),
        ("comment = var.a", json!("<a reference>")),
        ("comment = \"${var.a}\"", json!("<a template>")),
        ("comment = upper(\"a\")", json!("<a function call>")),
        ("comment = var.a ? \"a\" : \"b\"", json!("<a condition>")),
        ("comment = local.a", json!("<a reference>")),
        ("comment = null", Value::Null),
    ];
    for (text, expected) in cases {
        assert_eq!(distribution(text)["Comment"], expected, "{text}");
    }
}

#[test]
fn blocks_are_lists() {
    let body = "origin {\n  origin_id = \"a\"\n}\norigin {\n  origin_id = \"b\"\n}";
    let items = json!([{"Id": "a"}, {"Id": "b"}]);
    assert_eq!(distribution(body), json!({"Origins": {"Quantity": 2, "Items": items}}));
    let dynamic =
        "dynamic \"origin\" {\n  for_each = var.all\n  content {\n    origin_id = origin.value\n  }\n}";
    let unknown = json!({"Origins": "<a dynamic block>"});
    assert_eq!(distribution(dynamic), unknown);
    assert_eq!(distribution(&format!("{body}\n{dynamic}")), unknown);
}

#[test]
fn locals_of_the_file_are_followed() {
    let cases = [
        ("a = \"x\"", json!("x"), "local.a"),
        ("a = local.b\nb = 7", json!(7), "local.a"),
        ("a = upper(\"x\")", json!("<a reference>"), "local.a"),
        ("a = local.a", json!("<a reference>"), "local.a"),
        ("a = local.b\nb = local.a", json!("<a reference>"), "local.a"),
        ("a = [local.b, \"y\"]\nb = \"x\"", json!(["x", "y"]), "local.a"),
        ("a = [local.b]\nb = [local.a]", Value::Null, "local.a"),
    ];
    for (locals, expected, place) in cases {
        let text = format!(
            "resource \"aws_cloudfront_distribution\" \"a\" {{\n  comment = local.a\n}}\nlocals {{\n{locals}\n}}\n"
        );
        let found = found(&text);
        let comment = found.requests[0].tree.root().locate("/DistributionConfig/Comment").node;
        assert_eq!(comment.source().slice(comment.span()), place, "{locals}");
        if expected != Value::Null {
            assert_eq!(support::value(comment), expected, "{locals}");
        }
    }
}

#[test]
fn locals_that_double_each_other_stay_small() {
    let pairs: Vec<String> =
        (0..60).map(|i| format!("l{i} = [local.l{}, local.l{}]", i + 1, i + 1)).collect();
    let text = format!(
        "locals {{\n{}\nl60 = 1\n}}\nresource \"aws_cloudfront_distribution\" \"a\" {{\n  comment = local.l0\n}}\n",
        pairs.join("\n")
    );
    let found = found(&text);
    assert!(found.requests[0].tree.root().size() < 300_000);
}

#[test]
fn configurations_in_json_have_the_same_requests() {
    let text = r#"{"locals": {"name": "x"}, "resource": {"aws_cloudfront_distribution": {"a": {
        "comment": "${local.name}", "enabled": "${var.enabled}", "aliases": ["a-${var.b}"],
        "origin": {"origin_id": "o"}, "lifecycle": {"prevent_destroy": true}
    }}}}"#;
    let found = found(text);
    assert_eq!(support::requests(&found), ["aws_cloudfront_distribution.a CreateDistribution"]);
    let template = "<a template>";
    assert_eq!(
        config(&found.requests[0]),
        json!({
            "Comment": "x", "Enabled": template,
            "Aliases": {"Quantity": 1, "Items": [template]},
            "Origins": {"Quantity": 1, "Items": [{"Id": "o"}]},
        })
    );
}

#[test]
fn problems_have_their_place() {
    let text =
        "resource \"aws_cloudfront_distribution\" \"a\" {\n  origins {\n  }\n  origin {\n    id = 1\n  }\n}
resource \"aws_cloudfront_distributoin\" \"b\" {\n}\n";
    let parsed = parsed(text);
    let found = requests(&parsed, &[&TERRAFORM]);
    assert_eq!(
        findings(&found, &parsed),
        [
            "unknown-resource-type aws_cloudfront_distributoin.b /resource/aws_cloudfront_distributoin \
             \"aws_cloudfront_distributoin\": the resource type aws_cloudfront_distributoin is not known; \
             did you mean aws_cloudfront_distribution?",
            "unknown-property aws_cloudfront_distribution.a /origins origins: \
             there is no property origins; did you mean origin?",
            "unknown-property aws_cloudfront_distribution.a /DistributionConfig/Origins/Items/0/id id: \
             there is no property id; known properties are domain_name, origin_id",
        ]
    );
    // What the resource lacks is at its name.
    let lacking = found.requests[0].tree.root().locate("/DistributionConfig/DefaultCacheBehavior");
    assert_eq!(lacking.node.source().slice(lacking.span()), "\"a\"");
}

/// In JSON, a member `//` is a comment of any block, as CDKTF writes it.
#[test]
fn comments_of_json_are_no_properties() {
    let text = json!({"//": "a", "resource": {"//": "b", "aws_cloudfront_distribution": {"//": "c", "a": {
        "//": {"metadata": {"path": "d"}}, "enabled": true, "origin": [{"//": "e", "origin_id": "x"}],
    }}}});
    let found = found(&text.to_string());
    assert!(found.requests[0].findings.is_empty(), "{:?}", found.requests[0].findings);
    assert_eq!(found.requests.len(), 1);
}

/// Files with these names have parts of resources that are in others.
#[test]
fn override_files_need_not_be_complete() {
    let text = "resource \"aws_cloudfront_distribution\" \"a\" {\n  price_class = \"a\"\n}\n";
    let in_json =
        json!({"resource": {"aws_cloudfront_distribution": {"a": {"price_class": "a"}}}}).to_string();
    let rules = |name: &str, text: &str| -> Vec<String> {
        let findings = check(Source::new(name, text.to_owned()), &Hints::default()).findings;
        findings.into_iter().map(|finding| finding.rule).collect()
    };
    for (name, text) in [
        ("override.tf", text),
        ("infra/cdn_override.tf", text),
        ("infra\\cdn_override.tf", text),
        ("cdn_override.tf.json", in_json.as_str()),
    ] {
        assert_eq!(rules(name, text), ["distribution-config-price-class-enum"], "{name}");
    }
    assert!(rules("cdn.tf", text).len() > 1);
    assert!(rules("myoverride.tf", text).len() > 1);
}
