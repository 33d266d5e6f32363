//! Where types go when a resource has too many for one file.

use std::collections::BTreeSet;

use codegen::emit::Layout;
use codegen::lower::Selection;
use codegen::{Input, analyse, generate};
use serde_json::{Value, json};
use shapewright_smithy::Diagnostics;

/// A service of the resource `thing`, whose responses are large, and of another called like a part of it.
fn model() -> Input {
    let mut shapes = json!({
        "a#S": {"type": "service", "version": "1", "operations": []},
        "a#PutThingRequest": {"type": "structure", "members": {}},
        "a#GetThingResult": {"type": "structure", "members": {}},
        "a#GetThingSummaryResult": {"type": "structure", "members": {"only": {"target": "a#Only"}}},
        "a#Only": {"type": "structure", "members": {}},
    });
    let members: Value = (0..5).map(|n| (format!("m{n}"), json!({"target": "smithy.api#String"}))).collect();
    for number in 0..120 {
        let id = format!("a#Part{number}");
        shapes["a#GetThingResult"]["members"][format!("part{number}")] = json!({"target": id});
        shapes[id] = json!({"type": "structure", "members": members});
    }
    let operations = [
        ("PutThing", json!({"type": "operation", "input": {"target": "a#PutThingRequest"}})),
        ("GetThing", json!({"type": "operation", "output": {"target": "a#GetThingResult"}})),
        ("GetThingSummary", json!({"type": "operation", "output": {"target": "a#GetThingSummaryResult"}})),
    ];
    for (name, operation) in operations {
        let id = format!("a#{name}");
        shapes["a#S"]["operations"].as_array_mut().expect("it is a list").push(json!({"target": id}));
        shapes[id] = operation;
    }
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    Input { name: "model.json".to_owned(), bytes: text.into_bytes() }
}

#[test]
fn every_type_stands_in_one_file() {
    let mut diagnostics = Diagnostics::default();
    let service =
        analyse(&model(), &[], &Selection::default(), &mut diagnostics).expect("it can be analysed");
    let placed: Vec<_> = service.modules.values().flat_map(|module| &module.types).collect();
    assert_eq!(placed.len(), service.structures.len());
    assert_eq!(placed.iter().collect::<BTreeSet<_>>().len(), placed.len());
    for (id, structure) in &service.structures {
        assert!(service.modules[&structure.header.module].types.contains(id), "{id}");
    }
    assert!(service.modules.contains_key("thing_summary"), "{:?}", service.modules.keys());
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut diagnostics = Diagnostics::default();
    let tree = generate(&model(), &[], &Selection::default(), &Layout::Workspace, &mut diagnostics);
    for (name, text) in tree.expect("it generates") {
        let lines = text.lines().count();
        assert!(lines <= 1000, "{name} has {lines} lines");
    }
}
