//! Configurations: HCL, and the same in JSON.

use std::collections::{BTreeSet, HashSet};

use shapewright_dialect::{Dialect, Resource};
use shapewright_source::{Composer, Kind, Node, Parsed, Span};

use super::locals::{Locals, reference};
use super::{Type, type_of, unknown_type};
use crate::mapping::{Declared, Found};
use crate::resource::Origin;

/// The outermost blocks of Terraform.
const BLOCKS: [&str; 14] = [
    "check",
    "data",
    "ephemeral",
    "import",
    "locals",
    "module",
    "moved",
    "output",
    "provider",
    "removed",
    "resource",
    "terraform",
    "variable",
    "//",
];

/// Returns why a document is a configuration, if it is one.
pub fn recognise(root: Node<'_>) -> Option<&'static str> {
    let is_known = |node: Node<'_>| node.key().is_some_and(|name| BLOCKS.contains(&name));
    if root.children().any(|node| node.is_block() && is_known(node)) {
        return Some("it has blocks of Terraform");
    }
    let is_json = is_object(root) && root.children().next().is_some() && root.children().all(is_known);
    is_json.then_some("all its keys are blocks of Terraform")
}

fn is_object(node: Node<'_>) -> bool {
    node.kind() == Kind::Object
}

/// Returns the requests for the resources of a configuration. Literals, and references to literals in `locals` of the
/// same text, are known.
pub fn requests(parsed: &Parsed, dialects: &[&'static Dialect]) -> Found {
    let mut found = Found::default();
    for (index, tree) in parsed.trees.iter().enumerate() {
        let root = tree.root();
        let is_partial = is_override(root.source().name());
        let locals = Locals::of(root);
        let mut budget = Budget(100_000 + root.size());
        let blocks = root.children().filter(|block| block.key() == Some("resource"));
        for kind in blocks.flat_map(bodies).flat_map(Node::children) {
            for resource in bodies(kind).into_iter().flat_map(Node::children) {
                for body in bodies(resource) {
                    let place = Place { index, kind, resource, body, is_partial };
                    place.request(dialects, &locals, &mut budget, &mut found);
                }
            }
        }
    }
    found
}

/// How many values behind references may be copied.
struct Budget(usize);

/// Returns the bodies of a block: JSON can have several in a list.
pub(super) fn bodies(node: Node<'_>) -> Vec<Node<'_>> {
    match node.kind() {
        Kind::Object => vec![node],
        Kind::List => node.children().filter(|item| is_object(*item)).collect(),
        _ => Vec::new(),
    }
}

/// Where a resource is.
struct Place<'t> {
    index: usize,
    kind: Node<'t>,
    resource: Node<'t>,
    body: Node<'t>,
    /// Whether the rest of the resource is in another file.
    is_partial: bool,
}

impl Place<'_> {
    fn request(
        &self,
        dialects: &[&'static Dialect],
        locals: &Locals<'_>,
        budget: &mut Budget,
        found: &mut Found,
    ) {
        let Some((name, id)) = self.kind.key().zip(self.resource.key()) else { return };
        let address = format!("{name}.{id}");
        let (dialect, resource) = match type_of(name, dialects) {
            Type::Known(dialect, resource) => (dialect, resource),
            Type::Unknown => {
                found.findings.push(unknown_type(name, &address, self.kind, dialects));
                return;
            }
            Type::Other => return,
        };
        if self.body.get("count").is_some_and(|count| count.kind() == Kind::Number && count.text() == "0") {
            return;
        }
        let origin = Origin { tree: self.index, node: self.body.id(), metadata: None };
        let mut declared = Declared::new(dialect, resource, address, origin);
        let composer = Composer::new(self.body.tree().source());
        let elsewhere = Some(resource).filter(|_| self.is_partial);
        let mut reader = Reader { composer, locals, budget, elsewhere };
        reader.composer.key(id, self.resource.head());
        reader.object(self.body, self.body.span(), true, 0);
        let properties = reader.composer.finish();
        found.requests.extend(declared.request(&properties, None, Vec::new()));
    }
}

/// What is Terraform's own in a resource.
const META: [&str; 7] =
    ["connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"];

/// Beyond this many values in each other, they are not known.
const DEEPEST: usize = 200;

struct Reader<'t, 'a> {
    composer: Composer,
    locals: &'a Locals<'t>,
    budget: &'a mut Budget,
    /// The type of a resource of which other files have a part.
    elsewhere: Option<&'static Resource>,
}

impl Reader<'_, '_> {
    /// Composes a value at a place: its own, or that of a reference to it.
    fn value(&mut self, node: Node<'_>, place: Span, depth: usize) {
        if let Some(expression) = reference(node) {
            return self.expression(node, expression, place, depth);
        }
        match node.kind() {
            _ if depth > DEEPEST => self.composer.unknown("it is nested deeply", place),
            Kind::Object => self.object(node, place, false, depth),
            Kind::List => {
                self.composer.begin_list(place);
                for item in node.children() {
                    self.value(item, item.span(), depth + 1);
                }
                self.composer.end();
            }
            _ => self.composer.copy_at(node, place),
        }
    }

    fn object(&mut self, node: Node<'_>, place: Span, is_resource: bool, depth: usize) {
        let repeated = dynamic(node);
        self.composer.begin_object(place);
        for member in node.members() {
            let name = member.key().unwrap_or_default();
            let is_dynamic = name == "dynamic" && is_object(member);
            // How many blocks there are is not known, if some are repeated.
            if is_dynamic
                || is_comment(member)
                || repeated.contains(name)
                || (is_resource && META.contains(&name))
            {
                continue;
            }
            self.composer.key_of(member);
            self.value(member, member.span(), depth + 1);
        }
        for label in node.children().filter(|child| child.key() == Some("dynamic")).flat_map(bodies) {
            for block in label.children() {
                self.composer.key(block.key().unwrap_or_default(), block.head());
                self.composer.unknown("a dynamic block", block.head());
            }
        }
        if let Some(resource) = self.elsewhere.filter(|_| is_resource) {
            self.rest(node, resource, place, &repeated);
        }
        self.composer.end();
    }

    /// Composes the properties that a part of a resource leaves to other files.
    fn rest(&mut self, node: Node<'_>, resource: &Resource, place: Span, repeated: &HashSet<&str>) {
        let chosen = |name: &str| resource.inputs.iter().any(|input| input.when == name);
        let names: BTreeSet<&str> = resource
            .inputs
            .iter()
            .flat_map(|input| input.structure.members)
            .map(|member| member.name)
            .collect();
        for name in names {
            if node.get(name).is_none() && !repeated.contains(name) && !chosen(name) {
                self.composer.supplied().key(name, place);
                self.composer.unknown("another file can have it", place);
            }
        }
    }

    /// Composes the literal that a reference leads to.
    fn expression(&mut self, node: Node<'_>, expression: &str, place: Span, depth: usize) {
        let literal = self.locals.follow(expression);
        let left = literal.and_then(|literal| self.budget.0.checked_sub(literal.size()));
        match (literal, left) {
            (Some(literal), Some(left)) => {
                self.budget.0 = left;
                self.value(literal, place, depth + 1);
            }
            _ => {
                let reason = if let Kind::Unknown { reason } = node.kind() { reason } else { "a template" };
                self.composer.unknown(reason, place);
            }
        }
    }
}

/// The names of the blocks that an object has by `dynamic`.
fn dynamic(node: Node<'_>) -> HashSet<&str> {
    let blocks = node.children().filter(|child| child.key() == Some("dynamic"));
    blocks.flat_map(bodies).flat_map(Node::children).filter_map(Node::key).collect()
}

/// Whether a configuration is in JSON.
fn is_json(node: Node<'_>) -> bool {
    node.source().slice(node.tree().root().span()).starts_with('{')
}

/// Whether a member is a comment: JSON has no others.
fn is_comment(member: Node<'_>) -> bool {
    member.key() == Some("//") && is_json(member)
}

/// Whether a file has parts of resources of other files, as its name says.
fn is_override(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.strip_suffix(".tf").or_else(|| file.strip_suffix(".tf.json")).unwrap_or_default();
    stem == "override" || stem.ends_with("_override")
}

/// Whether a string of a configuration in JSON has something to be replaced. In HCL, a string has not: an escaped
/// `$${` is a part of its text.
pub(super) fn is_template(node: Node<'_>) -> bool {
    is_json(node) && (node.text().contains("${") || node.text().contains("%{"))
}
