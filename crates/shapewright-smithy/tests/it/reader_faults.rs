//! Reading Smithy, and any file: every fault is reported, with the place and in words that help.

use crate::common::{findings, messages, model, smithy};
use serde_json::{Value, json};
use shapewright_smithy::model::Model;

const BOTOCORE: &str = include_str!("../data/weather.botocore.json");
const SMITHY: &str = include_str!("../data/weather.smithy.json");

#[test]
fn files_that_are_no_model() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let large = vec![b' '; 64 * 1024 * 1024 + 1];
    let cases: &[(&[u8], &str)] = &[
        (
            b"",
            "m.json: not JSON: EOF while parsing a value at 1:0 | correct the file at line 1, column 0, or fetch \
             it again if it was cut off",
        ),
        (
            b"{\"smithy\":\n \"2.0\",}",
            "m.json: not JSON: trailing comma at 2:8 | correct the file at line 2, column 8, or fetch it again if \
             it was cut off",
        ),
        (
            b"\xff",
            "m.json: not JSON: expected value at 1:1 | correct the file at line 1, column 1, or fetch it again if \
             it was cut off",
        ),
        (
            b"{\"a\": \"\xff\"}",
            "m.json: not JSON: invalid unicode code point at 1:8 | correct the file at line 1, column 8, or fetch \
             it again if it was cut off",
        ),
        (
            b"[]",
            "m.json: neither a Smithy JSON AST (a `smithy` version) nor a botocore model (`metadata` and \
             `operations`) | pass the JSON AST of a Smithy model, or the service-2.json of a botocore service",
        ),
        (
            b"{\"smithy\": \"3.0\"}",
            "m.json: Smithy version \"3.0\" is not supported | write the model as Smithy JSON AST \"2.0\" or \
             \"1.0\", for instance with `smithy ast`",
        ),
        (
            deep.as_bytes(),
            "m.json: nested too deep for a model, at line 1, column 128 | at most 127 objects and lists may be \
             nested; flatten the value there",
        ),
        (
            &large,
            "m.json: the file has 67108865 bytes, more than the 67108864 that are read | check that this is a \
             service model; no model of AWS comes near this size",
        ),
        (
            b"{\"metadata\": {}, \"operations\": {}}",
            "m.json: `metadata` has neither a `serviceId` nor an `endpointPrefix` | add the serviceId of the \
             service, `CloudFront` for instance",
        ),
    ];
    for (bytes, expected) in cases {
        let (source, found) = findings(bytes);
        assert!(source.is_none());
        assert_eq!(found, [*expected]);
    }
}

