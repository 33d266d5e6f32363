//! The properties of a resource with what is known of its functions.

use std::collections::BTreeMap;

use shapewright_source::{Composer, Kind, Node, Scalar, Tree};

use super::intrinsics::{Meaning, meaning};

/// Conditions and whether they are true.
pub(super) type Assumed<'t> = BTreeMap<&'t str, bool>;

/// The properties of a resource under assumptions.
pub(super) struct Resolved<'t> {
    /// The properties. A value that depends on a condition about which nothing is assumed is not known.
    pub(super) tree: Tree,
    /// Conditions about which nothing is assumed.
    pub(super) open: Vec<&'t str>,
    /// Those of them on which only values depend that depend on an assumption too.
    pub(super) nested: Vec<&'t str>,
}

/// Beyond this many values in each other, they are not known.
const DEEPEST: usize = 200;

/// The most conditions of a resource that are looked at.
const MOST_CONDITIONS: usize = 64;

/// Resolves the functions in properties, or in what lacks them.
pub(super) fn resolve<'t>(properties: Node<'t>, assumed: &Assumed<'t>) -> Resolved<'t> {
    let composer = Composer::new(properties.tree().source());
    let mut resolver = Resolver { composer, assumed, assumptions: 0, open: Vec::new(), nested: Vec::new() };
    resolver.composer.key(properties.key().unwrap_or_default(), properties.head());
    let value = resolver.value(properties);
    resolver.compose(&value, 0);
    let Resolver { composer, open, nested, .. } = resolver;
    Resolved { tree: composer.finish(), open, nested }
}

struct Resolver<'t, 'a> {
    composer: Composer,
    assumed: &'a Assumed<'t>,
    /// How many assumptions led to the value that is composed.
    assumptions: usize,
    open: Vec<&'t str>,
    nested: Vec<&'t str>,
}

/// A value, and what it is.
struct Value<'t> {
    node: Node<'t>,
    meaning: Meaning<'t>,
    /// How many assumptions led to it.
    assumptions: usize,
}

impl<'t> Resolver<'t, '_> {
    /// Returns what a value is, with the branches that follow from what is assumed.
    fn value(&mut self, mut node: Node<'t>) -> Value<'t> {
        let mut assumptions = self.assumptions;
        loop {
            let meaning = meaning(node.resolved());
            let Meaning::If(condition, yes, no) = meaning else {
                return Value { node, meaning, assumptions };
            };
            match self.assumed.get(condition) {
                Some(truth) => {
                    node = if *truth { yes } else { no };
                    assumptions += 1;
                }
                None => {
                    let list = if assumptions > 0 { &mut self.nested } else { &mut self.open };
                    if list.len() < MOST_CONDITIONS && !list.contains(&condition) {
                        list.push(condition);
                    }
                    return Value { node, meaning, assumptions };
                }
            }
        }
    }

    /// Composes a value. One that is absent becomes null.
    fn compose(&mut self, value: &Value<'t>, depth: usize) {
        let node = value.node;
        match &value.meaning {
            Meaning::Absent => self.composer.value(Scalar::Null, node.span()),
            Meaning::Text(text) => self.composer.value(Scalar::String(text), node.span()),
            Meaning::Unknown(reason) => self.composer.unknown(reason, node.span()),
            Meaning::If(..) => self.composer.unknown(CONDITION, node.span()),
            Meaning::Itself if depth > DEEPEST => self.composer.unknown("it is nested deeply", node.span()),
            Meaning::Itself => {
                let before = std::mem::replace(&mut self.assumptions, value.assumptions);
                self.inside(node, depth);
                self.assumptions = before;
            }
        }
    }

    fn inside(&mut self, node: Node<'t>, depth: usize) {
        match node.resolved().kind() {
            Kind::Object => {
                self.composer.begin_object(node.span());
                for member in node.members() {
                    let value = self.value(member);
                    if value.meaning != Meaning::Absent {
                        self.composer.key_of(member);
                        self.compose(&value, depth + 1);
                    }
                }
                self.composer.end();
            }
            Kind::List => self.list(node, depth),
            _ => self.composer.copy(node),
        }
    }

    fn list(&mut self, node: Node<'t>, depth: usize) {
        let values: Vec<_> = node.resolved().children().map(|item| self.value(item)).collect();
        // How many elements there are, and which comes next, is not known then.
        if values.iter().any(|value| may_be_absent(&value.meaning)) {
            return self.composer.unknown(CONDITION, node.span());
        }
        self.composer.begin_list(node.span());
        for value in values.iter().filter(|value| value.meaning != Meaning::Absent) {
            self.compose(value, depth + 1);
        }
        self.composer.end();
    }
}

/// Why a value is not known that depends on a condition.
const CONDITION: &str = "Fn::If";

/// Whether a value is absent in one branch of a condition. Conditions in each other are taken for such values.
fn may_be_absent(value: &Meaning<'_>) -> bool {
    let is_open = |node: &Node<'_>| matches!(meaning(node.resolved()), Meaning::Absent | Meaning::If(..));
    matches!(value, Meaning::If(_, yes, no) if is_open(yes) || is_open(no))
}
