//! Patterns constructed by hand.

use shapewright_pattern::{Class, Instruction, Pattern};

#[test]
fn an_empty_program_matches_every_text() {
    let pattern = Pattern::program("x*", &[]);
    assert!(pattern.is_match("anything") && pattern.is_match(""));
    assert_eq!(pattern.as_str(), "x*");
}

#[test]
fn length_counts_characters() {
    static PROGRAM: &[Instruction] = &[Instruction::here().at_least(&Class::excluding("  "), 0).end()];
    let pattern = Pattern::program_of_length("^[^ ]{1,2}$", 1, 2, PROGRAM);
    assert!(
        pattern.is_match("éé")
            && !pattern.is_match("")
            && !pattern.is_match("aaa")
            && !pattern.is_match("a ")
    );
}

#[test]
fn ranges_include_both_ends() {
    static PROGRAM: &[Instruction] =
        &[Instruction::here().at_least(&Class::ranges("09az").with_unicode("àâéé"), 1).end()];
    let pattern = Pattern::program("^[0-9a-zà-âé]+$", PROGRAM);
    for (text, fits) in [("09az", true), ("/", false), (":", false), ("`", false), ("{", false)] {
        assert_eq!(pattern.is_match(text), fits, "{text}");
    }
    for (text, fits) in [("0àáâé9", true), ("ã", false), ("ê", false), ("ß", false), ("", false)] {
        assert_eq!(pattern.is_match(text), fits, "{text}");
    }
}

#[test]
fn a_sequence_counts_characters_not_bytes() {
    let pattern = Pattern::sequence("^é[à-ü]{2}.{1,3}x", |cursor| {
        cursor
            .literal("é")?
            .exactly::<2>(const { &Class::ranges("").with_unicode("àü") })?
            .between(const { &Class::excluding("xx") }, 1, 3)?
            .literal("x")
    });
    for (text, fits) in
        [("éàüéx", true), ("éàüaéex!", true), ("éàüx", false), ("éàaax", false), ("éàüaéeex", false)]
    {
        assert_eq!(pattern.is_match(text), fits, "{text}");
    }
}

#[test]
fn word_boundaries_are_matched_by_the_regex_crate() {
    let pattern = Pattern::regex(r"(?-u:\b)word(?-u:\b)");
    assert!(pattern.is_match("a word.") && !pattern.is_match("words"));
}
