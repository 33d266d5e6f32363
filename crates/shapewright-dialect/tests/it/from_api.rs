//! From requests to properties: values, what is lost, and the way back.

use serde_json::{Value, json};
use shapewright_dialect::{Dialect, Unmapped, from_api, to_api};
use shapewright_source::{Format, Node, Parsed};

use crate::dialect::{BLOCKS, OBJECTS};
use crate::support::{parsed, value};

fn unmapped(dialect: &Dialect, operation: &str, parsed: &Parsed) -> Unmapped {
    from_api(dialect, operation, parsed.trees[0].root()).expect("a resource")
}

/// The problems as `place: message (pointer)`.
fn problems(unmapped: &Unmapped, parsed: &Parsed) -> Vec<String> {
    let source = parsed.trees[0].source();
    let shown = unmapped
        .problems
        .iter()
        .map(|problem| format!("{}: {} ({})", source.slice(problem.place), problem.message, problem.pointer));
    shown.collect()
}

/// The properties for a configuration.
fn properties(config: &Value) -> Value {
    let parsed = parsed(Format::Json, &json!({"Config": config}).to_string());
    let unmapped = unmapped(&OBJECTS, "Create", &parsed);
    assert_eq!(problems(&unmapped, &parsed), [""; 0], "{config}");
    value(unmapped.tree.root())["Config"].take()
}

#[test]
fn each_form_becomes_what_the_tool_has() {
    let cases = [
        (json!({}), json!({})),
        (json!({"IsIPV6Enabled": true}), json!({"IPV6Enabled": true})),
        (json!({"IsIPV6Enabled": null}), json!({})),
        (json!({"ResponseCode": "200"}), json!({"ResponseCode": 200})),
        (json!({"ResponseCode": "0200"}), json!({"ResponseCode": "0200"})),
        (json!({"ResponseCode": ""}), json!({"ResponseCode": ""})),
        (json!({"Domains": [{"Domain": "a"}]}), json!({"Domains": ["a"]})),
        (json!({"Aliases": {"Quantity": 1, "Items": ["a"]}}), json!({"Aliases": ["a"]})),
        (json!({"Aliases": {"Quantity": 0}}), json!({})),
        (json!({"Aliases": {"Quantity": 0, "Items": []}}), json!({})),
        (
            json!({"Origins": {"Quantity": 1, "Items": [{"Id": "a", "Code": "eA=="}]}}),
            json!({"Origins": [{"Id": "a", "Code": "x"}]}),
        ),
        (
            json!({"Restrictions": {"GeoRestriction": {"RestrictionType": "x", "Quantity": 1, "Items": ["DE"]}}}),
            json!({"GeoRestriction": {"RestrictionType": "x", "Locations": ["DE"]}}),
        ),
        (
            json!({"Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}}}),
            json!({"GeoRestriction": {"RestrictionType": "none"}}),
        ),
        (
            json!({"DefaultCacheBehavior": {
                "MinTTL": 3,
                "AllowedMethods": {
                    "Quantity": 1, "Items": ["GET"], "CachedMethods": {"Quantity": 1, "Items": ["GET"]},
                },
                "TrustedKeyGroups": {"Enabled": true, "Quantity": 1, "Items": ["k"]},
            }}),
            json!({"DefaultCacheBehavior": {
                "MinTTL": 3, "AllowedMethods": ["GET"], "CachedMethods": ["GET"], "TrustedKeyGroups": ["k"],
            }}),
        ),
        (
            json!({"DefaultCacheBehavior": {
                "CachePolicyId": "x", "TrustedKeyGroups": {"Enabled": false, "Quantity": 0},
            }}),
            json!({"DefaultCacheBehavior": {"CachePolicyId": "x"}}),
        ),
    ];
    for (config, expected) in cases {
        assert_eq!(properties(&config), expected, "{config}");
    }
}

#[test]
fn what_is_lost_is_reported() {
    let cases = [
        (json!({"Staging": true}), "true: Staging cannot be written with the tool (/Config/Staging)"),
        (
            json!({"CallerReference": "x"}),
            "\"x\": the tool decides itself: the tool makes it (/Config/CallerReference)",
        ),
        (
            json!({"ViewerCertificate": {"A": "x"}}),
            "\"ViewerCertificate\": ViewerCertificate cannot be written with the tool (/Config/ViewerCertificate)",
        ),
        (
            json!({"Aliases": {"Quantity": 3, "Items": ["a"]}}),
            "3: the tool sends 1 (/Config/Aliases/Quantity)",
        ),
        (
            json!({"Origins": {"Quantity": 1, "Items": [{"Code": "/w=="}]}}),
            "\"/w==\": Code cannot be written with the tool (/Config/Origins/Items/0/Code)",
        ),
        (
            json!({"DefaultCacheBehavior": {"CachePolicyId": "x", "MinTTL": 4}}),
            "4: MinTTL cannot be written with the tool (/Config/DefaultCacheBehavior/MinTTL)",
        ),
        (
            json!({"DefaultCacheBehavior": {
                "CachePolicyId": "x", "TrustedKeyGroups": {"Enabled": false, "Quantity": 1, "Items": ["k"]},
            }}),
            "false: the tool sends true (/Config/DefaultCacheBehavior/TrustedKeyGroups/Enabled)",
        ),
        (
            json!({"Domains": [{"Domain": "a", "Status": "b"}]}),
            "\"b\": Status cannot be written with the tool (/Config/Domains/0/Status)",
        ),
    ];
    for (config, expected) in cases {
        let parsed = parsed(Format::Json, &json!({"Config": config}).to_string());
        assert_eq!(problems(&unmapped(&OBJECTS, "Create", &parsed), &parsed), [expected], "{config}");
    }
}

#[test]
fn blocks_are_composed_as_blocks() {
    let request = json!({"Config": {
        "Aliases": {"Quantity": 1, "Items": ["a"]},
        "Origins": {"Quantity": 2, "Items": [{"Id": "a"}, {"Id": "b"}]},
    }});
    let parsed = parsed(Format::Json, &request.to_string());
    let unmapped = unmapped(&BLOCKS, "Create", &parsed);
    assert_eq!(problems(&unmapped, &parsed), [""; 0]);
    let config = unmapped.tree.root().get("Config").expect("a block");
    let shown = |node: Node<'_>| (node.key().unwrap_or_default().to_owned(), node.is_block(), value(node));
    assert!(config.is_block());
    assert_eq!(
        config.members().into_iter().map(shown).collect::<Vec<_>>(),
        [
            ("Aliases".to_owned(), false, json!(["a"])),
            ("Origins".to_owned(), true, json!({"Id": "a"})),
            ("Origins".to_owned(), true, json!({"Id": "b"})),
        ]
    );
}

#[test]
fn tags_are_keys_and_values() {
    for tags in [json!([{"Key": "a", "Value": "b"}]), json!([])] {
        let request = json!({"Tagged": {"Config": {}, "Tags": {"Items": tags}}});
        let parsed = parsed(Format::Json, &request.to_string());
        let unmapped = unmapped(&OBJECTS, "CreateTagged", &parsed);
        assert_eq!(problems(&unmapped, &parsed), [""; 0]);
        let back = to_api(&OBJECTS, unmapped.resource, unmapped.tree.root()).expect("a request");
        assert_eq!(value(back.tree.root())["Tagged"]["Tags"], request["Tagged"]["Tags"]);
    }
}

#[test]
fn operations_that_the_tool_does_not_call_have_no_resource() {
    let parsed = parsed(Format::Json, "{}");
    assert!(from_api(&OBJECTS, "Delete", parsed.trees[0].root()).is_none());
}
