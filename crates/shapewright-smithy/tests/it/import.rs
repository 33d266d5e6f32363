//! Import: facts without prose, one stable form, and what changed between two models.

use crate::common::{get, member_values, model, smithy, values};
use serde_json::{Value, json};
use shapewright_smithy::import::{diff, strip_prose, to_json};

const BOTOCORE: &str = include_str!("../data/weather.botocore.json");
const SMITHY: &str = include_str!("../data/weather.smithy.json");

#[test]
fn prose_is_taken_out() {
    let mut model = model(&smithy(json!({
        "a#Op": {"type": "operation", "traits": {
            "smithy.api#documentation": "Text.",
            "smithy.api#examples": [],
            "smithy.api#externalDocumentation": {"Guide": "https://example.com"},
            "smithy.rules#staticContextParams": {},
            "smithy.waiters#waitable": {"Done": {"documentation": "Wait.", "minDelay": 20}},
        }},
        "a#S": {
            "type": "structure",
            "members": {"m": {"target": "smithy.api#Document", "traits": {
                "smithy.api#deprecated": {"message": "Text.", "since": "2019"},
                "smithy.api#default": {"documentation": "data"},
                "smithy.api#required": {},
            }}},
            "traits": {"smithy.api#input": {}, "smithy.api#title": "S", "botocore#output": {"documentation": "Text."}},
        },
    })));
    strip_prose(&mut model);
    let waiters = json!({"smithy.waiters#waitable": {"Done": {"minDelay": 20}}});
    assert_eq!(values(&get(&model, "a#Op").traits), waiters);
    assert_eq!(values(&get(&model, "a#S").traits), json!({}));
    let member = json!({
        "smithy.api#deprecated": {"since": "2019"},
        "smithy.api#default": {"documentation": "data"},
        "smithy.api#required": {},
    });
    assert_eq!(member_values(get(&model, "a#S"), "m"), member);
}

#[test]
fn what_is_written_reads_back() {
    let resource = smithy(json!({
        "a#City": {
            "type": "resource",
            "identifiers": {"id": {"target": "smithy.api#String"}},
            "read": {"target": "a#Get"},
            "collectionOperations": [{"target": "a#List"}],
            "operations": [{"target": "a#Clear"}],
        },
        "a#Get": {"type": "operation"},
        "a#List": {"type": "operation"},
        "a#Clear": {"type": "operation"},
    }));
    let service = json!({
        "type": "service", "version": "1", "rename": {"a#City": "Town"}, "resources": [{"target": "a#City"}]
    });
    let service = resource.replace(r#"{"type":"service","version":"1"}"#, &service.to_string());
    for text in [BOTOCORE, SMITHY, &resource, &service] {
        let first = model(text);
        let json = to_json(&first);
        assert_eq!(model(&json), first);
        assert_eq!(to_json(&model(&json)), json);
    }
}

#[test]
fn the_written_form() {
    let text = smithy(json!({
        "a#S": {
            "type": "structure",
            "members": {"m": {"target": "smithy.api#String", "traits": {"x#b": 1, "x#a": {}}}},
        },
        "a#L": {"type": "list", "member": {"target": "a#S"}},
    }));
    let expected = r#"{
  "smithy": "2.0",
  "shapes": {
    "a#L": {
      "type": "list",
      "member": {
        "target": "a#S"
      }
    },
    "a#S": {
      "type": "structure",
      "members": {
        "m": {
          "target": "smithy.api#String",
          "traits": {
            "x#a": {},
            "x#b": 1
          }
        }
      }
    },
    "test#Service": {
      "type": "service",
      "version": "1"
    }
  }
}
"#;
    assert_eq!(to_json(&model(&text)), expected);
}

