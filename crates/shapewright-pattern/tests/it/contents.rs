//! Which characters the strings that match may have.

use shapewright_pattern::compile;

#[test]
fn characters_are_those_of_classes_and_literals() {
    let may_contain = |expression: &str, c: char| {
        compile(expression).unwrap_or_else(|error| panic!("{expression}: {error}")).may_contain(c)
    };
    for (expression, inside, outside) in [
        ("^[a-c]{2}-$", "abc-", "dA\u{1}\u{FFFF}"),
        ("^(one|[0-9]+)$", "one059", "x\u{1}\u{FFFF}"),
        ("^(ab)*c?$", "abc", "d\u{1}"),
        ("^[^\\x00-\\x1F]*$", "aé\u{FFFF}", "\u{1}\n"),
        // What is not anchored may have anything before or behind the match.
        ("^[a-c]", "abcd\u{1}\u{FFFF}", ""),
        ("(one|two)$", "onetwx\u{1}", ""),
        ("^(one|two)", "onetwx\u{1}", ""),
        ("", "a\u{1}", ""),
        // The `regex` crate matches these.
        ("^\\ba", "ab\u{1}", ""),
    ] {
        assert!(inside.chars().all(|c| may_contain(expression, c)), "{expression}");
        assert!(!outside.chars().any(|c| may_contain(expression, c)), "{expression}");
    }
}
