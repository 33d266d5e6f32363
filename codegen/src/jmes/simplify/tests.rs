//! Tests each rewriting: an expression and its simplified form.

use crate::jmes::tests::model::{Things, thing};
use crate::jmes::{Body, Fact, Step, Test, compile};

fn simplified(text: &str) -> Test {
    let expr = compile(text, &thing(), &Things).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    Test::of(&expr)
}

fn function(text: &str) -> Body {
    Body::function(&compile(text, &thing(), &Things).expect("it can be compiled"))
}

/// Returns the fact about the only value of a test.
fn fact(text: &str) -> (bool, Fact) {
    match simplified(text) {
        Test::Given(given) => (given.absent, given.fact),
        other => panic!("{text} is not about one value: {other:?}"),
    }
}

#[test]
fn expressions_that_say_the_same_become_the_same() {
    let same = [
        // negations move inward and cancel each other
        ("!(!(On))", "On"),
        ("!(On && Part)", "!(On) || !(Part)"),
        ("!(On || Part)", "!(On) && !(Part)"),
        ("!(Size < `3`)", "Size == `null` || Size >= `3`"),
        // parts of the same kind, and repeated parts
        ("On && (Part && (Names && On))", "On && Part && Names"),
        // constant parts decide the result or are removed
        ("On || `true`", "`true`"),
        ("On && `true`", "On"),
        ("On && `null`", "`false`"),
        ("contains(['a'], 'a')", "`true`"),
        ("length('abc') == `3`", "`true`"),
        ("`1` > `2`", "`false`"),
        ("length(Names) >= `0`", "Names != `null`"),
        ("length(Names) < `0`", "`false`"),
        // several facts about one value
        ("Size == `null` || Size != `null`", "`true`"),
        ("Size == `null` && Size != `null`", "`false`"),
        ("Name == 'a' || Name == 'b'", "contains(['a', 'b'], Name)"),
        ("Name != 'a' && Name != 'b'", "!contains(['a', 'b'], Name)"),
        ("Kind == 'red' || Kind == 'blue'", "contains(['red', 'blue'], Kind)"),
        ("contains(['a', 'a'], Name)", "Name == 'a'"),
        // implied facts
        ("Name && starts_with(Name, 'a')", "starts_with(Name, 'a')"),
        ("!(Name) || !(starts_with(Name, 'a'))", "!starts_with(Name, 'a')"),
        ("Name && Name == 'a'", "Name == 'a'"),
        ("Names && contains(Names, 'a')", "contains(Names, 'a')"),
        // constants for absent values
        ("not_null(Name, 'a') == 'a'", "Name == `null` || Name == 'a'"),
        ("not_null(Name, 'a') == 'b'", "Name == 'b'"),
        ("not_null(Kind, 'red') != 'red'", "Kind != `null` && Kind != 'red'"),
        // results of functions, and elements of computed lists
        ("contains(Name, 'a') == `true`", "contains(Name, 'a')"),
        ("starts_with(Name, 'a') != `false`", "Name == `null` || starts_with(Name, 'a')"),
        ("contains(Parts[].Name, 'a')", "Parts[?Name == 'a']"),
        ("Parts[?On].Name", "Parts[?On && Name != `null`]"),
        ("Part | Name", "Part.Name"),
        ("Part | !(Name)", "!(Part.Name)"),
    ];
    for (text, simple) in same {
        assert_eq!(simplified(text), simplified(simple), "{text}\n{simple}");
    }
}

#[test]
fn lists_of_known_content_are_recognised() {
    let (absent, exact) = fact("length(Kinds) == `2` && contains(Kinds, 'red') && contains(Kinds, 'blue')");
    assert!(!absent && matches!(&exact, Fact::Exactly(constants) if constants.len() == 2), "{exact:?}");
    let (_, either) = fact(
        "contains(Names, 'a') && (length(Names) == `1` || contains(Names, 'b') && length(Names) == `2`)",
    );
    let Fact::Any(facts) = &either else { panic!("{either:?}") };
    assert!(facts.iter().all(|fact| matches!(fact, Fact::Exactly(_))), "{either:?}");
    // One of three elements is not determined.
    let (_, open) = fact("length(Names) == `3` && contains(Names, 'a') && contains(Names, 'b')");
    assert!(matches!(open, Fact::All(_)), "{open:?}");
}

#[test]
fn integers_in_a_row_are_a_range() {
    let (_, range) = fact("Size >= `1` && Size <= `9`");
    assert!(matches!(&range, Fact::Among(choices) if choices.len() == 1), "{range:?}");
    let (_, decimal) = fact("Share >= `1` && Share <= `9`");
    assert!(matches!(decimal, Fact::All(_)), "{decimal:?}");
    let (_, empty) = fact("Size >= `9` && Size <= `1`");
    assert!(matches!(empty, Fact::All(_)), "{empty:?}");
}

#[test]
fn the_same_of_several_constants_is_said_once() {
    let each = simplified(
        "(contains(Kinds, 'red') || !contains(Part.Kinds, 'red')) \
         && (contains(Kinds, 'blue') || !contains(Part.Kinds, 'blue')) \
         && (contains(Kinds, 'green') || !contains(Part.Kinds, 'green'))",
    );
    assert!(matches!(&each, Test::Each { all: true, constants, .. } if constants.len() == 3), "{each:?}");
    let other = simplified(
        "(contains(Kinds, 'red') || !contains(Part.Kinds, 'red')) \
         && (contains(Kinds, 'blue') || contains(Part.Kinds, 'blue')) \
         && (contains(Kinds, 'green') || !contains(Part.Kinds, 'green'))",
    );
    assert!(matches!(&other, Test::All(tests) if tests.len() == 3), "{other:?}");
}

#[test]
fn one_alone_of_several_is_recognised() {
    let two = simplified("(On || Part) && !(On && Part)");
    assert!(matches!(&two, Test::One(tests) if tests.len() == 2), "{two:?}");
    let three =
        simplified("On && !(Part) && !(Names) || !(On) && Part && !(Names) || !(On) && !(Part) && Names");
    assert!(matches!(&three, Test::One(tests) if tests.len() == 3), "{three:?}");
    let other = simplified("On && !(Part) || On && Part");
    assert!(matches!(&other, Test::Any(_)), "{other:?}");
}

#[test]
fn what_is_asked_first_answers_first() {
    let guarded = function("Names == `null` || On && (contains(Names, 'a') || length(Names) == `2`)");
    let [Step::Unless { name, otherwise: true, .. }] = guarded.steps.as_slice() else {
        panic!("{guarded:?}")
    };
    assert_eq!(name, "names");
    let guarded = function("Part != `null` && (Part.On || Part.Size > `1`)");
    assert!(matches!(guarded.steps.as_slice(), [Step::Unless { otherwise: false, .. }]), "{guarded:?}");
    let short = function("Names == `null` || On");
    assert_eq!(short.steps, [], "the list is used only once");
}

#[test]
fn members_that_are_named_twice_get_a_variable() {
    let names = |text: &str| {
        let steps = function(text).steps;
        steps.iter().map(|step| step.parts().0.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("Part.Name || Part.Note"), ["part"]);
    assert_eq!(names("Part.Part.Name && Part.Part.Note"), ["part"]);
    assert_eq!(names("Part.Size > `1` && Part.Size != Size"), ["size"]);
    assert_eq!(names("Part.Name || On"), [""; 0], "a value that is used once needs no variable");
    assert_eq!(names("Name && Name != Note"), [""; 0], "fields need no variables");
    assert_eq!(names("Part.Part.Name || On"), ["name"], "a long path gets a variable");
}
