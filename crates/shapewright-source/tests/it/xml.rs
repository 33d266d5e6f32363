//! XML: values and places, shapes read from it, and every fault.

use shapewright_runtime::members;
use shapewright_source::{Kind, Limits, Options, read, xml};

use super::support::{check_fault, check_places, limits, source};

#[derive(Clone, Debug, Default, PartialEq)]
struct Names {
    quantity: Option<i32>,
    is_open: Option<bool>,
    items: Option<Vec<String>>,
    inner: Option<Box<Names>>,
}

members! { Names { "Quantity" => quantity, "IsOpen" => is_open, "Items" => items, "Inner" => inner } }

#[test]
fn elements_have_places() {
    let text = concat!(
        "<?xml version=\"1.0\"?>\n<!-- a -->\n<c:A xmlns:c=\"urn:x\" b='1'>\n",
        "  <c:B >日 &lt;</c:B><C/>\n  <D><E>\"q\"</E><E><![CDATA[x]]>y<!-- n -->z</E></D>\n</c:A>\n"
    );
    let parsed = xml::parse(source(text), &limits());
    check_places(&parsed, text);
    assert!(parsed.faults.is_empty(), "{:?}", parsed.faults);
    let tree = &parsed.trees[0];
    let nodes: Vec<_> = tree
        .nodes()
        .map(|node| {
            let key = node.key_span().map(|span| tree.source().slice(span)).unwrap_or_default();
            let text = if node.kind() == Kind::String { node.text() } else { "…" };
            format!("{key} {} {text} {}", node.key().unwrap_or_default(), node.pointer())
        })
        .collect();
    assert_eq!(nodes, ["c:A A … ", "c:B B 日 < /B", "C C  /C", "D D … /D", "E E \"q\" /D/E", "E E xyz /D/E"]);
    let second = tree.root().locate("/D/1");
    assert_eq!(tree.source().slice(second.span()), "<![CDATA[x]]>y<!-- n -->z");
    let comments: Vec<_> = parsed.comments.iter().map(|comment| comment.text(tree.source())).collect();
    assert_eq!(comments, ["a", "n"]);
}

#[test]
fn shapes_are_read() {
    let text = concat!(
        "<Names>\n  <Quantity> 2 </Quantity>\n  <IsOpen>true</IsOpen>\n",
        "  <Items><I>a</I><I>b</I></Items>\n  <Inner><Items/></Inner>\n</Names>"
    );
    let parsed = xml::parse(source(text), &limits());
    let tree = &parsed.trees[0];
    let (names, reading) = read::<Names>(tree.root(), &Options::for_tree(tree));
    let inner = Names { items: Some(Vec::new()), ..Names::default() };
    let items = Some(["a", "b"].map(str::to_owned).to_vec());
    let expected = Names { quantity: Some(2), is_open: Some(true), items, inner: Some(Box::new(inner)) };
    assert_eq!((names, reading.misfits), (Some(expected), Vec::new()));

    let text = "<Names><Quantity>many</Quantity><Quantity>1</Quantity><Items>x</Items><Other/></Names>";
    let parsed = xml::parse(source(text), &limits());
    let tree = &parsed.trees[0];
    let (_, reading) = read::<Names>(tree.root(), &Options::for_tree(tree));
    let shown: Vec<_> = reading
        .misfits
        .iter()
        .map(|misfit| {
            format!("{} {}: {}", tree.source().slice(misfit.span(tree)), misfit.pointer, misfit.message)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Quantity /Quantity: the element Quantity is there again",
            "many /Quantity: expected a whole number, found a string",
            "x /Items: expected a list, found a string",
            "Other /Other: there is no member Other",
        ]
    );
}

#[test]
fn every_fault_has_a_place_and_says_what_to_do() {
    let cases = [
        ("", "xml-empty 0..0", false),
        ("<a>x<b/> y </a>", "xml-text 3..4", true),
        ("<a>", "xml-unclosed 3..3", false),
        ("<a><b></a>", "xml-syntax 6..7", false),
        ("<a>日&x;</a>", "xml-syntax 6..7", false),
        ("<a>b & c</a>", "xml-syntax 5..6", false),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "xml-dtd 0..1", false),
        ("<p:a/>", "xml-syntax ", false),
        ("<a/><b/>", "xml-syntax ", false),
        ("<a b=1/>", "xml-syntax ", false),
        ("text", "xml-syntax 0..1", false),
    ];
    for (text, expected, has_tree) in cases {
        let parsed = xml::parse(source(text), &limits());
        check_fault(&parsed, text, expected);
        assert_eq!(!parsed.trees.is_empty(), has_tree, "{text}");
    }
}

#[test]
fn limits_are_kept() {
    let nested = |levels: usize| format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    let id =
        |text: &str, limits: &Limits| xml::parse(source(text), limits).faults.first().map(|fault| fault.id);
    assert_eq!(id(&nested(200), &limits()), None);
    assert_eq!(id(&nested(100_000), &limits()), Some("xml-too-deep"));
    assert_eq!(
        id(&format!("<a>{}</a>", "<b/>".repeat(9)), &Limits { nodes: 9, ..limits() }),
        Some("xml-too-many-values")
    );
    assert_eq!(id("<a/>", &Limits { size: 3, ..limits() }), Some("xml-too-large"));
}

/// The parser compares each attribute of an element with all others.
#[test]
fn elements_have_a_thousand_attributes_at_most() {
    let attributes = |count: usize| (0..count).map(|number| format!(" a{number}='='")).collect::<String>();
    let id = |text: &str| {
        xml::parse(source(text), &limits()).faults.first().map(|fault| (fault.id, fault.span.start))
    };
    let many = attributes(1_001);
    for before in ["", "<!-- < ' -->", "<?a < \"?>"] {
        let text = format!("{before}<a>='=\"<b/><![CDATA[<]]></a>").replace("<b/>", &format!("<b{many}/>"));
        let start = text.find("<b").and_then(|start| u32::try_from(start).ok());
        assert_eq!(id(&text), start.map(|start| ("xml-too-many-values", start)), "{before}");
    }
    assert_eq!(id(&format!("<a{}>{}<!--<b{many}/>--></a>", attributes(1_000), "=".repeat(2_000))), None);
    assert_eq!(id(&format!("<a><b{many}")).map(|(id, _)| id), Some("xml-too-many-values"));
    // It takes no time to see that.
    assert_eq!(id(&format!("<a{}/>", attributes(200_000))), Some(("xml-too-many-values", 0)));
    assert_eq!(id(&format!("<a{}/>", " xmlns:a='x'".repeat(200_000))), Some(("xml-too-many-values", 0)));
}
