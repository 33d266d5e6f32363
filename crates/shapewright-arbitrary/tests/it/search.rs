//! Tests the search for valid values with several kinds of rules.

use std::collections::BTreeMap;

use arbitrary::{Error, Unstructured};
use shapewright_arbitrary::valid;
use shapewright_runtime::{Blob, members, open_enum, union};
use shapewright_validation::pattern::{Class, Instruction, Pattern};
use shapewright_validation::{Checker, Kind, Options, Report, Rule, Rules, validate};

#[derive(Clone, Debug, Default, PartialEq)]
struct Graph {
    nodes: Option<Nodes>,
    start: Option<String>,
    low: Option<i64>,
    high: Option<i64>,
    color: Option<Color>,
    weight: Option<f64>,
    code: Option<Blob>,
    labels: Option<BTreeMap<String, String>>,
    sparse: Option<Vec<Option<i32>>>,
    payload: Option<Payload>,
    parent: Option<Box<Graph>>,
}

members! { Graph {
    "Nodes" => nodes, "Start" => start, "Low" => low, "High" => high, "Color" => color, "Weight" => weight,
    "Code" => code, "Labels" => labels, "Sparse" => sparse, "Payload" => payload, "Parent" => parent,
} }

#[derive(Clone, Debug, Default, PartialEq)]
struct Nodes {
    quantity: Option<i32>,
    items: Option<Vec<Node>>,
}

members! { Nodes { "Quantity" => quantity, "Items" => items } where quantity counts items }

#[derive(Clone, Debug, Default, PartialEq)]
struct Node {
    id: Option<String>,
    arn: Option<String>,
}

members! { Node { "Id" => id, "Arn" => arn } }

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Color {
    Red,
    Unknown(String),
}

open_enum! { Color else Unknown { "red" => Red } }

#[derive(Clone, Debug, Default, PartialEq)]
enum Payload {
    Text(String),
    Inner(Node),
    #[default]
    Unknown,
}

union! { Payload else Unknown { "Text" => Text, "Inner" => Inner } }

const fn rule(id: &'static str, target: &'static str, kind: Kind) -> Rule {
    Rule { id, target, kind, code: "Invalid", ..Rule::DEFAULT }
}

const fn condition(id: &'static str, pointer: &'static str, depends_on: &'static [&'static str]) -> Rule {
    Rule { pointer, message: "is wrong", depends_on, ..rule(id, "Graph", Kind::Condition) }
}

static RULES: Rules = Rules {
    tables: &[&[
        rule("graph-color-enum", "Graph$Color", Kind::Enum),
        rule("graph-color-required", "Graph$Color", Kind::Required),
        rule("graph-low-range", "Graph$Low", Kind::Range),
        rule("graph-nodes-required", "Graph$Nodes", Kind::Required),
        condition("graph-order", "", &["Low", "High"]),
        condition("graph-payload-and-parent", "/Parent", &["Parent", "Payload"]),
        condition("graph-start", "/Start", &["Nodes.Items.Id", "Start"]),
        rule("node-arn-length", "Node$Arn", Kind::Length),
        rule("node-arn-pattern", "Node$Arn", Kind::Pattern),
        rule("node-arn-required", "Node$Arn", Kind::Required),
        rule("node-id-required", "Node$Id", Kind::Required),
        condition("nodes-two", "/Items", &[]),
    ]],
    general: "Invalid",
    ..Rules::EMPTY
};

static ARN: Pattern = Pattern::program(
    r"^arn:[a-z]+:\d{12}:(key|value)/[a-zà-ü]{20,}$",
    &[
        Instruction::literal("arn:").at_least(&Class::ranges("az"), 1).branch(&[(&Class::ranges("::"), 1)]),
        Instruction::here().between(&Class::ranges("09"), 12, 12).branch(&[(&Class::ranges("::"), 2)]),
        Instruction::here().branch(&[(&Class::ranges("kk"), 3), (&Class::ranges("vv"), 4)]),
        Instruction::literal("ey/").goto(5),
        Instruction::literal("alue/").goto(5),
        Instruction::here().at_least(&Class::ranges("az").with_unicode("àü"), 20).end(),
    ],
);

impl Graph {
    fn check(&self, c: &Checker<'_>) {
        c.member("Nodes", &self.nodes).required().nested(Nodes::check);
        c.member("Low", &self.low).range(7, 1_000_000);
        c.member("Color", &self.color).required().known();
        c.member("Parent", &self.parent).nested(Graph::check);
        let items = self.nodes.iter().flat_map(|nodes| &nodes.items).flatten();
        let starts = items.filter(|node| node.id == self.start).count();
        c.ensure(self.start.is_some() && starts == 1, "graph-start");
        c.ensure(self.low.zip(self.high).is_some_and(|(low, high)| low < high), "graph-order");
        c.ensure(self.payload.is_some() != self.parent.is_some(), "graph-payload-and-parent");
    }
}

impl Nodes {
    fn check(&self, c: &Checker<'_>) {
        c.member("Items", &self.items).each(|item| item.nested(Node::check));
        c.ensure(self.items.iter().flatten().count() == 2, "nodes-two");
    }
}

impl Node {
    fn check(&self, c: &Checker<'_>) {
        c.member("Id", &self.id).required();
        c.member("Arn", &self.arn).required().max_length(60).pattern(&ARN);
    }
}

fn report(graph: &Graph) -> Report {
    validate(RULES, &Options::default(), graph, Graph::check)
}

#[test]
fn conditions_references_and_patterns_are_satisfied() {
    for seed in 0..20_u8 {
        let bytes = [seed; 60];
        let graph: Graph = valid(&mut Unstructured::new(&bytes), report).expect("there are valid graphs");
        assert!(report(&graph).is_valid(), "{graph:?}");
        assert_eq!(valid(&mut Unstructured::new(&bytes), report), Ok(graph));
    }
}

#[test]
fn more_bytes_give_more_members() {
    let mut present = BTreeMap::new();
    for seed in 0..10_u8 {
        let bytes: Vec<u8> = (0..300_u16).map(|index| (index as u8).wrapping_mul(seed | 1)).collect();
        let graph: Graph = valid(&mut Unstructured::new(&bytes), report).expect("there are valid graphs");
        let value = serde_json::to_value(&graph).expect("JSON");
        for name in value.as_object().into_iter().flat_map(|members| members.keys()) {
            *present.entry(name.clone()).or_insert(0) += 1;
        }
    }
    // `Parent` is rarely present, because it is a whole graph and excludes `Payload`.
    assert!(present.len() >= 10, "{present:?}");
}

#[test]
fn contradictory_rules_are_an_error() {
    let never = |node: &Node| {
        validate(RULES, &Options::default(), node, |node, c| {
            c.ensure(node.id.is_none() && node.id.is_some(), "graph-start");
        })
    };
    assert_eq!(valid(&mut Unstructured::new(&[1; 20]), never), Err(Error::IncorrectFormat));
}
