//! YAML: values, aliases and merge keys, places, and every fault.

use serde_json::{Value, json};
use shapewright_source::{Kind, Limits, yaml};

use super::support::{check_fault, check_places, limits, source, value};

fn only(text: &str) -> Value {
    let parsed = yaml::parse(source(text), &limits());
    check_places(&parsed, text);
    assert!(parsed.faults.is_empty(), "{text}: {:?}", parsed.faults);
    assert_eq!(parsed.trees.len(), 1, "{text}");
    value(parsed.trees[0].root())
}

#[test]
fn values_are_those_of_the_core_schema() {
    let cases = [
        ("a: 1\nb: [x, 'y''z', \"\\u00e9\\n\"]\n", json!({"a": 1, "b": ["x", "y'z", "é\n"]})),
        ("- 1\n- - 2\n  - 3\n-\n- a: ~\n", json!([1, [2, 3], null, {"a": null}])),
        ("a:\nb: null\nc: \"\"\nd: ''\n", json!({"a": null, "b": null, "c": "", "d": ""})),
        (
            "a: true\nb: False\nc: yes\nd: 'true'\ne: !!str true\n",
            json!({"a": true, "b": false, "c": "yes", "d": "true", "e": "true"}),
        ),
        (
            "a: -1.5e3\nb: .5\nc: 1.\nd: 1e\ne: 2026-11-30\n",
            json!({"a": -1.5e3, "b": ".5", "c": "1.", "d": "1e", "e": "2026-11-30"}),
        ),
        ("a: |\n  x\n   y\nb: >-\n  p\n  q\nc: end\n", json!({"a": "x\n y\n", "b": "p q", "c": "end"})),
        ("a: one\n  two\nb: \"p\n  q\"\n", json!({"a": "one two", "b": "p q"})),
        ("\u{FEFF}a: 1\r\nb:\r\n  - 2\r\n", json!({"a": 1, "b": [2]})),
        ("{\"a\": 1, b: [2, ], c}", json!({"a": 1, "b": [2], "c": null})),
        ("? a\n: 1\n? b\n", json!({"a": 1, "b": null})),
        ("1: a\n~: b\n'c d': e\n\"f\\n\": g\n", json!({"1": "a", "~": "b", "c d": "e", "f\n": "g"})),
        ("a: !Sub\n  - x\n  - {b: 1}\n", json!({"a": ["x", {"b": 1}]})),
    ];
    for (text, expected) in cases {
        assert_eq!(only(text), expected, "{text}");
    }
}

#[test]
fn places_are_those_of_keys_and_values() {
    let text = concat!(
        "# 日本\nOrigins:\n  Items:\n    - Id: a # first\n      S3:  \n    - Id: 'b'\n",
        "      Tags: {x: [1, 2]}\n  End: |\n    two\n    lines\n\nLast: !Ref Bucket\n"
    );
    let parsed = yaml::parse(source(text), &limits());
    check_places(&parsed, text);
    let tree = &parsed.trees[0];
    let slice = |pointer: &str| {
        let place = tree.root().locate(pointer);
        assert!(place.is_exact, "{pointer}");
        tree.source().slice(place.span())
    };
    assert_eq!(slice("/Origins/Items/0/Id"), "a");
    assert_eq!(slice("/Origins/Items/0/S3"), "");
    assert_eq!(slice("/Origins/Items/0"), "Id: a # first\n      S3");
    assert_eq!(slice("/Origins/Items/1/Id"), "'b'");
    assert_eq!(slice("/Origins/Items/1/Tags"), "{x: [1, 2]}");
    assert_eq!(slice("/Origins/Items/1/Tags/x/1"), "2");
    assert_eq!(slice("/Origins/End"), "two\n    lines");
    let last = tree.root().locate("/Last").node;
    assert_eq!((last.text(), last.tag(), last.kind()), ("Bucket", Some("!Ref"), Kind::String));
    let quoted: Vec<_> = tree.nodes().filter(|node| node.is_quoted()).map(|node| node.text()).collect();
    assert_eq!(quoted, ["b"]);
    let keys: Vec<_> =
        tree.nodes().filter_map(|node| node.key_span()).map(|key| tree.source().slice(key)).collect();
    assert_eq!(keys, ["Origins", "Items", "Id", "S3", "Id", "Tags", "x", "End", "Last"]);
    let comments: Vec<_> = parsed.comments.iter().map(|comment| comment.text(tree.source())).collect();
    assert_eq!(comments, ["日本", "first"]);
    let subjects: Vec<_> =
        parsed.comments.iter().map(|comment| comment.subject(tree).map(|node| node.pointer())).collect();
    assert_eq!(subjects, [Some(String::new()), Some("/Origins/Items/0".to_owned())]);
}

