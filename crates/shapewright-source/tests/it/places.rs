//! Lines and columns, pointers, and the values beside comments.

use shapewright_source::{Position, Span, Unit, json, xml, yaml};

use super::support::{limits, source};

#[test]
fn columns_are_counted_in_three_units() {
    let text = "a\r\n日本 👩‍👩‍👧x\rb\nc";
    let source = source(text);
    assert_eq!(source.line_count(), 4);
    assert_eq!(
        ["a", "日本 👩‍👩‍👧x", "b", "c", ""].map(str::to_owned),
        [1, 2, 3, 4, 5].map(|line| source.line(line).to_owned())
    );
    let x = text.find('x').expect("x");
    let columns = [(Unit::CodePoint, 9), (Unit::Utf16, 12), (Unit::Utf8, 26)];
    for (unit, column) in columns {
        assert_eq!(source.position(x, unit), Position { line: 2, column }, "{unit:?}");
        assert_eq!(source.offset(Position { line: 2, column }, unit), x, "{unit:?}");
        assert_eq!(source.offset(Position { line: 9, column }, unit), text.len());
        assert_eq!(source.offset(Position { line: 1, column: 99 }, unit), 1);
    }
    // Inside a character is its start, behind the text its end.
    assert_eq!(source.position(4, Unit::Utf8), Position { line: 2, column: 1 });
    assert_eq!(source.position(usize::MAX, Unit::Utf8), Position { line: 4, column: 2 });
    assert_eq!(source.slice(Span::new(x, x + 1)), "x");
    assert_eq!(source.slice(Span::new(x, usize::MAX)), "");
}

#[test]
fn columns_in_long_lines_are_those_of_a_walk() {
    let text = "é👩x".repeat(5_000);
    let source = source(&text);
    for (index, (offset, _)) in text.char_indices().enumerate().step_by(97) {
        let position = source.position(offset, Unit::CodePoint);
        assert_eq!((position.line, position.column as usize), (1, index + 1));
        let units: usize = text[..offset].encode_utf16().count();
        assert_eq!(source.position(offset, Unit::Utf16).column as usize, units + 1);
    }
}

#[test]
fn pointers_lead_to_values_and_back() {
    let text = r#"{"a/b": [{"~": 1}, [], "x"], "": {"é": null}}"#;
    let parsed = json::parse(source(text), &limits());
    let tree = &parsed.trees[0];
    for node in tree.nodes() {
        let place = tree.root().locate(&node.pointer());
        assert!(place.is_exact);
        assert_eq!(place.node, node, "{}", node.pointer());
        assert_eq!(tree.node(node.id()), node);
    }
    let pointers: Vec<String> = tree.nodes().map(|node| node.pointer()).collect();
    assert_eq!(pointers, ["", "/a~1b", "/a~1b/0", "/a~1b/0/~0", "/a~1b/1", "/a~1b/2", "/", "//é"]);
    // What is absent is shown where it is missing, in one line.
    for (pointer, shown) in [("/a~1b/0/x", "{"), ("/a~1b/7", "\"a/b\""), ("//é/x", "\"é\""), ("/c", "{")] {
        let place = tree.root().locate(pointer);
        assert!(!place.is_exact);
        assert_eq!(tree.source().slice(place.span()), shown, "{pointer}");
    }
}

#[test]
fn comments_belong_to_values() {
    let text =
        "// whole\n{\n  // first\n  \"a\": 1, // own\n  /* second */ \"b\": {\"c\": 2} // b\n  // nothing\n}";
    let parsed = json::parse(source(text), &limits());
    let tree = &parsed.trees[0];
    let found: Vec<_> = parsed
        .comments
        .iter()
        .map(|comment| (comment.text(tree.source()), comment.subject(tree).map(|node| node.pointer())))
        .collect();
    let expected = [
        ("whole", Some("")),
        ("first", Some("/a")),
        ("own", Some("/a")),
        ("second", Some("/b")),
        ("b", Some("/b")),
        ("nothing", None),
    ];
    assert_eq!(found, expected.map(|(text, pointer)| (text, pointer.map(str::to_owned))));
}

#[test]
fn what_is_unknown_keeps_its_values() {
    let mut parsed = json::parse(source(r#"{"a": {"Ref": "X"}, "b": {"Ref": "Y"}}"#), &limits());
    let tree = &mut parsed.trees[0];
    let ids = ["/a", "/b"].map(|pointer| tree.root().locate(pointer).node.id());
    tree.mark_unknown(ids[0], "!Ref");
    tree.mark_unknown(ids[1], format!("!{}", "Sub"));
    let kinds = ids.map(|id| tree.node(id).kind());
    let unknown = |reason| shapewright_source::Kind::Unknown { reason };
    assert_eq!(kinds, [unknown("!Ref"), unknown("!Sub")]);
    assert_eq!(tree.node(ids[0]).get("Ref").map(|node| node.text()), Some("X"));
}

/// Values in lists and objects are found alike, however many there are.
#[test]
fn places_in_long_lists_and_objects_are_those_in_short_ones() {
    for length in [1, 63, 64, 65, 66, 300] {
        let numbers = || (0..length).map(|number: usize| number.to_string());
        let list = numbers().map(|number| format!("[{number}]")).collect::<Vec<_>>().join(",");
        let members = numbers().map(|number| format!("\"k{number}\":[{number}],")).collect::<String>();
        // The last one of a key counts.
        let text = format!("{{\"list\":[{list}],\"object\":{{\"k0\":[7],{members}\"a\":1}}}}");
        let parsed = json::parse(source(&text), &limits());
        let root = parsed.trees[0].root();
        let yaml: String = numbers().map(|number| format!("k{number}: {number}\n")).collect();
        let yaml = yaml::parse(source(&format!("x: &x {{k0: 7, y: 8}}\n{yaml}<<: *x\n")), &limits());
        let elements: String = numbers().map(|number| format!("<b>{number}</b>")).collect();
        let xml = xml::parse(source(&format!("<a>{elements}</a>")), &limits());
        for number in numbers() {
            let item = root.locate(&format!("/list/{number}/0"));
            assert!(item.is_exact && item.node.text() == number);
            assert_eq!(item.node.pointer(), format!("/list/{number}/0"));
            let member = root.locate(&format!("/object/k{number}/0"));
            assert!(member.is_exact && member.node.text() == number, "{member:?}");
            assert_eq!(
                yaml.trees[0].root().get(&format!("k{number}")).map(|node| node.text()),
                Some(&*number)
            );
            assert_eq!(xml.trees[0].root().locate(&format!("/{number}")).node.text(), number);
        }
        assert_eq!(yaml.trees[0].root().get("y").map(|node| node.text()), Some("8"));
        assert!(root.get("object").and_then(|object| object.get("k")).is_none());
        assert!(root.get("list").and_then(|list| list.at(length)).is_none());
        assert_eq!(xml.trees[0].root().get("b").map(|node| node.text()), Some(&*(length - 1).to_string()));
    }
}
