//! The readers: both formats give the same model.

use crate::common::{botocore, get, member_values, model, smithy, values};
use serde_json::json;
use shapewright_smithy::Diagnostics;
use shapewright_smithy::model::{Kind, Shape, ShapeId};
use shapewright_smithy::read::{Format, read};

const BOTOCORE: &str = include_str!("../data/weather.botocore.json");
const SMITHY: &str = include_str!("../data/weather.smithy.json");

#[test]
fn both_formats_give_the_same_model() {
    let (botocore, smithy) = (model(BOTOCORE), model(SMITHY));
    for (id, shape) in &smithy.shapes {
        assert_eq!(botocore.shapes.get(id), Some(shape), "{id}");
    }
    assert_eq!(botocore, smithy);
}

#[test]
fn the_format_is_told_by_the_content() {
    for (text, format) in [
        (BOTOCORE.to_owned(), Format::Botocore),
        (SMITHY.to_owned(), Format::Smithy20),
        (SMITHY.replace("\"2.0\"", "\"1.0\""), Format::Smithy10),
        (SMITHY.replace("\"2.0\"", "\"2\""), Format::Smithy20),
        (format!("\u{feff}{SMITHY}"), Format::Smithy20),
    ] {
        let mut diagnostics = Diagnostics::default();
        let source = read("m.json", text.as_bytes(), &mut diagnostics);
        assert_eq!(source.map(|source| source.format.as_str()), Some(format.as_str()), "{diagnostics}");
    }
}

#[test]
fn members_keep_their_order() {
    let members = r#"{"type": "structure", "members": {
        "Zulu": {"target": "smithy.api#String"}, "Alpha": {"target": "smithy.api#String"}}}"#;
    let text = smithy(json!({})).replacen("\"shapes\":{", &format!("\"shapes\":{{\"a#S\":{members},"), 1);
    assert_eq!(names(get(&model(&text), "a#S")), ["Zulu", "Alpha"]);
}

#[test]
fn smithy_1_is_put_into_the_words_of_2() {
    let text = smithy(json!({
        "a#Set": {"type": "set", "member": {"target": "smithy.api#PrimitiveInteger", "traits": {"smithy.api#box": {}}}},
        "a#Size": {"type": "string", "traits": {"smithy.api#enum": [
            {"value": "t2.nano", "name": "T2_NANO", "documentation": "Small.", "tags": ["t"]},
            {"value": "t2.large", "deprecated": true},
        ]}},
    }));
    let model = model(&text.replace("\"2.0\"", "\"1.0\""));
    let set = get(&model, "a#Set");
    assert_eq!(set.kind, Kind::List);
    assert_eq!(values(&set.traits), json!({"smithy.api#uniqueItems": {}}));
    assert_eq!(values(&set.members[0].traits), json!({}));
    let size = get(&model, "a#Size");
    assert_eq!(size.kind, Kind::Enum);
    assert_eq!(names(size), ["T2_NANO", "t2_large"]);
    let nano = json!({
        "smithy.api#enumValue": "t2.nano", "smithy.api#documentation": "Small.", "smithy.api#tags": ["t"]
    });
    assert_eq!(values(&size.members[0].traits), nano);
    let large = json!({"smithy.api#enumValue": "t2.large", "smithy.api#deprecated": {}});
    assert_eq!(values(&size.members[1].traits), large);
    assert_eq!(values(&size.traits), json!({}));
}

#[test]
fn apply_statements_are_worked_in() {
    let model = model(&smithy(json!({
        "a#S": {
            "type": "structure",
            "members": {"m": {"target": "smithy.api#String", "traits": {"smithy.api#tags": ["x"]}}},
        },
        "a#S$m": {"type": "apply", "traits": {"smithy.api#required": {}, "smithy.api#tags": ["y"]}},
    })));
    let expected = json!({"smithy.api#required": {}, "smithy.api#tags": ["x", "y"]});
    assert_eq!(member_values(get(&model, "a#S"), "m"), expected);
}

