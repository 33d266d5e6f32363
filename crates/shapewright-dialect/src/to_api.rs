//! From the properties of a resource to the request that creates it.

mod entry;
mod forms;
mod given;
mod properties;

use shapewright_source::{Composer, Kind, Node, Span, Tree};

use crate::problem::{Problems, Step, pointer};
use crate::{Dialect, Input, Problem, ProblemKind, Resource};
use entry::Entry;
use given::Givens;

/// A request that a tool makes of the properties of a resource.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Mapped {
    /// The operation.
    pub operation: &'static str,
    /// The input of the operation. What the tool supplies is marked so, and has the place of what lacks it.
    pub tree: Tree,
    /// What is wrong with the properties. These are not in `tree`.
    pub problems: Vec<Problem>,
    /// The number of problems beyond those in `problems`.
    pub omitted: usize,
    /// How many values of `tree` are only known later.
    pub unknown: usize,
}

/// Returns the request with which a tool creates a resource that has these properties, or nothing if it makes none.
///
/// Properties that are not known make members that are not known, and so do properties that depend on them.
pub fn to_api(dialect: &Dialect, resource: &Resource, properties: Node<'_>) -> Option<Mapped> {
    let input = resource.input_of(properties)?;
    let mut mapper = Mapper {
        composer: Composer::new(properties.tree().source()),
        problems: Problems::default(),
        path: Vec::new(),
        givens: Givens::default(),
        blocks: dialect.blocks,
    };
    mapper.root(input, properties);
    let Mapper { composer, problems, .. } = mapper;
    let tree = composer.finish();
    let unknown = tree.nodes().filter(|node| is_unknown(*node)).count();
    let Problems { list, omitted } = problems;
    Some(Mapped { operation: input.operation, tree, problems: list, omitted, unknown })
}

/// Whether the document has a value that is not known.
fn is_unknown(node: Node<'_>) -> bool {
    matches!(node.kind(), Kind::Unknown { .. }) && !node.is_supplied()
}

impl Resource {
    /// Returns the request that the tool makes of these properties.
    fn input_of(&self, properties: Node<'_>) -> Option<&'static Input> {
        let is_there = |name| properties.get(name).is_some_and(|node| node.resolved().kind() != Kind::Null);
        self.inputs.iter().find(|input| input.when.is_empty() || is_there(input.when))
    }
}

/// Composes the input.
struct Mapper {
    composer: Composer,
    problems: Problems,
    /// The way to the member of the API that is composed.
    path: Vec<Step<'static>>,
    givens: Givens,
    /// Whether objects are blocks, or lists with one element.
    blocks: bool,
}

impl Mapper {
    fn root(&mut self, input: &'static Input, properties: Node<'_>) {
        self.composer.key(properties.key().unwrap_or_default(), properties.head());
        match properties.resolved().kind() {
            Kind::Unknown { reason } => self.composer.unknown(reason, properties.span()),
            Kind::Object | Kind::Null => {
                let entries = self.properties(properties, input.structure);
                self.object(properties, entries);
            }
            _ => {
                self.wrong_type(properties, "an object", "write an object");
                self.composer.unknown(WRONG, properties.head());
            }
        }
    }

    /// Composes an object of entries. The first step of their paths is the name of a member of it.
    fn object<'t>(&mut self, of: Node<'t>, entries: Vec<Entry<'t>>) {
        self.composer.begin_object(of.span());
        for (name, members) in entry::by_name(entries) {
            self.path.push(Step::Name(name));
            self.member(of, name, members);
            self.path.pop();
        }
        self.composer.end();
    }

    /// Composes a member of entries that lead to it or into it. What the tool supplies counts only where no property
    /// decides.
    fn member<'t>(&mut self, object: Node<'t>, name: &'static str, entries: Vec<Entry<'t>>) {
        let (mut whole, mut inside): (Vec<_>, Vec<_>) = entries.into_iter().partition(Entry::is_whole);
        if whole.iter().chain(&inside).any(|entry| !entry.is_given()) {
            whole.retain(|entry| !entry.is_given());
        }
        // A value that is not known can be null, so a known one decides, and only known ones exclude each other.
        whole.sort_by_key(|entry| !entry.is_known());
        let mut whole = whole.into_iter();
        let first = whole.next();
        for other in whole.filter(|entry| !entry.is_given() && entry.is_known()) {
            self.twice(other.of, first.as_ref().map_or(object, |first| first.of));
        }
        match first {
            None => {
                self.composer.supplied().key(name, object.head());
                self.object(object, inside);
            }
            Some(entry) if inside.is_empty() || entry.is_given() => {
                self.composer.key(name, entry.of.head());
                self.whole(entry);
            }
            Some(entry) => {
                let of = entry.of;
                let expanded = self.expanded(entry);
                self.composer.key(name, of.head());
                match expanded {
                    Ok(mut entries) => {
                        entries.append(&mut inside);
                        self.object(of, entries);
                    }
                    Err(reason) => self.composer.unknown(reason, of.span()),
                }
            }
        }
    }

    fn add(&mut self, kind: ProblemKind, place: Span, message: String, help: String) {
        let path = &self.path;
        self.problems.add(|| Problem { kind, pointer: pointer(path), place, message, help, meant: None });
    }

    /// Says that two properties decide about the same member.
    fn twice(&mut self, again: Node<'_>, first: Node<'_>) {
        let name = |node: Node<'_>| node.key().unwrap_or_default().to_owned();
        let message = format!("{} and {} decide about the same setting", name(first), name(again));
        self.add(ProblemKind::TooMany, again.head(), message, "keep one of them".to_owned());
    }

    fn wrong_type(&mut self, node: Node<'_>, expected: &str, help: &str) {
        let found = match node.resolved().kind() {
            Kind::List => "a list",
            Kind::Object => "an object",
            Kind::Null => "null",
            _ => "a single value",
        };
        let name = node.key().map(|key| format!("{key}: ")).unwrap_or_default();
        let message = shapewright_runtime::text::message(format!("{name}expected {expected}, found {found}"));
        let place = if node.children().next().is_some() { node.head() } else { node.span() };
        self.add(ProblemKind::WrongType, place, message, help.to_owned());
    }
}

/// Why a value is not known whose type is wrong, which is reported.
const WRONG: &str = "a value of another type";
