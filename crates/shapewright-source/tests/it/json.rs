//! JSON: values beside serde_json and jsonc-parser, and every fault.

use std::time::Instant;

use serde_json::Value;
use shapewright_source::{Limits, json};

use super::support::{check_places, limits, shown, source, value};

#[test]
fn values_are_those_of_other_readers() {
    let texts = [
        "null",
        " true ",
        "[]",
        "{}",
        "[[], {}, [{}]]",
        "-0.5e+10",
        "\"\"",
        r#"{"a": 1, "b": {"c": [true, false, null, "x"]}, "日本": "👩‍👩‍👧"}"#,
        r#""\u00e9\ud83d\ude00\n\t\\\/\"""#,
        r#"{"a\n": "b", "\u0061": 2}"#,
        r#"{"a": 1, "a": 2}"#,
        "\r\n[1,\r\n2]\r\n",
    ];
    for text in texts {
        let parsed = json::parse(source(text), &limits());
        check_places(&parsed, text);
        assert!(!parsed.has_errors(), "{text}: {:?}", parsed.faults);
        let expected: Value = serde_json::from_str(text).expect(text);
        assert_eq!(value(parsed.trees[0].root()), expected, "{text}");
    }
    let relaxed = ["[1, 2,]", "{\"a\": 1, /* b */ \"c\": [], // d\n}", "// e\n{}", "[/**/]"];
    for text in relaxed {
        let parsed = json::parse(source(text), &limits());
        check_places(&parsed, text);
        let options = jsonc_parser::ParseOptions::default();
        let expected: Value = jsonc_parser::parse_to_serde_value(text, &options).expect(text);
        assert_eq!(value(parsed.trees[0].root()), expected, "{text}");
        assert!(!parsed.faults.is_empty() && !parsed.has_errors(), "{text}");
    }
}

#[test]
fn every_fault_has_a_place_and_says_what_to_do() {
    let cases = [
        ("", "json-empty 0..0 there is no value in the text"),
        (" // x", "json-empty 5..5 there is no value in the text"),
        ("{\"a\": 1,}", "json-trailing-comma 7..8 there is a comma behind the last value"),
        ("\u{FEFF}1", "json-byte-order-mark 0..3 the text begins with a byte order mark"),
        ("[1 2]", "json-comma 3..4 expected a comma or `]`, found `2`"),
        ("{\"a\": 1 \"b\": 2}", "json-comma 8..9 expected a comma or `}`, found `\"`"),
        ("[1}", "json-comma 2..3 expected a comma or `]`, found `}` (this bracket is open 0..1)"),
        ("[,1]", "json-syntax 1..2 expected a value, found `,`"),
        ("[1,,2]", "json-syntax 3..4 expected a value, found `,`"),
        ("{\"a\" 1}", "json-colon 5..6 expected a colon, found `1`"),
        ("{\"a\"", "json-unclosed 4..4 the text ends inside an object (the object begins here 0..1)"),
        ("{a: 1}", "json-key 1..2 expected a key, found `a`"),
        ("{'a': 1}", "json-key 1..2 expected a key, found `'`"),
        ("{\"a\": 1} x", "json-second-value 9..10 expected the end of the text, found `x`"),
        (
            "{\"a\": [1, {\"b\": 2}",
            "json-unclosed 18..18 the text ends inside a list (the list begins here 6..7)",
        ),
        ("{\"a\":", "json-unclosed 5..5 the text ends inside an object (the object begins here 0..1)"),
        ("[\"a", "json-string-end 3..3 the text ends inside a string (the string begins here 1..2)"),
        ("[\"a\n\"]", "json-string-end 3..3 the line ends inside a string (the string begins here 1..2)"),
        ("[\"a\tb\"]", "json-control-character 3..4 the string has the control character U+0009"),
        ("[\"\\x\"]", "json-escape 2..4 this is no escape sequence"),
        ("[\"\\ud800\"]", "json-surrogate 2..8 this is half of a surrogate pair"),
        ("[\"\\u00g0\"]", "json-escape 2..4 \\u needs four hexadecimal digits"),
        ("[01]", "json-number 1..3 this is no number of JSON"),
        ("[1.]", "json-number 1..3 this is no number of JSON"),
        ("[1x]", "json-number 1..3 this is no number of JSON"),
        ("[True]", "json-word 1..5 expected a value, found `True`"),
        ("[nul]", "json-word 1..4 expected a value, found `nul`"),
        ("[/* 1]", "json-comment-end 1..3 the comment has no end"),
        (
            "{\"a\": 1, \"b\": 2, \"a\": 3}",
            "json-duplicate-key 17..20 the key a is there twice (the first one 1..4)",
        ),
    ];
    for (text, expected) in cases {
        let parsed = json::parse(source(text), &limits());
        check_places(&parsed, text);
        assert!(shown(&parsed).iter().any(|fault| fault == expected), "{text}: {:#?}", shown(&parsed));
        assert_eq!(parsed.has_errors(), parsed.trees.is_empty(), "{text}");
    }
}

#[test]
fn equal_keys_are_told_in_large_objects_too() {
    let members: Vec<String> = (0..50).map(|index| format!("\"k{}\": {index}", index % 45)).collect();
    let parsed = json::parse(source(&format!("{{{}}}", members.join(","))), &limits());
    assert_eq!(parsed.faults.len(), 5);
    assert!(parsed.faults.iter().all(|fault| fault.id == "json-duplicate-key" && fault.second.is_some()));
    let root = parsed.trees[0].root();
    assert_eq!(root.get("k0").map(|node| node.text()), Some("45"));
    assert_eq!(root.members().len(), 45);
}

#[test]
fn limits_are_kept() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let id =
        |text: &str, limits: &Limits| json::parse(source(text), limits).faults.first().map(|fault| fault.id);
    assert_eq!(id(&nested(512), &limits()), None);
    assert_eq!(id(&nested(513), &limits()), Some("json-too-deep"));
    assert_eq!(id(&nested(1_000_000), &limits()), Some("json-too-deep"));
    let unbounded = Limits { depth: usize::MAX, ..limits() };
    assert_eq!(id(&nested(400_000), &unbounded), None);
    assert_eq!(id("[1,2,3]", &Limits { nodes: 3, ..limits() }), Some("json-too-many-values"));
    assert_eq!(id("[1,2,3]", &Limits { size: 6, ..limits() }), Some("json-too-large"));
}

#[test]
fn time_grows_as_the_text() {
    let list = |length: usize| format!("{{\"a\": [{}]}}", "{\"b\": [\"c\\n\", 1.5]}, ".repeat(length) + "0");
    let seconds = |text: &str| {
        let begin = Instant::now();
        let parsed = json::parse(source(text), &limits());
        assert!(!parsed.has_errors());
        begin.elapsed().as_secs_f64()
    };
    let (short, long) = (list(4_000), list(32_000));
    let best = |text: &str| (0..5).map(|_| seconds(text)).fold(f64::INFINITY, f64::min);
    // Eight times the text. With a loop over the text inside a loop it would be 64 times the time.
    assert!(best(&long) < 30.0 * best(&short));
}
