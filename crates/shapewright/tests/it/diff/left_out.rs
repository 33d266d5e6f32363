//! What `shapewright diff` does not compare, and what makes a tool replace a resource.

use serde_json::{Value, json};

use super::{diff, file, key_group, lines};

fn function(comment: &str, code: &str) -> Value {
    let config = json!({ "Comment": comment, "Runtime": "cloudfront-js-2.0" });
    json!({ "Name": "f", "FunctionConfig": config, "FunctionCode": code })
}

#[test]
fn operations_with_nothing_in_common_say_so() {
    let invalidation = json!({ "CallerReference": "a", "Paths": { "Quantity": 1, "Items": ["/*"] } });
    assert_eq!(
        lines("nothing", &key_group(&["K1"]), &invalidation),
        [
            "CreateKeyGroup and CreateInvalidation have nothing in common",
            "not compared, only in the old document: /KeyGroupConfig",
            "not compared, only in the new document: /InvalidationBatch",
        ]
    );
}

/// Not only the first structure that both have.
#[test]
fn all_members_of_both_operations_are_compared() {
    let mut update = function("b", "Yg==");
    update["IfMatch"] = json!("E1");
    let mut create = function("a", "YQ==");
    create["Tags"] = json!({ "Items": [{ "Key": "team", "Value": "web" }] });
    assert_eq!(
        lines("members", &create, &update),
        [
            "CreateFunctionRequest of CreateFunction and of UpdateFunction",
            "/FunctionConfig/Comment: \"a\" -> \"b\"",
            "/FunctionCode: \"<redacted>\" -> \"<redacted>\"",
            "not compared, only in the old document: /Tags",
        ]
    );
}

/// Only one operation has tags: that is said, and is no difference.
#[test]
fn what_is_around_a_structure_is_left_out() {
    let config = json!({
        "CallerReference": "a", "S3Origin": { "DomainName": "a.s3.amazonaws.com", "OriginAccessIdentity": "" },
        "Comment": "", "TrustedSigners": { "Enabled": false, "Quantity": 0 }, "Enabled": true,
    });
    let tags = json!({ "Items": [{ "Key": "team", "Value": "web" }] });
    let tagged = json!({
        "StreamingDistributionConfigWithTags": { "StreamingDistributionConfig": config, "Tags": tags },
    });
    let old = file("tagged.json", &tagged.to_string());
    let update = json!({ "Id": "E1", "IfMatch": "E", "StreamingDistributionConfig": config });
    let new = file("untagged.json", &update.to_string());
    let text = "StreamingDistributionConfig of CreateStreamingDistributionWithTags and of UpdateStreamingDistribution\n\
        not compared, only in the old document: /StreamingDistributionConfigWithTags/Tags\n";
    assert_eq!(diff(&[&old, &new]), (text.to_owned(), 0));
    let (text, _) = diff(&["--format", "json", &old, &new]);
    let comparison: Value = serde_json::from_str(&text).expect("JSON");
    let request = &comparison["requests"][0];
    assert_eq!(request["only_old"], json!(["/StreamingDistributionConfigWithTags/Tags"]));
    assert_eq!((&request["only_new"], &comparison["same"]), (&json!([]), &json!(true)));
}

#[test]
fn newer_members_of_outputs_are_left_out() {
    let mut output =
        json!({ "ETag": "E1", "KeyGroupConfig": { "Name": "keys", "Items": ["K1"], "Flavour": 1 } });
    let old = file("newer.json", &output.to_string());
    output["KeyGroupConfig"].as_object_mut().expect("an object").remove("Flavour");
    let new = file("known.json", &output.to_string());
    let text = "not compared, only in the old document: /KeyGroupConfig/Flavour\n";
    assert_eq!(diff(&[&old, &new]), (text.to_owned(), 0));
    let converted = crate::common::run(&["convert", &old, "--to", "yaml"], "");
    let warning = String::from_utf8_lossy(&converted.stderr).into_owned();
    assert!(warning.contains("/KeyGroupConfig/Flavour is left out: it is newer than the model"), "{warning}");
    assert_eq!(converted.status.code(), Some(0));
}

/// What the schema of a tool marks as `createOnly`: on a resource, inside a property, and not in other tools.
#[test]
fn what_replaces_a_resource_is_named() {
    let template = |ty: &str, properties: &Value| {
        let resource = json!({ "Type": format!("AWS::CloudFront::{ty}"), "Properties": properties });
        json!({ "Resources": { "It": resource } })
    };
    let cases = [
        ("Function", function("a", "c"), "/Name", json!("g"), true),
        ("Function", function("a", "c"), "/FunctionConfig/Comment", json!("b"), false),
        (
            "FieldLevelEncryptionProfile",
            json!({
                "FieldLevelEncryptionProfileConfig": {
                    "Name": "p", "CallerReference": "a", "EncryptionEntities": [],
                },
            }),
            "/FieldLevelEncryptionProfileConfig/CallerReference",
            json!("b"),
            true,
        ),
    ];
    for (ty, old, pointer, value, is_replaced) in cases {
        let mut new = old.clone();
        *new.pointer_mut(pointer).expect("a property") = value;
        let found = lines("replaced", &template(ty, &old), &template(ty, &new));
        let line = format!("  AWS::CloudFront::{ty} is replaced by a new one: an update cannot change it");
        assert_eq!(found.contains(&line), is_replaced, "{pointer}: {found:?}");
        assert!(found.len() > 1, "{found:?}");
    }
    let mut other = function("a", "YQ==");
    other["Name"] = json!("g");
    let found = lines("api", &function("a", "YQ=="), &other);
    assert_eq!(found, ["/Name: \"f\" -> \"g\""]);
}
