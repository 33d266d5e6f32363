//! Trees that are composed of values of others.

use serde_json::json;
use shapewright_source::{Composer, Kind, Scalar, Source, hcl, json as json_text, xml, yaml};

use crate::support::{limits, source, value};

#[test]
fn copies_have_the_values_behind_aliases_and_merge_keys() {
    let text = "a: &a {x: 1, \"y\\n\": yes}\nb:\n  <<: *a\n  z: [*a, 'q', !Ref r]\n";
    let parsed = yaml::parse(source(text), &limits());
    let root = parsed.trees[0].root();
    let mut composer = Composer::new(parsed.trees[0].source());
    composer.copy(root);
    let tree = composer.finish();
    assert_eq!(value(tree.root()), value(root));
    assert!(tree.nodes().all(|node| !matches!(node.kind(), Kind::Alias(_)) && !node.is_merge()));
    // An alias is shown where it is written, what is in it where that is written.
    let place = |pointer: &str| {
        let node = tree.root().locate(pointer).node;
        (tree.source().slice(node.span()), tree.source().slice(node.head()), node.is_quoted())
    };
    assert_eq!(place("/b/z/0"), ("*a", "*", false));
    assert_eq!(place("/b/z/0/x"), ("1", "x", false));
    assert_eq!(place("/b/z/1"), ("'q'", "'", true));
    assert_eq!(tree.root().locate("/b/y\n").node.text(), "yes");
}

#[test]
fn texts_and_keys_need_not_be_in_the_text() {
    let parsed = json_text::parse(source(r#"{"a": "x", "b": true}"#), &limits());
    let root = parsed.trees[0].root();
    let (a, b) = (root.locate("/a").node, root.locate("/b").node);
    let mut composer = Composer::new(parsed.trees[0].source());
    composer.key("Root", root.head());
    composer.begin_object(root.span());
    composer.key("A", a.head()).value(Scalar::String("eA=="), a.span());
    composer.key("a", a.head()).value(Scalar::String("x"), a.span());
    composer.supplied().key("A2", a.head()).begin_list(a.head());
    composer.value(Scalar::Number("80"), a.head());
    composer.value(Scalar::Null, a.head());
    composer.end();
    composer.key("A", b.head()).unknown("because", b.span());
    let tree = composer.finish();
    let members: Vec<_> = tree.root().children().map(|node| (node.key(), value(node))).collect();
    let expected = [
        (Some("A"), json!("eA==")),
        (Some("a"), json!("x")),
        (Some("A2"), json!([80, null])),
        (Some("A"), json!("<because>")),
    ];
    assert_eq!(members, expected);
    let supplied: Vec<bool> = tree.root().children().map(|node| node.is_supplied()).collect();
    assert_eq!(supplied, [false, false, true, false]);
    assert_eq!(tree.source().slice(tree.root().head()), "{");
    assert_eq!(tree.root().pointer(), "");
}

/// One element of XML can be a list, also in a copy.
#[test]
fn copies_of_xml_are_xml() {
    let parsed = xml::parse(source("<a><b><c>1</c></b></a>"), &limits());
    let mut composer = Composer::new(parsed.trees[0].source());
    composer.copy(parsed.trees[0].root());
    let tree = composer.finish();
    assert!(tree.is_xml());
    assert_eq!(tree.root().locate("/b/0").node.text(), "1");
}

#[test]
fn blocks_stay_blocks() {
    let parsed = hcl::parse(source("a {\n  b {}\n  b {}\n}\n"), &limits());
    let mut composer = Composer::new(parsed.trees[0].source());
    composer.copy(parsed.trees[0].root());
    let tree = composer.finish();
    assert_eq!(tree.root().locate("/a").node.members().len(), 2);
}

#[test]
fn a_tree_without_values_is_null() {
    let tree = Composer::new(&Source::new("a", String::new()).into()).finish();
    assert_eq!(tree.root().kind(), Kind::Null);
}