#[test]
fn aliases_and_merge_keys_stand_for_values() {
    let text = concat!(
        "base: &b {x: 1, y: 2}\nmore: &m\n  <<: *b\n  y: 3\n",
        "list: [*b, *m]\nall:\n  <<: [*m, {x: 9, z: 4}]\n  w: &k v\nlast: *k\n"
    );
    assert_eq!(
        only(text),
        json!({
            "base": {"x": 1, "y": 2},
            "more": {"x": 1, "y": 3},
            "list": [{"x": 1, "y": 2}, {"x": 1, "y": 3}],
            "all": {"x": 1, "y": 3, "z": 4, "w": "v"},
            "last": "v",
        })
    );
    let parsed = yaml::parse(source(text), &limits());
    let tree = &parsed.trees[0];
    // A value behind an alias has its place where it is written.
    let y = tree.root().locate("/list/1/y").node;
    assert_eq!((y.text(), y.pointer()), ("3", "/more/y".to_owned()));
    assert_eq!(only("&a key: 1\nother: *a\n"), json!({"key": 1, "other": "key"}));
}

#[test]
fn a_text_can_have_several_documents() {
    let text = "---\na: 1\n---\n- 2\n...\n---\n# nothing\n---\nb: [\n---\nc: 3\n";
    let parsed = yaml::parse(source(text), &limits());
    check_places(&parsed, text);
    let values: Vec<Value> = parsed.trees.iter().map(|tree| value(tree.root())).collect();
    assert_eq!(values, [json!({"a": 1}), json!([2]), json!({"c": 3})]);
    assert_eq!(parsed.faults.len(), 1, "{:?}", parsed.faults);
    assert_eq!(parsed.faults[0].id, "yaml-syntax");
}

#[test]
fn every_fault_has_a_place_and_says_what_to_do() {
    let cases = [
        ("", "yaml-empty 0..0", false),
        ("# only\n", "yaml-empty 0..0", false),
        ("<!DOCTYPE html>\n<p>x</p>\n", "yaml-text 0..1", false),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key 10..11", true),
        ("a: *b\n", "yaml-unknown-alias 3..5", true),
        ("a: &a [*a]\n", "yaml-recursive-alias 7..9", true),
        ("a: {{x: 1}: 2}\n", "yaml-key 4..10", true),
        ("a: {{resolve:x:y}}\n", "yaml-key 4..17", true),
        ("<<: 1\n", "yaml-merge 0..2", true),
        ("<<: [{a: 1}, 2]\n", "yaml-merge 0..2", true),
        ("a:\n\tb: 1\n", "yaml-tab 3..4", false),
        ("a: [1\n", "yaml-syntax 3..4", false),
        ("a: \"x\n", "yaml-syntax ", false),
        ("a: b: c\n", "yaml-syntax ", false),
        ("a: 1\n  b: 2\n", "yaml-syntax ", false),
    ];
    for (text, expected, has_tree) in cases {
        let parsed = yaml::parse(source(text), &limits());
        check_fault(&parsed, text, expected);
        assert_eq!(!parsed.trees.is_empty(), has_tree, "{text}");
    }
}

#[test]
fn limits_are_kept() {
    let id =
        |text: &str, limits: &Limits| yaml::parse(source(text), limits).faults.first().map(|fault| fault.id);
    let flow = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let block = |levels: usize| {
        (0..levels).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>()
            + &" ".repeat(levels)
            + "b: 1\n"
    };
    assert_eq!(id(&flow(512), &limits()), None);
    assert_eq!(id(&flow(513), &limits()), Some("yaml-too-deep"));
    assert_eq!(id(&flow(100_000), &limits()), Some("yaml-too-deep"));
    assert_eq!(id(&block(200), &limits()), None);
    assert_eq!(id(&block(600), &limits()), Some("yaml-too-deep"));
    assert_eq!(id("[1, 2, 3]", &Limits { nodes: 3, ..limits() }), Some("yaml-too-many-values"));
    assert_eq!(id("[1]", &Limits { size: 2, ..limits() }), Some("yaml-too-large"));
    // Hundreds of commented lines in one place are a habit.
    assert_eq!(id(&format!("a:\n{}  - b\n", "  # - c\n".repeat(1_000)), &limits()), None);
    let bomb: String = ('b'..='j')
        .map(|c| {
            let previous = char::from(c as u8 - 1);
            format!("{c}: &{c} [{}]\n", vec![format!("*{previous}"); 9].join(", "))
        })
        .collect();
    assert_eq!(id(&format!("a: &a [x, x, x, x, x, x, x, x, x]\n{bomb}"), &limits()), Some("yaml-aliases"));
}

#[test]
fn time_grows_as_the_text() {
    let list = |length: usize| "- a: [1, 'x']\n  b:\n    c: \"\\n\"\n".repeat(length);
    let seconds = |text: &str| {
        let begin = std::time::Instant::now();
        assert!(!yaml::parse(source(text), &limits()).has_errors());
        begin.elapsed().as_secs_f64()
    };
    let best = |text: &str| (0..3).map(|_| seconds(text)).fold(f64::INFINITY, f64::min);
    let (short, long) = (list(1_000), list(8_000));
    // Eight times the text. With a loop over the text inside a loop it would be 64 times the time.
    assert!(best(&long) < 30.0 * best(&short));
}
