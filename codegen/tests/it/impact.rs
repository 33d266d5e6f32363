//! What changes of a model mean for users: every change that breaks them says so.

pub(crate) mod items;

use codegen::impact::{Effect, Impact, impact};
use serde_json::{Value, json};
use shapewright_smithy::{Diagnostics, Model, read};

fn model(text: &str) -> Model {
    let mut diagnostics = Diagnostics::default();
    let source = read("model.json", text.as_bytes(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    source.expect("a model without findings").model
}

fn between(old: &str, new: &str) -> Impact {
    impact(&model(old), &model(new), &[])
}

/// A service with an operation, whose input has a member of every kind.
fn base() -> Value {
    let target = |id: &str| json!({"target": id});
    let value = |value: &str| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
    json!({
        "a#S": {
            "type": "service", "version": "1", "operations": [target("a#Put"), target("a#Get")],
            "traits": {"aws.protocols#restXml": {}},
        },
        "a#Put": {
            "type": "operation", "input": target("a#PutRequest"), "output": target("a#PutResult"),
            "errors": [target("a#Bad"), target("a#Worse")],
            "traits": {"smithy.api#http": {"method": "PUT", "uri": "/put", "code": 200}},
        },
        "a#Get": {
            "type": "operation", "output": target("a#GetResult"),
            "traits": {"smithy.api#http": {"method": "GET", "uri": "/get", "code": 200}},
        },
        "a#Bad": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
        "a#Worse": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}},
        "a#PutRequest": {"type": "structure", "members": {
            "Name": {"target": "a#Name", "traits": {"smithy.api#required": {}}},
            "Kind": target("a#Kind"),
            "Names": target("a#Names"),
            "Part": target("a#Part"),
            "Source": target("a#Source"),
            "Tags": target("a#Tags"),
        }},
        "a#PutResult": {"type": "structure", "members": {"Part": target("a#Part")}},
        "a#GetResult": {"type": "structure", "members": {"Id": target("smithy.api#String")}},
        "a#Name": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 64}}},
        "a#Names": {"type": "list", "member": target("a#Name")},
        "a#Tags": {"type": "map", "key": target("smithy.api#String"), "value": target("a#Name")},
        "a#Kind": {"type": "enum", "members": {"Old": value("old"), "New": value("new")}},
        "a#Part": {"type": "structure", "members": {
            "Id": target("smithy.api#String"),
            "Size": target("smithy.api#Integer"),
        }},
        "a#Source": {"type": "union", "members": {"Url": target("smithy.api#String"), "Part": target("a#Part")}},
    })
}

fn text(shapes: &Value) -> String {
    json!({"smithy": "2.0", "shapes": shapes}).to_string()
}

/// The base with one value set, or removed where it is null; the place is a JSON Pointer.
fn with(place: &str, value: Value) -> Value {
    let mut shapes = base();
    let (parent, key) = place.rsplit_once('/').expect("a pointer has a slash");
    let parent = shapes.pointer_mut(parent).unwrap_or_else(|| panic!("{place} leads somewhere"));
    match (parent, value) {
        (Value::Object(object), Value::Null) => drop(object.remove(key)),
        (Value::Object(object), value) => drop(object.insert(key.to_owned(), value)),
        (Value::Array(list), Value::Null) => drop(list.remove(key.parse().expect("an index"))),
        (other, _) => panic!("{place} is in {other}"),
    }
    shapes
}

#[test]
fn everything_that_breaks_is_found_and_explained() {
    let cases = [
        ("/a#PutRequest/members/Kind", Value::Null),
        ("/a#PutRequest/members/Kind/target", json!("a#Name")),
        ("/a#PutRequest/members/Name/target", json!("smithy.api#Long")),
        ("/a#PutRequest/members/Names/target", json!("a#Tags")),
        ("/a#PutRequest/members/Other", json!({"target": "smithy.api#Float"})),
        ("/a#PutRequest/members/Again", json!({"target": "a#PutRequest"})),
        ("/a#Part/members/Size/target", json!("smithy.api#Double")),
        ("/a#Part/members/Whole", json!({"target": "a#PutRequest"})),
        ("/a#Names/traits", json!({"smithy.api#sparse": {}})),
        ("/a#Names/member/target", json!("a#Part")),
        ("/a#Tags/value/target", json!("smithy.api#Blob")),
        ("/a#Name", json!({"type": "integer"})),
        ("/a#Name", json!({"type": "enum", "members": {"A": {"target": "smithy.api#Unit"}}})),
        ("/a#Kind", json!({"type": "string"})),
        ("/a#Kind/members/Old", Value::Null),
        (
            "/a#Kind/members/Older",
            json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "older"}}),
        ),
        ("/a#Source/members/Url", Value::Null),
        ("/a#Source/members/Url/target", json!("smithy.api#Boolean")),
        ("/a#Source", json!({"type": "structure", "members": {"Url": {"target": "smithy.api#String"}}})),
        ("/a#Put/output", Value::Null),
        ("/a#Put/output/target", json!("a#Part")),
        ("/a#Put/input", Value::Null),
        ("/a#Get/input", json!({"target": "a#Part"})),
        ("/a#Put/errors/0", Value::Null),
        ("/a#S/operations/0", Value::Null),
        ("/a#S/errors", json!([{"target": "a#Bad"}])),
        ("/a#S/traits/aws.protocols#restXml", Value::Null),
        ("/a#S/traits/aws.api#service", json!({"sdkId": "Other"})),
        (
            "/a#PutRequest/members/Name/traits",
            json!({"smithy.api#idempotencyToken": {}, "smithy.api#required": {}}),
        ),
        ("/a#Name/traits/smithy.api#length/max", json!(32)),
    ];
    let old = text(&base());
    let old = (&old, &items::of_model(&old));
    for (place, value) in cases {
        let new = text(&with(place, value.clone()));
        let new = (&new, &items::of_model(&new));
        for (way, from, to) in [("there", old, new), ("back", new, old)] {
            let found = between(from.0, to.0);
            let names: Vec<&str> = found.breaks.iter().map(|broken| broken.item.as_str()).collect();
            assert_eq!(names, items::broken(from.1, to.1), "{place} = {value}, {way}");
            assert_eq!(found.count(Effect::Build) > 0, !names.is_empty(), "{place}, {way}: {found}");
        }
    }
}

