//! What differs between two models.

use crate::common::{model, smithy};
use serde_json::{Value, json};
use shapewright_smithy::ShapeId;
use shapewright_smithy::diff::{Change, Event, Subject, diff};

#[test]
fn changes_of_shapes_members_values_errors_and_traits() {
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
        (json!({"a#S": structure(json!({}))}), json!({}), &["- shape S"]),
        (json!({"a#T": string}), json!({}), &["- shape T"]),
        (json!({"a#Op": {"type": "operation"}}), json!({}), &["- operation Op"]),
        (json!({}), json!({"a#Op": {"type": "operation"}}), &["+ operation Op"]),
        (json!({"a#T": string}), json!({"a#T": {"type": "integer"}}), &["~ shape T: type string -> integer"]),
        (
            json!({"a#S": structure(json!({}))}),
            json!({"a#S": structure(json!({"m": required}))}),
            &["+ member S$m"],
        ),
        (
            json!({"a#S": structure(json!({"m": required}))}),
            json!({"a#S": structure(json!({}))}),
            &["- member S$m"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": required}))}),
            &["+ trait S$m smithy.api#required"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": target("a#T")})), "a#T": string}),
            &["+ shape T", "~ member S$m: target String -> T"],
        ),
        (
            json!({"a#S": structure(json!({"m": target("smithy.api#String")}))}),
            json!({"a#S": structure(json!({"m": target("smithy.api#Integer")}))}),
            &["~ member S$m: target String -> Integer"],
        ),
        (
            json!({"a#L": list("smithy.api#String")}),
            json!({"a#L": list("smithy.api#Long")}),
            &["~ member L$member: target String -> Long"],
        ),
        (
            json!({"a#L": list("smithy.api#String")}),
            json!({"a#L": {
                "type": "list", "member": target("smithy.api#String"), "traits": {"smithy.api#sparse": {}},
            }}),
            &["+ trait L smithy.api#sparse"],
        ),
        (
            json!({"a#E": {"type": "enum", "members": {"A": value("a"), "B": value("b")}}}),
            json!({"a#E": {"type": "enum", "members": {"A": value("a"), "C": value("c")}}}),
            &["- value E$B", "+ value E$C"],
        ),
        (
            json!({"a#E": {"type": "enum", "members": {"some_value": value("a")}}}),
            json!({"a#E": {"type": "enum", "members": {"SomeValue": value("a")}}}),
            &["~ value E$some_value: name some_value -> SomeValue"],
        ),
        (
            operation(json!([target("a#E1")])),
            operation(json!([target("a#E2")])),
            &["- error Op$E1", "+ error Op$E2"],
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

#[test]
fn another_order_of_members_is_a_change() {
    let member = r#"{"target": "smithy.api#String"}"#;
    let text = |members: &str| {
        smithy(json!({"a#S": {"type": "structure"}}))
            .replace(r#"{"type":"structure"}"#, &format!(r#"{{"type":"structure","members":{{{members}}}}}"#))
    };
    let old = text(&format!(r#""a": {member}, "b": {member}"#));
    let new = text(&format!(r#""b": {member}, "c": {member}, "a": {member}"#));
    let changes: Vec<String> = diff(&model(&old), &model(&new)).iter().map(ToString::to_string).collect();
    assert_eq!(changes, ["~ shape S: order of members", "+ member S$c"]);
}

#[test]
fn changes_are_data() {
    let text =
        |target: &str| smithy(json!({"a#S": {"type": "structure", "members": {"m": {"target": target}}}}));
    let changes = diff(&model(&text("smithy.api#String")), &model(&text("smithy.api#Long")));
    let [Change { subject, event, .. }] = changes.as_slice() else { panic!("one change: {changes:?}") };
    assert_eq!(*subject, Subject::Member { shape: ShapeId::new("a#S"), member: "m".to_owned() });
    let (old, new) = (ShapeId::new("smithy.api#String"), ShapeId::new("smithy.api#Long"));
    assert_eq!(*event, Event::Target { old, new });
}
