//! Overlays: what they change, and that none goes stale in silence.

use crate::common::{get, lines, member_values, model, smithy, values};
use serde_json::{Value, json};
use shapewright_smithy::traits::Problem;
use shapewright_smithy::vocabulary::Definition;
use shapewright_smithy::{Diagnostics, Kind, Model, Overlay, TraitValue, Vocabulary, read_with};

/// A trait of the program with any value; overlays add entries to it.
struct Notes;

/// A trait of the program without content.
struct Mark;

impl TraitValue for Notes {
    const ID: &'static str = "test#notes";

    fn from_json(_: &Value) -> Result<Self, Problem> {
        Ok(Notes)
    }
}

impl TraitValue for Mark {
    const ID: &'static str = "test#mark";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let problem =
            || Problem { message: format!("must be {{}}, not {value}"), help: "write {}".to_owned() };
        (*value == json!({})).then_some(Mark).ok_or_else(problem)
    }
}

const VOCABULARY: Vocabulary = Vocabulary {
    namespaces: &["test"],
    definitions: &[
        Definition::new::<Mark>("a member of a structure", |site| {
            site.is_member_of(|kind| *kind == Kind::Structure)
        }),
        Definition::new::<Notes>("anything", |_| true).merged(),
    ],
};

/// A model with a structure `a#S`; its member `name` has a length.
fn base() -> Model {
    model(&smithy(json!({
        "a#S": {
            "type": "structure",
            "members": {
                "name": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"max": 64}}},
                "other": {"target": "smithy.api#String"},
            },
        },
        "a#E": {"type": "enum", "members": {
            "A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "a"}},
        }},
    })))
}

/// Applies overlays of these traits for `target`, in files `1.json`, `2.json` and so on.
fn overlays(target: &str, overlays: &[Value]) -> (Model, Vec<String>) {
    let mut model = base();
    let mut diagnostics = Diagnostics::default();
    for (number, traits) in (1..).zip(overlays) {
        let overlay = json!({"smithy": "2.0", "shapes": {target: {"type": "apply", "traits": traits}}});
        let (file, text) = (format!("{number}.json"), overlay.to_string());
        Overlay::read(&file, text.as_bytes(), &mut diagnostics).apply(
            &mut model,
            VOCABULARY,
            &mut diagnostics,
        );
    }
    (model, lines(&diagnostics))
}

fn findings(target: &str, all: &[Value]) -> Vec<String> {
    overlays(target, all).1
}

