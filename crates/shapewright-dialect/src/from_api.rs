//! From a request to the properties of a resource.

mod compare;
mod forms;

use shapewright_source::{Composer, Kind, Node, Tree};

use crate::problem::Problems;
use crate::{Dialect, Form, Given, Input, Member, Problem, Resource, Structure, Wrapper, to_api};

/// A resource with which a tool makes a request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unmapped {
    /// The resource.
    pub resource: &'static Resource,
    /// Its properties, as the tool writes them: blocks are [blocks](Node::is_block). Values have their places in the
    /// text of the request.
    pub tree: Tree,
    /// What the tool does not send, or sends otherwise. What it adds with no other meaning, such as empty lists, is no
    /// problem.
    pub problems: Vec<Problem>,
    /// The number of problems beyond those in `problems`.
    pub omitted: usize,
}

/// Returns the resource with which a tool makes a request that creates something, or nothing if it has none. If several
/// resources do, it is the one with the fewest problems. The input is JSON or YAML.
///
/// What is lost is found by mapping the properties [back](to_api).
pub fn from_api(dialect: &Dialect, operation: &str, input: Node<'_>) -> Option<Unmapped> {
    let inputs =
        dialect.resources.iter().flat_map(|resource| resource.inputs.iter().map(move |of| (resource, of)));
    let inputs = inputs.filter(|(_, input)| input.operation == operation);
    let results = inputs.map(|(resource, of)| unmapped(dialect, resource, of, input));
    results.min_by_key(|unmapped| unmapped.problems.len() + unmapped.omitted)
}

fn unmapped(dialect: &Dialect, resource: &'static Resource, of: &'static Input, input: Node<'_>) -> Unmapped {
    let composer = Composer::new(input.tree().source());
    let mut writer = Writer { composer, blocks: dialect.blocks, when: of.when };
    writer.composer.key(resource.name, input.head());
    writer.structure(input, of.structure);
    let tree = writer.composer.finish();
    let mut problems = Problems::default();
    match to_api(dialect, resource, tree.root()) {
        Some(mapped) if mapped.operation == of.operation => {
            compare::compare(input, mapped.tree.root(), &mut problems);
        }
        other => compare::other_operation(input, other.map(|mapped| mapped.operation), &mut problems),
    }
    let Problems { list, omitted } = problems;
    Unmapped { resource, tree, problems: list, omitted }
}

/// Composes properties.
struct Writer {
    composer: Composer,
    blocks: bool,
    /// The property with which the tool chooses the operation.
    when: &'static str,
}

/// A property that the request has.
struct Property<'t> {
    member: &'static Member,
    node: Node<'t>,
}

impl Writer {
    /// Composes the properties of an object of the API, in the order of its members.
    fn structure(&mut self, object: Node<'_>, structure: &'static Structure) {
        self.composer.begin_object(object.span());
        for property in properties(object, structure, self.when) {
            self.property(&property);
        }
        self.composer.end();
    }
}

/// Returns the properties for an object of the API. Of two that are the same member, it is the one that fewer others
/// stop.
fn properties<'t>(object: Node<'t>, structure: &'static Structure, when: &str) -> Vec<Property<'t>> {
    let mut members: Vec<&Member> = structure.members.iter().collect();
    members.sort_by_key(|member| member.unless.len());
    let mut properties: Vec<Property<'_>> = Vec::new();
    for member in members {
        let is_taken =
            !member.path.is_empty() && properties.iter().any(|other| other.member.path == member.path);
        if is_taken || matches!(member.form, Form::Ignored | Form::Unknown(_)) {
            continue;
        }
        let node = member.path.iter().try_fold(object, |node, name| node.get(name));
        let node = node.filter(|node| node.resolved().kind() != Kind::Null);
        let node = node.filter(|node| !member.path.is_empty() || has_list(*node));
        let node = node.filter(|node| !is_off(&member.form, *node));
        let is_needed = member.is_required || member.name == when;
        if let Some(node) = node.filter(|node| is_needed || !is_empty(&member.form, *node)) {
            properties.push(Property { member, node });
        }
    }
    properties.sort_by_key(|property| property.node.id());
    properties
}

/// Whether an object has the members of a list.
fn has_list(object: Node<'_>) -> bool {
    ["Items", "Quantity"].iter().any(|name| object.get(name).is_some())
}

/// Whether a value is an object that is not enabled, and the tool always enables those that are there.
fn is_off(form: &Form, node: Node<'_>) -> bool {
    let Form::Structure(structure) = form else { return false };
    let mut supplied = structure.supplied.iter();
    let is_enabled = supplied.any(|supplied| {
        let is_always = supplied.unless.is_empty() && supplied.only_with.is_empty();
        is_always && supplied.path == ["Enabled"] && supplied.value == Given::Json("true")
    });
    is_enabled && node.get("Enabled").is_some_and(|enabled| enabled.resolved().kind() == Kind::Boolean(false))
}

/// Whether a value is a list without elements, which need not be written.
fn is_empty(form: &Form, node: Node<'_>) -> bool {
    match form {
        Form::List(wrapper, _) | Form::Tags(wrapper) => {
            forms::elements(*wrapper, node).is_some_and(|elements| elements.is_empty())
        }
        _ => false,
    }
}

/// Whether a form is written as a block: an object, or several.
fn is_block(form: &Form) -> bool {
    match form {
        Form::Structure(_) => true,
        Form::List(_, inner) => is_block(inner),
        _ => false,
    }
}

/// The list in its wrapper.
fn list(wrapper: Wrapper, node: Node<'_>) -> Option<Node<'_>> {
    if wrapper == Wrapper::None { Some(node) } else { node.get("Items") }
}