#[test]
fn mixins_are_flattened() {
    let text = smithy(json!({
        "a#Base": {
            "type": "structure",
            "members": {"id": {"target": "smithy.api#String"}, "name": {"target": "smithy.api#String"}},
            "traits": {
                "smithy.api#mixin": {"localTraits": ["smithy.api#internal"]},
                "smithy.api#internal": {},
                "smithy.api#sensitive": {},
            },
        },
        "a#Base$id": {"type": "apply", "traits": {"smithy.api#required": {}}},
        "a#Middle": {
            "type": "structure", "mixins": [{"target": "a#Base"}], "members": {}, "traits": {"smithy.api#mixin": {}},
        },
        "a#S": {
            "type": "structure",
            "mixins": [{"target": "a#Middle"}],
            "members": {"own": {"target": "smithy.api#Integer"}},
        },
        "a#S$name": {"type": "apply", "traits": {"smithy.api#length": {"min": 1}}},
        "a#Op": {"type": "operation", "mixins": [{"target": "a#CanFail"}], "errors": [{"target": "a#E2"}]},
        "a#CanFail": {"type": "operation", "errors": [{"target": "a#E1"}], "traits": {"smithy.api#mixin": {}}},
        "a#E1": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "a#E2": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}},
    }));
    let model = model(&text);
    let shape = get(&model, "a#S");
    assert_eq!(names(shape), ["id", "name", "own"]);
    assert_eq!(values(&shape.traits), json!({"smithy.api#sensitive": {}}));
    assert_eq!(values(&shape.members[0].traits), json!({"smithy.api#required": {}}));
    assert_eq!(values(&shape.members[1].traits), json!({"smithy.api#length": {"min": 1}}));
    assert!(!model.shapes.contains_key("a#Base"), "mixins are gone");
    let Kind::Operation(operation) = &get(&model, "a#Op").kind else { panic!("an operation") };
    assert_eq!(operation.errors.iter().map(ShapeId::as_str).collect::<Vec<_>>(), ["a#E1", "a#E2"]);
}

#[test]
fn resources_and_operations_without_data() {
    let model = model(&smithy(json!({
        "a#City": {
            "type": "resource",
            "identifiers": {"id": {"target": "smithy.api#String"}},
            "read": {"target": "a#Get"},
            "collectionOperations": [{"target": "a#List"}],
            "operations": [{"target": "a#Clear"}],
        },
        "a#Get": {"type": "operation", "input": {"target": "smithy.api#Unit"}},
        "a#List": {"type": "operation"},
        "a#Clear": {"type": "operation"},
        "other.space#Number": {"type": "intEnum", "members": {
            "ONE": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}},
        }},
    })));
    let Kind::Resource(city) = &get(&model, "a#City").kind else { panic!("a resource") };
    assert_eq!(city.operations.iter().map(ShapeId::name).collect::<Vec<_>>(), ["Clear", "Get", "List"]);
    assert_eq!(city.other.keys().collect::<Vec<_>>(), ["collectionOperations", "identifiers", "read"]);
    let Kind::Operation(get_city) = &get(&model, "a#Get").kind else { panic!("an operation") };
    assert_eq!(get_city.input, None);
    assert_eq!(get(&model, "other.space#Number").kind, Kind::IntEnum);
}

#[test]
fn patterns_of_botocore_mean_the_whole_text() {
    for (pattern, expected) in [
        ("[a-z]+", "^[a-z]+$"),
        ("^[a-z]+$", "^[a-z]+$"),
        ("^[a-z]+", "^[a-z]+$"),
        ("[a-z]+$", "^[a-z]+$"),
        (r"price\$", r"^price\$$"),
        (r"slash\\$", r"^slash\\$"),
        ("a|b", "^(a|b)$"),
        ("^a$|^b$", "^a$|^b$"),
        ("^a|b$", "^(^a|b$)$"),
        ("(a|b)", "^(a|b)$"),
        ("[|]", "^[|]$"),
        (r"a\|b", r"^a\|b$"),
    ] {
        let text = botocore("rest-xml", json!({"S": {"type": "string", "pattern": pattern}}));
        let model = model(&text);
        let found = &get(&model, "com.amazonaws.test#S").traits["smithy.api#pattern"].value;
        assert_eq!(found, expected, "{pattern}");
    }
}

