//! Import: facts without prose, in one stable form.

use crate::common::{get, member_values, model, smithy, values};
use serde_json::json;
use shapewright_smithy::import::{strip_prose, to_json};

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
