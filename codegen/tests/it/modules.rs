//! Where types go when a resource has too many for one file.

use std::collections::{BTreeMap, BTreeSet};

use codegen::{GenerateOptions, Input, Layout, Service, analyse, generate};
use serde_json::{Value, json};
use shapewright_smithy::{Diagnostics, ShapeId};

/// Members of a structure: so many strings, and one of each structure.
fn structure(strings: usize, parts: &[&str]) -> Value {
    let strings = (0..strings).map(|n| (format!("Text{n}"), json!({"target": "smithy.api#String"})));
    let parts = parts.iter().map(|part| ((*part).to_owned(), json!({"target": format!("a#{part}")})));
    let members: Value = strings.chain(parts).collect();
    json!({"type": "structure", "members": members})
}

/// A service of the resource `shop`. Its configuration has a shelf, a counter and a sign; shelf and counter have a
/// lamp.
fn shapes(strings: usize) -> BTreeMap<String, Value> {
    let operation = |ends: Value| {
        let mut operation = json!({"type": "operation"});
        operation.as_object_mut().expect("it is one").extend(ends.as_object().expect("it is one").clone());
        operation
    };
    [
        ("PutShop", operation(json!({"input": {"target": "a#PutShopRequest"}}))),
        ("GetShop", operation(json!({"output": {"target": "a#GetShopResult"}}))),
        ("PutShopRequest", structure(0, &["ShopConfig"])),
        ("GetShopResult", structure(0, &["Shop"])),
        ("Shop", structure(2, &["ShopConfig", "Lamp", "Board"])),
        ("ShopConfig", structure(3, &["Shelf", "Counter", "Sign"])),
        ("Shelf", structure(strings, &["Board", "Lamp"])),
        ("Board", structure(strings, &[])),
        ("Counter", structure(strings, &["Lamp"])),
        ("Lamp", structure(strings, &[])),
        ("Sign", structure(1, &[])),
    ]
    .map(|(name, shape)| (format!("a#{name}"), shape))
    .into()
}

fn input(shapes: &BTreeMap<String, Value>) -> Input {
    let mut shapes = json!(shapes);
    shapes["a#S"] = json!({
        "type": "service", "version": "1", "operations": [{"target": "a#PutShop"}, {"target": "a#GetShop"}],
    });
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    Input { name: "model.json".to_owned(), bytes: text.into_bytes() }
}

fn analysed(shapes: &BTreeMap<String, Value>, overlays: &[Input]) -> Service {
    let mut diagnostics = Diagnostics::default();
    let service = analyse(&input(shapes), overlays, &GenerateOptions::default(), &mut diagnostics);
    service.unwrap_or_else(|| panic!("{diagnostics}"))
}

/// The names of the types in each file.
fn files(service: &Service) -> BTreeMap<&str, Vec<&str>> {
    service
        .modules
        .iter()
        .map(|(name, module)| (name.as_str(), module.types.iter().map(ShapeId::name).collect()))
        .collect()
}

fn split() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("shop", vec!["Shop"]),
        ("shop/config", vec!["ShopConfig", "Sign"]),
        ("shop/shelf", vec!["Shelf", "Board"]),
        ("shop/counter", vec!["Counter"]),
        ("shop/lamp", vec!["Lamp"]),
        ("shop/operations", vec!["GetShopResult", "PutShopRequest"]),
    ])
}

#[test]
fn a_small_resource_has_one_file() {
    let service = analysed(&shapes(2), &[]);
    let types = "Shop ShopConfig Counter Lamp Shelf Board Sign GetShopResult PutShopRequest";
    assert_eq!(files(&service), BTreeMap::from([("shop", types.split(' ').collect())]));
}

#[test]
fn a_large_resource_has_a_file_for_each_type_of_weight() {
    // What shelf and counter share belongs to neither. That the summary in responses has it too does not matter.
    assert_eq!(files(&analysed(&shapes(90), &[])), split());
}

#[test]
fn a_new_member_moves_no_type() {
    let mut shapes = shapes(90);
    shapes.get_mut("a#Counter").expect("it is there")["members"]["New"] =
        json!({"target": "smithy.api#String"});
    shapes.get_mut("a#Shop").expect("it is there")["members"]["Shelf"] = json!({"target": "a#Shelf"});
    assert_eq!(files(&analysed(&shapes, &[])), split());
}

#[test]
fn an_overlay_says_what_goes_where() {
    let overlay = json!({"smithy": "2.0", "shapes": {
        "a#Lamp": {"type": "apply", "traits": {"shapewright#module": "light"}},
        "a#Sign": {"type": "apply", "traits": {"shapewright#module": "light"}},
    }});
    let overlay = Input { name: "files.json".to_owned(), bytes: overlay.to_string().into_bytes() };
    let service = analysed(&shapes(200), &[overlay]);
    let found = files(&service);
    assert_eq!(found["shop/light"], ["Lamp", "Sign"]);
    assert_eq!(found["shop/config"], ["ShopConfig"]);
    assert!(!found.contains_key("shop/lamp"));
}

/// Many types that nothing but the output of an operation contains.
fn loose() -> BTreeMap<String, Value> {
    let mut shapes = shapes(2);
    for kind in ["Red", "Green", "Blue"] {
        for letter in 'a'..='z' {
            let name = format!("{kind}X{letter}");
            shapes.insert(format!("a#{name}"), structure(6, &[]));
            shapes.get_mut("a#GetShopResult").expect("it is there")["members"][&name] =
                json!({"target": format!("a#{name}")});
        }
    }
    shapes
}

#[test]
fn types_without_an_owner_go_by_the_first_word_of_their_name() {
    let service = analysed(&loose(), &[]);
    let names: BTreeSet<&str> = service.modules.keys().map(String::as_str).collect();
    assert!(names.contains("shop/red") || names.contains("shop/green"), "{names:?}");
}

#[test]
fn every_type_is_in_one_file() {
    for shapes in [shapes(2), shapes(90), loose()] {
        let service = analysed(&shapes, &[]);
        let placed: Vec<_> = service.modules.values().flat_map(|module| &module.types).collect();
        assert_eq!(placed.len(), service.structures.len());
        assert_eq!(placed.iter().collect::<BTreeSet<_>>().len(), placed.len());
        for (id, structure) in &service.structures {
            assert!(service.modules[&structure.header.module].types.contains(id), "{id}");
        }
    }
}

#[test]
fn no_file_is_too_long_to_read_or_named_with_a_number() {
    for shapes in [shapes(90), loose()] {
        let mut diagnostics = Diagnostics::default();
        let layout = Layout::Workspace;
        let tree = generate(&input(&shapes), &[], &GenerateOptions::default(), &layout, &mut diagnostics);
        for (name, text) in tree.expect("it generates") {
            let lines = text.lines().count();
            assert!(lines <= 1000, "{name} has {lines} lines");
            assert!(!name.contains(|c: char| c.is_ascii_digit()), "{name}");
        }
    }
}