#[test]
fn traits_are_set_replaced_and_removed() {
    let (model, found) = overlays(
        "a#S$name",
        &[json!({
            "smithy.api#length": {"min": 1, "max": 128},
            "smithy.api#required": {},
        })],
    );
    assert!(found.is_empty(), "{found:?}");
    let shape = get(&model, "a#S");
    let expected = json!({"smithy.api#length": {"min": 1, "max": 128}, "smithy.api#required": {}});
    assert_eq!(member_values(shape, "name"), expected);
    let length = &shape.members[0].traits["smithy.api#length"];
    assert_eq!((&*length.file, &*shape.file), ("1.json", "m.json"), "overlays can be told from the model");

    let (model, found) = overlays("a#S$name", &[json!({"smithy.api#length": null})]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(member_values(get(&model, "a#S"), "name"), json!({}));

    let (model, _) = overlays("a#S", &[json!({"smithy.api#sensitive": {}})]);
    assert_eq!(values(&get(&model, "a#S").traits), json!({"smithy.api#sensitive": {}}));
}

#[test]
fn entries_of_merged_traits_are_added() {
    let rule = |entries: Value| json!({"test#notes": entries});
    let (model, found) = overlays(
        "a#S$name",
        &[
            rule(json!({"smithy.api#length": {"remedy": "shorten it"}})),
            rule(json!({"smithy.api#pattern": {"remedy": "spell it"}})),
        ],
    );
    assert!(found.is_empty(), "{found:?}");
    let both =
        json!({"smithy.api#length": {"remedy": "shorten it"}, "smithy.api#pattern": {"remedy": "spell it"}});
    let rules = &get(&model, "a#S").members[0].traits["test#notes"];
    assert_eq!(rules.value, both);

    let conflict = findings(
        "a#S$name",
        &[
            rule(json!({"smithy.api#length": {"remedy": "one"}})),
            rule(json!({"smithy.api#length": {"remedy": "two"}})),
        ],
    );
    assert_eq!(
        conflict,
        ["2.json: a#S$name: `test#notes/smithy.api#length` is set to {\"remedy\":\"two\"} by 2.json \
         and to {\"remedy\":\"one\"} by 1.json | keep it in one of the two overlays"]
    );
    assert_eq!(
        findings("a#S$name", &[rule(json!([]))]),
        ["1.json: a#S$name: trait `test#notes` must be an object, not [] \
         | write an object: each overlay adds entries to it"]
    );
}

#[test]
fn statements_without_effect_are_errors() {
    let missing = "correct the id, or remove the apply statement";
    let required = json!({"smithy.api#required": {}});
    for (target, overlays, expected) in [
        (
            "a#None",
            vec![required.clone()],
            format!("1.json: a#None: traits are applied to a shape that does not exist | {missing}"),
        ),
        (
            "a#S$none",
            vec![required.clone()],
            format!("1.json: a#S$none: traits are applied to a member that does not exist | {missing}"),
        ),
        (
            "a#S$name",
            vec![json!({"smithy.api#length": {"max": 64}})],
            "1.json: a#S$name: `smithy.api#length` changes nothing: m.json has the same value | \
             remove it from the overlay"
                .to_owned(),
        ),
        (
            "a#S$other",
            vec![required.clone(), required.clone()],
            "2.json: a#S$other: `smithy.api#required` changes nothing: 1.json has the same value | \
             remove it from the overlay"
                .to_owned(),
        ),
        (
            "a#S$other",
            vec![json!({"smithy.api#length": null})],
            "1.json: a#S$other: `smithy.api#length` is to be removed and is not there | \
             remove it from the overlay: it changes nothing any more"
                .to_owned(),
        ),
        (
            "a#S",
            vec![json!({})],
            "1.json: a#S: the apply statement applies no trait | give it `traits`, or remove it".to_owned(),
        ),
    ] {
        assert_eq!(findings(target, &overlays), [expected]);
    }
}

#[test]
fn overlays_that_disagree_are_named() {
    let length = |max: u32| json!({"smithy.api#length": {"max": max}});
    assert_eq!(
        findings("a#S$name", &[length(10), length(20)]),
        [
            "2.json: a#S$name: `smithy.api#length` is set to {\"max\":20} by 2.json and to {\"max\":10} by 1.json \
         | keep it in one of the two overlays"
        ]
    );
}

#[test]
fn values_are_checked_as_those_of_models() {
    for (target, traits, expected) in [
        (
            "a#S$name",
            json!({"smithy.api#length": {"min": 9, "max": 1}}),
            "1.json: a#S$name: trait `smithy.api#length` has a min of 9 above its max of 1 | write {\"min\": 1, \
             \"max\": 128}, with at least one of the two and min not above max",
        ),
        (
            "a#E$A",
            json!({"smithy.api#enumValue": 1}),
            "1.json: a#E$A: trait `smithy.api#enumValue` must be a string in an enum, not 1 | write a string",
        ),
        (
            "a#S",
            json!({"sensitive": {}}),
            "1.json: a#S: trait `sensitive` has no namespace | write the absolute id of the trait, \
             `smithy.api#sensitive` for instance",
        ),
    ] {
        assert_eq!(findings(target, &[traits]), [expected]);
    }
}

#[test]
fn files_that_are_no_overlay() {
    for (text, expected) in [
        (
            "{",
            "o.json: not JSON: EOF while parsing an object at 1:1 | correct the file at line 1, column 1, or \
             fetch it again if it was cut off",
        ),
        ("{}", "o.json: not an overlay: it has no `smithy` version | start it with \"smithy\": \"2.0\""),
        (
            r#"{"smithy": "9"}"#,
            "o.json: Smithy version \"9\" is not supported | write the model as Smithy JSON AST \"2.0\" or \
             \"1.0\", for instance with `smithy ast`",
        ),
        (
            r#"{"smithy": "2.0"}"#,
            "o.json: the overlay has no `shapes` | put its apply statements under `shapes`",
        ),
        (
            r#"{"smithy": "2.0", "shapes": {"a#New": {"type": "string"}}}"#,
            "o.json: a#New: an overlay can apply traits only, not define shapes | write \"type\": \"apply\" and \
             only `traits`; new shapes belong into the model",
        ),
        (
            r#"{"smithy": "2.0", "shapes": {"a#S": {"type": "apply", "members": {}, "traits": {"x#y": 1}}}}"#,
            "o.json: a#S: an apply statement cannot have `members` | leave only `type` and `traits` in it",
        ),
        (
            r#"{"smithy": "2.0", "shapes": {"a#S$name": {"type": "apply", "traits": {"x#y": 1, "x#y": 2}}}}"#,
            "o.json: a#S$name: the object /shapes/a#S$name/traits has the key `x#y` twice | keep one of the two",
        ),
    ] {
        let mut diagnostics = Diagnostics::default();
        let overlay = Overlay::read("o.json", text.as_bytes(), &mut diagnostics);
        overlay.apply(&mut base(), VOCABULARY, &mut diagnostics);
        assert_eq!(lines(&diagnostics), [expected]);
    }
}

#[test]
fn traits_of_the_program_are_checked_in_overlays_and_models() {
    let mark = |id: &str| json!({id: {}});
    for (target, traits, expected) in [
        ("a#S$name", mark("test#mark"), &[][..]),
        ("a#S$name", mark("other#mark"), &[]),
        (
            "a#S$name",
            mark("test#mork"),
            &["1.json: a#S$name: trait `test#mork` does not exist | did you mean `test#mark`?"],
        ),
        (
            "a#S$name",
            json!({"test#mark": 1}),
            &["1.json: a#S$name: trait `test#mark` must be {}, not 1 | write {}"],
        ),
        (
            "a#S",
            mark("test#mark"),
            &["1.json: a#S: trait `test#mark` has no effect on a structure \
               | apply it to a member of a structure, or remove it"],
        ),
        (
            "a#E$A",
            mark("test#mark"),
            &["1.json: a#E$A: trait `test#mark` has no effect on a member of an enum \
               | apply it to a member of a structure, or remove it"],
        ),
    ] {
        assert_eq!(findings(target, &[traits]), expected);
    }
    let text = smithy(
        json!({"a#L": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": mark("test#mark")}}),
    );
    let mut diagnostics = Diagnostics::default();
    assert!(read_with(VOCABULARY, "m.json", text.as_bytes(), &mut diagnostics).is_some());
    assert_eq!(
        lines(&diagnostics),
        [
            "m.json: a#L: trait `test#mark` has no effect on a list | apply it to a member of a structure, or remove it"
        ]
    );
}

#[test]
fn misspelt_traits_of_smithy_are_errors() {
    assert_eq!(
        findings("a#S$name", &[json!({"smithy.api#patern": "^a$", "acme#patern": 1})]),
        ["1.json: a#S$name: trait `smithy.api#patern` does not exist | did you mean `smithy.api#pattern`?"]
    );
}
