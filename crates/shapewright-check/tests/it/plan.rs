//! Plans of Terraform: which resources change, and what is known of them.

use serde_json::{Value, json};
use shapewright_check::terraform::plan::{recognise, requests, state};
use shapewright_check::{Found, Severity};

use crate::dialect::TERRAFORM;
use crate::support::{self, config, findings, parsed};

/// A plan with one resource, without these members of the change.
fn plan(change: &Value) -> String {
    let mut resource = json!({
        "address": "module.a.aws_cloudfront_distribution.b[0]", "mode": "managed",
        "type": "aws_cloudfront_distribution", "name": "b", "change": change,
    });
    if change["actions"] == json!(["read"]) {
        resource["mode"] = json!("data");
    }
    json!({"format_version": "1.2", "terraform_version": "1.9.0", "resource_changes": [resource]}).to_string()
}

fn found(text: &str) -> Found {
    requests(&parsed(text), &[&TERRAFORM])
}

#[test]
fn plans_and_states_are_recognised() {
    let cases = [
        (json!({"terraform_version": "1", "resource_changes": []}), true, false),
        (json!({"format_version": "1", "planned_values": {}, "values": {}}), true, false),
        (json!({"terraform_version": "1", "values": {"root_module": {}}}), false, true),
        (
            json!({"version": 4, "terraform_version": "1", "serial": 1, "lineage": "x", "resources": []}),
            false,
            true,
        ),
        (json!({"resource_changes": []}), false, false),
        (json!({"values": {}}), false, false),
        (json!([]), false, false),
    ];
    for (document, is_plan, is_state) in cases {
        let parsed = parsed(&document.to_string());
        let root = parsed.trees[0].root();
        assert_eq!((recognise(root).is_some(), state(root).is_some()), (is_plan, is_state), "{document}");
    }
}

#[test]
fn what_is_created_and_changed_is_a_request() {
    let actions = |actions: &[&str]| {
        let found = found(&plan(&json!({
            "actions": actions, "before": {"comment": "old"}, "after": {"comment": "new"},
        })));
        let current = found.requests.first().map(|request| request.current.is_some());
        assert!(found.findings.is_empty() && found.requests.len() < 2);
        current
    };
    assert_eq!(actions(&["create"]), Some(false));
    assert_eq!(actions(&["delete", "create"]), Some(false));
    assert_eq!(actions(&["create", "delete"]), Some(false));
    assert_eq!(actions(&["update"]), Some(true));
    for none in [&["no-op"][..], &["delete"], &["read"], &["forget"], &[]] {
        assert_eq!(actions(none), None, "{none:?}");
    }
}

#[test]
fn updates_know_what_is_there() {
    let found = found(&plan(&json!({
        "actions": ["update"], "before": {"comment": "old"}, "after": {"comment": "new"}, "after_unknown": {},
    })));
    let request = &found.requests[0];
    assert_eq!(config(request), json!({"Comment": "new"}));
    let current = request.current.as_ref().expect("the current input");
    assert_eq!(current.root().locate("/DistributionConfig/Comment").node.text(), "old");
    assert_eq!(support::requests(&found), ["module.a.aws_cloudfront_distribution.b[0] CreateDistribution"]);
}

#[test]
fn what_is_known_after_apply_is_unknown() {
    let later = "<known after apply>";
    let cases = [
        (json!({"comment": "a", "arn": null}), json!({"arn": true}), json!({"Comment": "a"})),
        (json!({"enabled": true}), json!({"comment": true}), json!({"Enabled": true, "Comment": later})),
        (json!({"comment": null}), json!({"comment": true}), json!({"Comment": later})),
        (json!({"comment": null}), json!({"comment": false}), json!({})),
        (json!({"comment": "a"}), json!(true), json!(null)),
        (
            json!({"origin": [{"domain_name": "a"}, {"domain_name": "b", "origin_id": "b"}]}),
            json!({"origin": [{"origin_id": true}, {}]}),
            json!({"Origins": {
                "Quantity": 2,
                "Items": [{"DomainName": "a", "Id": later}, {"DomainName": "b", "Id": "b"}],
            }}),
        ),
        (json!({"origin": []}), json!({"origin": true}), json!({"Origins": later})),
        (json!({}), json!({"origin": [{"origin_id": true}]}), json!({"Origins": later})),
        (
            json!({"aliases": ["a", null]}),
            json!({"aliases": [false, true]}),
            json!({"Aliases": {"Quantity": 2, "Items": ["a", later]}}),
        ),
        (json!({"aliases": [], "origin": []}), json!({"aliases": [], "origin": []}), json!({})),
    ];
    for (after, unknown, expected) in cases {
        let change = json!({"actions": ["create"], "before": null, "after": after, "after_unknown": unknown});
        assert_eq!(config(&found(&plan(&change)).requests[0]), expected, "{after}");
    }
}

#[test]
fn what_is_not_in_the_tables_is_a_warning() {
    let change = json!({"actions": ["create"], "after": {"coment": "a", "new": null}});
    let text = plan(&change);
    let parsed = parsed(&text);
    let found = requests(&parsed, &[&TERRAFORM]);
    assert_eq!(found.requests[0].findings[0].severity, Severity::Warning);
    let shown = findings(&found, &parsed);
    assert_eq!(
        shown,
        ["unknown-property module.a.aws_cloudfront_distribution.b[0] /coment \"coment\": \
          there is no property coment; did you mean comment?"]
    );
    let text = text.replace("aws_cloudfront_distribution\"", "aws_cloudfront_teleporter\"");
    let parsed = support::parsed(&text);
    let shown = findings(&requests(&parsed, &[&TERRAFORM]), &parsed);
    assert_eq!(
        shown,
        ["unknown-resource-type module.a.aws_cloudfront_distribution.b[0] /resource_changes/0/type \
          \"aws_cloudfront_teleporter\": the resource type aws_cloudfront_teleporter is not known; \
          check the name; the resource was not checked"]
    );
}

#[test]
fn large_objects_take_linear_time() {
    let tags: serde_json::Map<String, Value> =
        (0..50_000).map(|index| (format!("t{index}"), json!("x"))).collect();
    let unknown: serde_json::Map<String, Value> =
        (0..50_000).map(|index| (format!("u{index}"), json!(true))).collect();
    let change =
        json!({"actions": ["create"], "after": {"comment": tags}, "after_unknown": {"comment": unknown}});
    let found = found(&plan(&change));
    assert_eq!(found.requests[0].tree.root().locate("/DistributionConfig/Comment").node.size(), 100_001);
}

/// Terraform leaves `resource_changes` out if it is empty.
#[test]
fn a_plan_without_resources_has_no_changes() {
    let plan =
        |root: Value| json!({"format_version": "1.2", "planned_values": {"root_module": root}}).to_string();
    assert!(found(&plan(json!({}))).findings.is_empty());
    assert!(found(&plan(json!({"resources": []}))).findings.is_empty());
    let resource = json!({"address": "aws_s3_bucket.a", "type": "aws_s3_bucket"});
    let deep = json!({"child_modules": [{"resources": [resource]}]});
    for root in [json!({"resources": [resource]}), deep] {
        let found = found(&plan(root));
        assert_eq!(found.findings[0].message, "the plan has no list resource_changes");
    }
}
