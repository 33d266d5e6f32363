//! `shapewright explain --format json`.

use cloudfront::errors::Code;
use cloudfront::shapes::catalog::{ENUMS, STRUCTURES, structure};
use cloudfront::validators::{OPERATIONS, RULES, rules};
use serde_json::{Value, json};
use shapewright::{explain, explain_as_json};

use crate::common::{run, stdout};

/// What is known about a name.
fn subjects(name: &str) -> Vec<Value> {
    let text = explain_as_json(name).unwrap_or_else(|error| panic!("{error}"));
    let mut object: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&object["version"], &object["name"]), (&json!(1), &json!(name)));
    let subjects = object["subjects"].take();
    serde_json::from_value(subjects).expect("a list")
}

/// The subject of a kind.
fn subject(name: &str, kind: &str) -> Value {
    let found = subjects(name).into_iter().find(|subject| subject["kind"] == kind);
    found.unwrap_or_else(|| panic!("{name} is no {kind}"))
}

#[test]
fn members_have_type_defaults_and_rules() {
    let text = stdout(&["explain", "--format", "json", "CacheBehavior.MinTTL"]);
    assert_eq!(text, explain_as_json("CacheBehavior.MinTTL").expect("it is known"));
    let member = subject("CacheBehavior.MinTTL", "member");
    assert_eq!((&member["structure"], &member["name"]), (&json!("CacheBehavior"), &json!("MinTTL")));
    assert_eq!(member["type"], "integer");
    let ids: Vec<&str> =
        member["rules"].as_array().expect("a list").iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert!(ids.contains(&"cache-behavior-min-ttl-range"), "{ids:?}");
    let text = explain("CacheBehavior.MinTTL").expect("it is known");
    for id in &ids {
        assert!(text.contains(&format!("rule {id}")), "{id}: {text}");
    }
    let compress = subject("CacheBehavior.Compress", "member");
    assert_eq!(compress["defaults"][0]["value"], false, "{compress}");
}

/// All that has a name is explained as data too.
#[test]
fn all_names_have_subjects() {
    for rule in rules() {
        assert_eq!(subject(rule.id, "rule")["rule"]["code"], rule.code);
    }
    for name in STRUCTURES {
        let members = subject(name, "structure")["members"].as_array().map(Vec::len);
        let expected = structure(name).map(|structure| structure.member_names().len());
        assert_eq!(members, expected, "{name}");
    }
    for name in ENUMS {
        assert!(!subject(name, "enum")["values"].as_array().expect("a list").is_empty(), "{name}");
    }
    for name in OPERATIONS {
        assert!(subject(name, "operation")["uri"].is_string(), "{name}");
    }
    for code in Code::ALL {
        assert_eq!(subject(code.code(), "code")["status"], code.status(), "{}", code.code());
    }
    for resource in cloudfront_dialects::ALL.iter().flat_map(|dialect| dialect.resources) {
        let properties = subject(resource.name, "resource")["properties"].as_array().map(Vec::len);
        assert!(properties.is_none_or(|count| count > 0) || resource.inputs.is_empty(), "{}", resource.name);
    }
    assert!(RULES.find("wrong-type").is_none());
    for (name, kind) in [("wrong-type", "other-rule"), ("yaml-duplicate-key", "other-rule")] {
        assert_eq!(subject(name, kind)["id"], name);
    }
}

#[test]
fn properties_of_tools_lead_to_members() {
    let property = subject("aws_cloudfront_distribution.origin.origin_id", "property");
    assert_eq!((&property["name"], &property["member"]), (&json!("origin.origin_id"), &json!("Origin.Id")));
    assert_eq!(property["resources"], json!(["aws_cloudfront_distribution"]));
    let resource = subject("AWS::CloudFront::Function", "resource");
    let properties = resource["properties"].as_array().expect("a list");
    let name = properties.iter().find(|property| property["name"] == "Name").expect("it has a name");
    assert_eq!((&name["required"], &name["create_only"]), (&json!(true), &json!(true)));
    let text = stdout(&["explain", "AWS::CloudFront::Function"]);
    assert!(
        text.contains("  Name is CreateFunctionRequest.Name, required, a change makes a new resource\n"),
        "{text}"
    );
}

#[test]
fn paths_lead_to_members() {
    let found = subjects("/DistributionConfig/Origins/Items/0/Id");
    assert!(found.iter().any(|found| found["structure"] == "Origin" && found["name"] == "Id"), "{found:?}");
}

#[test]
fn unknown_names_are_errors() {
    let output = run(&["explain", "--format", "json", "CacheBehavior.MinTTX"], "");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `CacheBehavior.MinTTL`?"));
}