#[test]
fn faults_of_smithy_models() {
    let member = |traits: Value| {
        let member = json!({"target": "smithy.api#String", "traits": traits});
        json!({"a#S": {"type": "structure", "members": {"m": member}}})
    };
    let cases: Vec<(Value, &[&str])> = vec![
        (
            json!({"a#S": {"type": "struct"}}),
            &[
                "a#S: `struct` is not a type of shape | use a type of Smithy 2.0: structure, union, list, map, \
                 enum, string, operation and so on",
            ],
        ),
        (json!({"a#S": {}}), &["a#S: the shape has no `type` | give it a type, `structure` for instance"]),
        (
            json!({"a#S": 1}),
            &["a#S: `a#S` must be an object, not a number | write an object there, or remove `a#S`"],
        ),
        (
            json!({"S": {"type": "string"}}),
            &["S: not the id of a shape | write the absolute id, `my.namespace#Name`"],
        ),
        (
            json!({"a#S": {"type": "structure", "members": {"m": {"target": "a#None"}}}}),
            &[
                "a#S$m: the target `a#None` does not exist | add the shape to the model, or correct the target",
            ],
        ),
        (
            json!({"a#S": {"type": "structure", "members": {"m": {}}}}),
            &["a#S$m: `m` has no target | write {\"target\": \"my.namespace#Name\"}"],
        ),
        (
            json!({"a#S": {"type": "structure", "members": {"m": {"target": "a#Broken"}}}, "a#Broken": {"type": "?"}}),
            &[
                "a#Broken: `?` is not a type of shape | use a type of Smithy 2.0: structure, union, list, map, \
                 enum, string, operation and so on",
            ],
        ),
        (
            json!({"a#S": {"type": "structure", "members": {"m": {"target": "test#Service"}}}}),
            &[
                "a#S$m: `target` names `test#Service`, which is of type service | use a shape that holds data \
                 there",
            ],
        ),
        (
            json!({"a#L": {"type": "list"}}),
            &["a#L: the list has no `member` | add \"member\": {\"target\": \"...\"}"],
        ),
        (
            json!({"a#M": {"type": "map", "key": {"target": "smithy.api#Integer"}}}),
            &[
                "a#M: the map has no `value` | add \"value\": {\"target\": \"...\"}",
                "a#M$key: `key` names `smithy.api#Integer`, which is of type integer | use a string or an enum \
                 there",
            ],
        ),
        (
            json!({"a#U": {"type": "union", "members": {}}}),
            &["a#U: the union has no members | give it at least one, or remove the shape"],
        ),
        (
            json!({"a#E": {"type": "intEnum", "members": {"A": {"target": "smithy.api#Unit"}}}}),
            &["a#E$A: the member has no value | give it the trait smithy.api#enumValue, an integer"],
        ),
        (
            json!({"a#E": {"type": "enum", "members": {"A": {"target": "smithy.api#String"}}}}),
            &[
                "a#E$A: `target` names `smithy.api#String`, which is of type string | use smithy.api#Unit, the \
                 target of all members of enums there",
            ],
        ),
        (
            json!({"a#Op": {"type": "operation", "input": {"target": "smithy.api#String"}}}),
            &[
                "a#Op: `input` names `smithy.api#String`, which is of type string | use shapes of type structure \
                 there",
            ],
        ),
        (
            json!({"a#Op": {"type": "operation", "errors": [{"target": "a#S"}]}, "a#S": {"type": "structure"}}),
            &[
                "a#Op: `errors` names `a#S`, which is not an error | give `a#S` the trait smithy.api#error, or remove \
                 it from `errors`",
            ],
        ),
        (
            json!({"a#Other": {"type": "service", "version": "1"}}),
            &[
                "test#Service: the model has more than one service: `a#Other` is one too | leave one service in \
                 the file; give each service a file of its own",
            ],
        ),
        (
            json!({
                "a#A": {"type": "structure", "mixins": [{"target": "a#B"}], "traits": {"smithy.api#mixin": {}}},
                "a#B": {"type": "structure", "mixins": [{"target": "a#A"}], "traits": {"smithy.api#mixin": {}}}
            }),
            &[
                "a#B: the mixin `a#A` is mixed into itself by way of this shape | remove `a#A` from the mixins of \
                 this shape",
            ],
        ),
        (
            json!({"a#S": {"type": "structure", "mixins": [{"target": "a#T"}]}, "a#T": {"type": "structure"}}),
            &[
                "a#S: `a#T` is used as a mixin, but is not one | give `a#T` the trait smithy.api#mixin, or remove it \
                 from `mixins`",
            ],
        ),
        (
            json!({"a#S": {"type": "structure", "mixins": [{"target": "a#None"}]}}),
            &[
                "a#S: the mixin `a#None` does not exist | add the mixin to the model, or correct its id in `mixins`",
            ],
        ),
        (
            json!({
                "a#S": {"type": "structure", "members": {"m": {"target": "a#M"}}},
                "a#M": {"type": "structure", "traits": {"smithy.api#mixin": {}}}
            }),
            &["a#S$m: the target `a#M` is a mixin | target a shape that has the mixin instead"],
        ),
        (
            json!({"a#None$m": {"type": "apply", "traits": {"smithy.api#required": {}}}}),
            &[
                "a#None$m: traits are applied to a member that does not exist | correct the id, or remove the \
                 apply statement",
            ],
        ),
        (
            json!({"a#S": {"type": "string", "members": {}}}),
            &[
                "a#S: `members` has no meaning in a shape of type string and is ignored | remove it, or correct \
                 its spelling",
            ],
        ),
        (
            member(json!({"smithy.api#length": {"min": 5, "max": 3}})),
            &[
                "a#S$m: trait `smithy.api#length` has a min of 5 above its max of 3 | write {\"min\": 1, \"max\": \
                 128}, with at least one of the two and min not above max",
            ],
        ),
        (
            json!({
                "a#S": {"type": "structure", "members": {
                    "m": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 1}}},
                }},
                "a#S$m": {"type": "apply", "traits": {"smithy.api#length": {"min": 2}}},
            }),
            &["a#S$m: `smithy.api#length` is applied as {\"min\":2}, but the shape has it as {\"min\":1} | \
                 remove one of the two, or make them equal"],
        ),
        (
            member(json!({"smithy.api#pattern": 5})),
            &[
                "a#S$m: trait `smithy.api#pattern` must be a string, not 5 | write a string, or remove the trait",
            ],
        ),
        (
            member(json!({"smithy.api#required": true})),
            &[
                "a#S$m: trait `smithy.api#required` must be an object, not true | write {}, or remove the trait",
            ],
        ),
        (
            member(json!({"required": {}})),
            &["a#S$m: trait `required` has no namespace | write the absolute id of the trait, \
                 `smithy.api#required` for instance"],
        ),
    ];
    for (shapes, expected) in cases {
        assert_eq!(messages(&smithy(shapes.clone())), *expected, "{shapes}");
    }
}

