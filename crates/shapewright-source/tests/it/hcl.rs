//! HCL: values, places, what is unknown, and recovery behind errors.

use serde_json::{Value, json};
use shapewright_source::{Kind, Limits, hcl};

use super::support::{check_fault, check_places, limits, source, value};

fn only(text: &str) -> Value {
    let parsed = hcl::parse(source(text), &limits());
    check_places(&parsed, text);
    assert!(parsed.faults.is_empty(), "{text}: {:?}", parsed.faults);
    value(parsed.trees[0].root())
}

#[test]
fn literals_are_values_and_the_rest_is_unknown() {
    let cases = [
        (
            "a = 1\nb = -1.5\nc = true\nd = null\ne = \"x\\ny\"\n",
            json!({"a": 1, "b": -1.5, "c": true, "d": null, "e": "x\ny"}),
        ),
        (
            "a = [1, [\"b\"], {c = 2, \"d e\" = 3, f: 4}]\n",
            json!({"a": [1, ["b"], {"c": 2, "d e": 3, "f": 4}]}),
        ),
        ("a = (\"b\")\nc = \"\"\r\nd = \"$${e}\"\n", json!({"a": "b", "c": "", "d": "${e}"})),
        ("a = <<E\n b\n  c\nE\nd = <<-E\n    f\n      g\n  E\n", json!({"a": " b\n  c\n", "d": "f\n  g\n"})),
        (
            "a = var.b\nc = d\ne = \"${f}\"\ng = h(1)\n",
            json!({"a": "<a reference>", "c": "<a reference>", "e": "<a template>", "g": "<a function call>"}),
        ),
        (
            "a = b ? 1 : 2\nc = 1 + 2\nd = !true\ne = [for f in g : f]\n",
            json!({"a": "<a condition>", "c": "<an operation>", "d": "<an operation>", "e": "<a for expression>"}),
        ),
        (
            "a = {(b) = 1}\nc = <<E\n${d}\nE\n",
            json!({"a": "<an object with computed keys>", "c": "<a template>"}),
        ),
        ("a \"b\" c {\n d { e = 1 }\n}\n", json!({"a": {"b": {"c": {"d": {"e": 1}}}}})),
    ];
    for (text, expected) in cases {
        assert_eq!(only(text), expected, "{text}");
    }
}

#[test]
fn blocks_have_places_and_can_be_there_again() {
    let text = concat!(
        "# é\nresource \"aws_x\" \"日\" {\n  origin {\n    id = \"a\" # first\n  }\n",
        "  origin { id = \"b\" }\n}\n\nresource \"aws_y\" \"z\" {}\n"
    );
    let parsed = hcl::parse(source(text), &limits());
    check_places(&parsed, text);
    assert!(parsed.faults.is_empty(), "{:?}", parsed.faults);
    let tree = &parsed.trees[0];
    let slice = |span| tree.source().slice(span);
    let blocks: Vec<_> = tree.root().children().collect();
    assert!(blocks.iter().all(|block| block.is_block() && block.key() == Some("resource")));
    assert_eq!(tree.root().members().len(), 2);
    let body = blocks[0].locate("/aws_x/日").node;
    assert_eq!(body.key_span().map(slice), Some("\"日\""));
    assert!(slice(body.span()).starts_with("{\n  origin") && slice(body.span()).ends_with("}\n}"));
    let ids: Vec<_> =
        body.members().iter().filter_map(|origin| origin.get("id")).map(|id| slice(id.span())).collect();
    assert_eq!(ids, ["\"a\"", "\"b\""]);
    assert_eq!(slice(blocks[1].locate("/aws_y/z").node.span()), "{}");
    let comments: Vec<_> = parsed.comments.iter().map(|comment| comment.text(tree.source())).collect();
    assert_eq!(comments, ["é", "first"]);
    let first = parsed.comments[1].subject(tree).map(|node| node.text());
    assert_eq!(first, Some("a"));
}

#[test]
fn an_error_hides_one_item_only() {
    let cases = [
        ("", "hcl-empty 0..0", json!({})),
        ("a = 1\nb = = 2\nc = 3\n", "hcl-syntax 10..11", json!({"a": 1, "c": 3})),
        ("a = \"x\nb = 2\n", "hcl-syntax ", json!({"b": 2})),
        (
            "a {\n  b = 1\n\nc \"d\" {\n  e = 2\n}\nf = 3\n",
            "hcl-syntax ",
            json!({"c": {"d": {"e": 2}}, "f": 3}),
        ),
        ("a {\n  b = 1\n  b = 2\n}\nc = 3\n", "hcl-syntax ", json!({"c": 3})),
        ("}\na = 1\n", "hcl-syntax 0..1", json!({"a": 1})),
        ("a = 1\na = 2\n", "hcl-duplicate-key 6..7", json!({"a": 2})),
        ("\u{FEFF}a = 1\n", "hcl-byte-order-mark 0..3", json!({"a": 1})),
        ("a = <<E\nb\n", "hcl-syntax ", json!({})),
    ];
    for (text, expected, read) in cases {
        let parsed = hcl::parse(source(text), &limits());
        check_fault(&parsed, text, expected);
        assert_eq!(value(parsed.trees[0].root()), read, "{text}");
    }
}

#[test]
fn limits_are_kept() {
    let id =
        |text: &str, limits: &Limits| hcl::parse(source(text), limits).faults.first().map(|fault| fault.id);
    let nested = |levels: usize| format!("a = {}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(id(&nested(60), &limits()), None);
    // The parser itself refuses more than 64 levels.
    assert_eq!(id(&nested(20_000), &limits()), Some("hcl-syntax"));
    assert_eq!(id(&nested(9), &Limits { depth: 9, ..limits() }), Some("hcl-too-deep"));
    assert_eq!(id("a = [1, 2]\n", &Limits { nodes: 3, ..limits() }), Some("hcl-too-many-values"));
    assert_eq!(id("a = 1", &Limits { size: 4, ..limits() }), Some("hcl-too-large"));
    let unknown = hcl::parse(source("a = b\n"), &limits());
    assert_eq!(
        unknown.trees[0].root().get("a").map(|node| node.kind()),
        Some(Kind::Unknown { reason: "a reference" })
    );
}

#[test]
fn time_grows_as_the_text() {
    let seconds = |text: &str| {
        let begin = std::time::Instant::now();
        let parsed = hcl::parse(source(text), &limits());
        assert!(!parsed.trees.is_empty());
        begin.elapsed().as_secs_f64()
    };
    let best = |text: &str| (0..3).map(|_| seconds(text)).fold(f64::INFINITY, f64::min);
    for part in ["a \"b\" {\n  c = [1, \"d\"]\n}\n", "a \"b\" {\n"] {
        // Eight times the text. With a loop over the text inside a loop it would be 64 times the time.
        assert!(best(&part.repeat(4_000)) < 30.0 * best(&part.repeat(500)), "{part}");
    }
}
