//! Where violations are told: pointers through collections, collections in collections, and places that lie too deep.

use std::collections::BTreeMap;

use shapewright_runtime::members;
use shapewright_validation::{Checker, Kind, Limits, Options, Report, Rule, Rules, Violation, validate};

const fn rule(id: &'static str, target: &'static str, kind: Kind) -> Rule {
    Rule { id, target, kind, ..Rule::DEFAULT }
}

static RULES: Rules = Rules {
    tables: &[&[
        rule("shelf-labels-item-key-length", "Shelf$Labels[]{key}", Kind::Length),
        rule("shelf-labels-item-value-range", "Shelf$Labels[]{}", Kind::Range),
        rule("shelf-names-value-item-length", "Shelf$Names{}[]", Kind::Length),
        rule("shelf-names-value-unique-items", "Shelf$Names{}", Kind::UniqueItems),
        rule("shelf-rows-item-item-range", "Shelf$Rows[][]", Kind::Range),
        rule("shelf-rows-item-length", "Shelf$Rows[]", Kind::Length),
        rule("shelf-rows-item-unique-items", "Shelf$Rows[]", Kind::UniqueItems),
        rule("shelf-rows-unique-items", "Shelf$Rows", Kind::UniqueItems),
        rule("tag-key-required", "Tag$Key", Kind::Required),
    ]],
    general: "InvalidArgument",
    ..Rules::EMPTY
};

/// Collections in collections.
#[derive(Default)]
struct Shelf {
    rows: Option<Vec<Vec<i32>>>,
    boxes: Option<Vec<Vec<Tag>>>,
    labels: Option<Vec<BTreeMap<String, i32>>>,
    tags: Option<BTreeMap<String, Tag>>,
    names: Option<BTreeMap<String, Vec<String>>>,
}

members! {
    Shelf { "Rows" => rows, "Boxes" => boxes, "Labels" => labels, "Tags" => tags, "Names" => names }
}

#[derive(Default)]
struct Tag {
    key: Option<String>,
    inner: Option<Box<Tag>>,
}

members! { Tag { "Key" => key, "Inner" => inner } }

impl Shelf {
    fn check(&self, c: &Checker<'_>) {
        c.member("Rows", &self.rows)
            .unique()
            .each(|row| row.unique().max_length(3).each(|item| item.at_least(0)));
        c.member("Boxes", &self.boxes).each(|row| row.each(|item| item.nested(Tag::check)));
        c.member("Labels", &self.labels)
            .each(|item| item.each_key(|key| key.min_length(1)).each_value(|value| value.at_most(9)));
        c.member("Tags", &self.tags).each_value(|value| value.nested(Tag::check));
        c.member("Names", &self.names).each_value(|value| value.unique().each(|item| item.min_length(1)));
    }
}

impl Tag {
    fn check(&self, c: &Checker<'_>) {
        c.member("Key", &self.key).required();
        c.member("Inner", &self.inner).nested(Tag::check);
    }
}

fn report(shelf: &Shelf, options: &Options) -> Report {
    validate(RULES, options, shelf, Shelf::check)
}

/// Pointer, rule and message of every violation.
fn told(shelf: Shelf) -> Vec<String> {
    let report = report(&shelf, &Options::default());
    report.iter().map(|found| format!("{} {}: {}", found.pointer(), found.rule(), found.message())).collect()
}

#[test]
fn elements_of_lists_in_lists_are_checked() {
    let rows = Some(vec![vec![1, 2], vec![3, -1], vec![4, 5, 4], vec![1, 2], vec![0, 1, 2, 3]]);
    assert_eq!(
        told(Shelf { rows, ..Shelf::default() }),
        [
            "/Rows/3 shelf-rows-unique-items: Rows[3] repeats Rows[0]",
            "/Rows/1/1 shelf-rows-item-item-range: Rows[1][1] is -1 instead of at least 0",
            "/Rows/2/2 shelf-rows-item-unique-items: Rows[2][2] repeats Rows[2][0]",
            "/Rows/4 shelf-rows-item-length: Rows[4] has 4 elements instead of at most 3",
        ]
    );
}

#[test]
fn structures_in_lists_in_lists_are_checked() {
    let key = Some("k".to_owned());
    let boxes = Some(vec![vec![], vec![Tag { key, inner: Some(Box::default()) }, Tag::default()]]);
    assert_eq!(
        told(Shelf { boxes, ..Shelf::default() }),
        [
            "/Boxes/1/0/Inner/Key tag-key-required: Key is missing",
            "/Boxes/1/1/Key tag-key-required: Key is missing",
        ]
    );
}

#[test]
fn keys_and_values_of_maps_are_checked() {
    let labels = Some(vec![BTreeMap::from([(String::new(), 1), ("a/b".to_owned(), 10)])]);
    let tags = Some(BTreeMap::from([("~".to_owned(), Tag::default())]));
    let names = Some(BTreeMap::from([("n".to_owned(), ["a", "", "a"].map(str::to_owned).to_vec())]));
    assert_eq!(
        told(Shelf { labels, tags, names, ..Shelf::default() }),
        [
            "/Labels/0/ shelf-labels-item-key-length: a key of Labels[0] has 0 characters instead of at least 1",
            "/Labels/0/a~1b shelf-labels-item-value-range: Labels[0][\"a/b\"] is 10 instead of at most 9",
            "/Tags/~0/Key tag-key-required: Key is missing",
            "/Names/n/2 shelf-names-value-unique-items: Names[\"n\"][2] repeats Names[\"n\"][0]",
            "/Names/n/1 shelf-names-value-item-length: Names[\"n\"][1] has 0 characters instead of at least 1",
        ]
    );
}

#[test]
fn values_that_are_too_deep_are_reported_at_their_place() {
    let options = Options::default().limits(Limits::default().max_depth(1));
    let tag = || Tag { key: Some("k".to_owned()), inner: Some(Box::default()) };
    let boxes = Some(vec![vec![tag()], vec![tag()]]);
    let report = report(&Shelf { boxes, ..Shelf::default() }, &options);
    assert_eq!(report.iter().map(Violation::pointer).collect::<Vec<_>>(), ["/Boxes/0/0/Inner"]);
    let options = Options::default().limits(Limits::default().max_depth(0));
    for (shelf, place) in [
        (Shelf { boxes: Some(vec![vec![Tag::default()]]), ..Shelf::default() }, "/Boxes/0/0"),
        (
            Shelf { tags: Some(BTreeMap::from([("a".to_owned(), Tag::default())])), ..Shelf::default() },
            "/Tags/a",
        ),
    ] {
        let report = self::report(&shelf, &options);
        assert_eq!(report.iter().map(Violation::pointer).collect::<Vec<_>>(), [place]);
    }
}

/// Violations of rules that the table does not have keep the word for what they check.
#[test]
fn rules_without_a_table_have_the_name_of_their_kind() {
    static NO_RULES: Rules = Rules { general: "InvalidArgument", ..Rules::EMPTY };
    let shelf = Shelf { rows: Some(vec![vec![-1]]), ..Shelf::default() };
    let report = validate(NO_RULES, &Options::default(), &shelf, Shelf::check);
    assert_eq!(
        report.to_string(),
        "error[InvalidArgument]: Rows[0][0] is -1 instead of at least 0\n  at /Rows/0/0\n  \
         rule range: set Rows[0][0] to at least 0"
    );
}