#[test]
fn values_that_constraint_traits_cannot_have() {
    for (id, value, expected) in [
        ("length", json!({}), "has neither `min` nor `max`"),
        ("length", json!({"min": -1}), "has -1 as its `min`, which is not a whole number of 0 or more"),
        ("length", json!({"max": 1.5}), "has 1.5 as its `max`, which is not a whole number of 0 or more"),
        ("length", json!({"minimum": 1}), "has the unknown key `minimum`"),
        ("range", json!(1), "must be an object with `min` or `max`, not 1"),
        ("range", json!({"min": "1"}), "has \"1\" as its `min`, which is not a number"),
        ("range", json!({"min": 1.5, "max": 1}), "has a min of 1.5 above its max of 1"),
        (
            "range",
            json!({"min": i64::MAX, "max": i64::MAX - 1}),
            "has a min of 9223372036854775807 above its max of 9223372036854775806",
        ),
        ("httpError", json!("404"), "must be an integer, not \"404\""),
        ("error", json!("sender"), "must be one of \"client\", \"server\", not \"sender\""),
        (
            "timestampFormat",
            json!("iso8601"),
            "must be one of \"date-time\", \"http-date\", \"epoch-seconds\", not \"iso8601\"",
        ),
        ("http", json!({"method": "GET"}), "has no string `uri`"),
        (
            "http",
            json!({"method": "GET", "uri": "/", "code": "200"}),
            "has \"200\" as its `code`, which is not a status code",
        ),
        ("xmlNamespace", json!({}), "has no string `uri`"),
        ("uniqueItems", json!([]), "must be an object, not []"),
        ("enumValue", json!(1), "must be a string in an enum, not 1"),
        ("enum", json!([]), "has no values"),
        ("enum", json!([{"name": "A"}]), "has the item {\"name\":\"A\"}, which has no string `value`"),
    ] {
        let id = format!("smithy.api#{id}");
        let text = smithy(json!({"a#S": {"type": "string", "traits": {&id: value}}}));
        let found = messages(&text);
        let message = found[0].split(" | ").next().expect("a message before its help");
        assert_eq!(message, format!("a#S: trait `{id}` {expected}"));
    }
}

#[test]
fn keys_that_stand_twice_are_named() {
    let shape = r#"{"type": "structure", "members": {
        "m": {"target": "smithy.api#String"}, "m": {"target": "smithy.api#Blob"}}}"#;
    let text = smithy(json!({})).replacen(
        "\"shapes\":{",
        &format!("\"shapes\":{{\"a#S\":{shape},\"a#S\":{shape},"),
        1,
    );
    let twice = "a#S: the object /shapes/a#S/members has the key `m` twice | keep one of the two";
    assert_eq!(
        messages(&text),
        [twice, "m.json: the object /shapes has the key `a#S` twice | keep one of the two", twice]
    );
}

#[test]
fn a_model_without_service() {
    assert_eq!(
        messages(r#"{"smithy": "2.0"}"#),
        [
            "m.json: the model has no service | add a shape of type service that lists the operations, or pass \
             the file that has it"
        ]
    );
}

#[test]
fn no_cut_or_changed_file_panics() {
    for text in [BOTOCORE, SMITHY] {
        for end in (0..text.len()).step_by(97) {
            findings(&text.as_bytes()[..end]);
        }
        for (from, to) in [
            ("{", "["),
            ("\"structure\"", "7"),
            ("{}", "null"),
            ("\"shape\":", "\"shapes\":"),
            ("\"target\":", "\"t\":"),
        ] {
            for at in text.match_indices(from).map(|(at, _)| at).step_by(5) {
                findings(format!("{}{to}{}", &text[..at], &text[at + from.len()..]).as_bytes());
            }
        }
    }
}

#[test]
fn a_long_chain_of_mixins_is_no_danger() {
    let mut shapes = serde_json::Map::new();
    for number in 0..2_000 {
        let mut shape = json!({"type": "structure", "members": {}, "traits": {"smithy.api#mixin": {}}});
        if number > 0 {
            shape["mixins"] = json!([{"target": format!("a#M{}", number - 1)}]);
        }
        shapes.insert(format!("a#M{number}"), shape);
    }
    let _: Model = model(&smithy(shapes.into()));
}