#[test]
fn names_in_the_body_depend_on_the_protocol() {
    let shapes = json!({
        "S": {"type": "structure", "members": {
            "Same": {"shape": "T", "locationName": "Same"},
            "Other": {"shape": "T", "locationName": "other"},
            "Flat": {"shape": "L", "locationName": "flat"},
        }},
        "L": {"type": "list", "member": {"shape": "T", "locationName": "item"}, "flattened": true},
        "T": {"type": "string"},
    });
    let flat = |name: &str| json!({"smithy.api#xmlFlattened": {}, "smithy.api#xmlName": name});
    let json_flat = json!({"smithy.api#xmlFlattened": {}, "smithy.api#jsonName": "flat"});
    for (protocol, trait_id, flat) in [
        ("rest-xml", "smithy.api#xmlName", flat("flat")),
        ("query", "smithy.api#xmlName", flat("item")),
        ("ec2", "smithy.api#xmlName", flat("item")),
        ("rest-json", "smithy.api#jsonName", json_flat.clone()),
        ("json", "smithy.api#jsonName", json_flat),
    ] {
        let model = model(&botocore(protocol, shapes.clone()));
        let shape = get(&model, "com.amazonaws.test#S");
        assert_eq!(member_values(shape, "Same"), json!({}), "{protocol}");
        assert_eq!(member_values(shape, "Other"), json!({trait_id: "other"}), "{protocol}");
        assert_eq!(member_values(shape, "Flat"), flat, "{protocol}");
    }
}

#[test]
fn botocore_attributes_without_equivalent_are_kept() {
    let shapes = json!({"S": {
        "type": "structure", "members": {"a": {"shape": "S", "mystery": 7}}, "wrapper": true, "xmlOrder": ["a"],
    }});
    let model = model(&botocore("query", shapes));
    let shape = get(&model, "com.amazonaws.test#S");
    assert_eq!(values(&shape.traits), json!({"botocore#wrapper": true, "botocore#xmlOrder": ["a"]}));
    assert_eq!(values(&shape.members[0].traits), json!({"botocore#mystery": 7}));
}

#[test]
fn whose_fault_an_exception_is() {
    for (shape, kind) in [
        (json!({"error": {"httpStatusCode": 500, "senderFault": true}}), "client"),
        (json!({"error": {"httpStatusCode": 400}, "fault": true}), "server"),
        (json!({"error": {"httpStatusCode": 503}}), "server"),
        (json!({"error": {"httpStatusCode": 404}}), "client"),
        (json!({}), "client"),
    ] {
        let mut full = json!({"type": "structure", "members": {}, "exception": true});
        full.as_object_mut().expect("an object").extend(shape.as_object().expect("an object").clone());
        let model = model(&botocore("rest-xml", json!({"E": full})));
        assert_eq!(get(&model, "com.amazonaws.test#E").traits["smithy.api#error"].value, kind, "{shape}");
    }
}

#[test]
fn a_shape_named_like_an_operation_steps_aside() {
    let text = botocore(
        "rest-xml",
        json!({
            "Ping": {"type": "boolean"},
            "S": {"type": "structure", "members": {"ping": {"shape": "Ping"}}},
        }),
    )
    .replace(
        "\"operations\":{}",
        r#""operations":{"Ping":{"name":"Ping","http":{"method":"GET","requestUri":"/"}}}"#,
    );
    let model = model(&text);
    assert!(matches!(get(&model, "com.amazonaws.test#Ping").kind, Kind::Operation(_)));
    assert_eq!(get(&model, "com.amazonaws.test#S").members[0].target.name(), "PingShape");
}

fn names(shape: &Shape) -> Vec<&str> {
    shape.members.iter().map(|member| member.name.as_str()).collect()
}