#[test]
fn what_changed() {
    let string = json!({"type": "string"});
    let structure = |members: Value| json!({"type": "structure", "members": members});
    let target = |id: &str| json!({"target": id});
    let list = |id: &str| json!({"type": "list", "member": {"target": id}});
    let value = |value: &str| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
    let error = json!({"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}});
    let operation = |errors: Value| {
        let operation = json!({"type": "operation", "errors": errors});
        json!({"a#Op": operation, "a#E1": error, "a#E2": error})
    };
    let length = |max: u32| json!({"a#T": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": max}}}});
    let required = json!({"target": "smithy.api#String", "traits": {"smithy.api#required": {}}});
    let cases: Vec<(Value, Value, &[&str])> = vec![
        (json!({}), json!({}), &[]),
        (json!({}), json!({"a#S": structure(json!({}))}), &["+ shape S"]),
        (json!({"a#S": structure(json!({}))}), json!({}), &["- shape S (breaking)"]),
        (json!({"a#T": string}), json!({}), &["- shape T"]),
        (json!({"a#Op": {"type": "operation"}}), json!({}), &["- operation Op (breaking)"]),
        (json!({}), json!({"a#Op": {"type": "operation"}}), &["+ operation Op"]),
        (
            json!({"a#T": string}),
            json!({"a#T": {"type": "integer"}}),
            &["~ shape T: type string -> integer (breaking)"],
        ),
        (
            json!({"a#S": structure(json!({}))}),
            json!({"a#S": structure(json!({"m": required}))}),
            &["+ member S$m: required"],
        ),
        (
            json!({"a#S": structure(json!({"m": required}))}),
            json!({"a#S": structure(json!({}))}),
            &["- member S$m (breaking)"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": required}))}),
            &["+ trait S$m smithy.api#required"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": target("a#T")})), "a#T": string}),
            &["~ member S$m: target String -> T", "+ shape T"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": target("smithy.api#Integer")}))}),
            &["~ member S$m: target String -> Integer (breaking)"],
        ),
        (
            json!({"a#L": list("smithy.api#String")}),
            json!({"a#L": list("smithy.api#Long")}),
            &["~ member L$member: target String -> Long (breaking)"],
        ),
        (
            json!({"a#L": list("smithy.api#String")}),
            json!({"a#L": {
                "type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#sparse": {}}
            }}),
            &["+ trait L smithy.api#sparse (breaking)"],
        ),
        (
            json!({"a#E": {"type": "enum", "members": {"A": value("a"), "B": value("b")}}}),
            json!({"a#E": {"type": "enum", "members": {"A": value("a"), "C": value("c")}}}),
            &["- value E$B (breaking)", "+ value E$C"],
        ),
        (
            json!({"a#E": {"type": "enum", "members": {"some_value": value("a")}}}),
            json!({"a#E": {"type": "enum", "members": {"SomeValue": value("a")}}}),
            &["~ value E$some_value: name some_value -> SomeValue"],
        ),
        (
            operation(json!([target("a#E1")])),
            operation(json!([target("a#E2")])),
            &["- error Op$E1 (breaking)", "+ error Op$E2"],
        ),
        (length(128), length(256), &["~ trait T smithy.api#length: max 128 -> 256"]),
        (length(128), json!({"a#T": string}), &["- trait T smithy.api#length: {\"max\":128,\"min\":1}"]),
    ];
    for (old, new, expected) in cases {
        let changes = diff(&model(&smithy(old)), &model(&smithy(new)));
        let changes: Vec<String> = changes.iter().map(ToString::to_string).collect();
        assert_eq!(changes, *expected);
    }
}

#[test]
fn the_service_is_compared_whatever_its_name() {
    let old = smithy(json!({}));
    let new = old.replace("test#Service", "test#Renamed").replace("\"version\":\"1\"", "\"version\":\"2\"");
    let changes: Vec<String> = diff(&model(&old), &model(&new)).iter().map(ToString::to_string).collect();
    assert_eq!(changes, ["~ service Renamed: name Service -> Renamed", "~ service Renamed: version 1 -> 2"]);
}