#[test]
fn items_of_a_type_that_is_gone_are_not_listed() {
    let mut shapes = with("/a#PutRequest/members/Source", Value::Null);
    shapes["a#PutResult"]["members"]["Part"]["target"] = json!("smithy.api#String");
    let found = between(&text(&base()), &text(&shapes));
    let listed = found.to_string();
    let listed: Vec<&str> = listed.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    assert!(listed.contains(&"shapes::Source is gone (with 5 items of it)"), "{listed:#?}");
    assert!(listed.contains(&"shapes::PutRequest.source is gone"), "{listed:#?}");
    assert!(!listed.iter().any(|line| line.starts_with("shapes::Source::")), "{listed:#?}");
    assert!(!listed.iter().any(|line| line.starts_with("validators::Validate for Source")), "{listed:#?}");
    // The list as data has them all.
    assert!(found.breaks.iter().any(|broken| broken.item == "shapes::Source::Url"));
}

#[test]
fn effects_beside_breaking() {
    let number = |traits: Value| json!({"type": "string", "traits": traits});
    let length = |min: u8, max: u8| number(json!({"smithy.api#length": {"min": min, "max": max}}));
    for (place, value, there, back) in [
        ("/a#Name", length(1, 32), "stricter", "looser"),
        ("/a#Name", length(0, 32), "stricter, looser", "stricter, looser"),
        ("/a#Name", number(json!({})), "looser", "stricter"),
        ("/a#PutRequest/members/Names/traits", json!({"smithy.api#required": {}}), "stricter", "looser"),
        ("/a#GetResult/members/Id/traits", json!({"smithy.api#required": {}}), "", ""),
        ("/a#Part/members/Id/traits", json!({"smithy.api#xmlName": "ID"}), "wire", "wire"),
        ("/a#Part/members/Id/traits", json!({"smithy.api#sensitive": {}}), "behaviour", "behaviour"),
        ("/a#Part/members/Id/traits", json!({"smithy.api#documentation": "What?"}), "", ""),
        ("/a#Part/members/Id/traits", json!({"acme#colour": "blue"}), "", ""),
        ("/a#Put/traits/smithy.api#http/uri", json!("/other"), "wire", "wire"),
        (
            "/a#PutRequest/members/New",
            json!({"target": "a#Name", "traits": {"smithy.api#required": {}}}),
            "stricter",
            "breaking, wire",
        ),
        (
            "/a#Kind/members/More",
            json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "more"}}),
            "looser",
            "breaking, stricter",
        ),
    ] {
        let (old, new) = (text(&base()), text(&with(place, value)));
        for (from, to, expected) in [(&old, &new, there), (&new, &old, back)] {
            let [assessed] = &between(from, to).changes[..] else { panic!("{place} is one change") };
            let line = assessed.to_string();
            let marks = line.rsplit_once(" (").map_or("", |(_, marks)| marks.trim_end_matches(')'));
            assert_eq!(marks, expected, "{line}");
        }
    }
}

#[test]
fn the_summary_says_which_release_it_takes() {
    let old = text(&base());
    assert_eq!(between(&old, &old).to_string(), "no changes\n");
    let added = between(&old, &text(&with("/a#Part/members/New", json!({"target": "smithy.api#String"}))));
    assert_eq!(
        added.to_string(),
        "+ member Part$New\n\n1 change\n- code that uses the crates compiles as before: a minor release\n"
    );
    let removed = between(&old, &text(&with("/a#Part/members/Id", Value::Null)));
    assert_eq!(
        removed.to_string(),
        "- member Part$Id (breaking, wire)\n\n1 change\n\
         - breaking: 1 public item gone or different, so this is a major release:\n    shapes::Part.id is gone\n\
         - wire: 1 change of requests or responses on the wire\n"
    );
}
