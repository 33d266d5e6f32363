//! Makes requests of documents: what a form leaves out is not known.

use shapewright_http::Location;
use shapewright_source::{Composer, Id, Kind, Node, Options, Tree};

use super::forms::{Config, Form, Role, Step, Way};
use crate::{Origin, Request};

/// The requests of an object of a form. `index` is the position of its tree in the document.
pub(super) fn requests(form: &Form, root: Node<'_>, index: usize, wanted: Option<&str>) -> Vec<Request> {
    match &form.role {
        Role::Input(operation) if root.tree().is_xml() => {
            vec![request(operation, body(operation, root), root, index)]
        }
        Role::Input(operation) if wanted.is_none() && is_body(operation, root) => {
            vec![request(operation, body(operation, root), root, index)]
        }
        Role::Input(operation) => vec![request(operation, whole(root), root, index)],
        Role::Part { operation, member } => {
            let config = Config::whole(operation, member);
            config.request(root, index, wanted).into_iter().collect()
        }
        Role::Stored(ways) => {
            let is_wanted = |config: &Config| wanted.is_none_or(|wanted| config.fits(wanted));
            let ways = ways.iter().filter(|way| is_wanted(&way.config));
            let found =
                ways.flat_map(|way| follow(root, &way.steps).into_iter().map(move |node| (way, node)));
            let request = |(way, node): (&Way, _)| {
                let request = way.config.request(node, index, wanted)?;
                let is_summary = way.config.is_summary();
                Some(Request { is_stored: true, is_summary, ..request })
            };
            found.filter_map(request).collect()
        }
    }
}

/// The values to which steps lead.
fn follow<'t>(root: Node<'t>, steps: &[Step]) -> Vec<Node<'t>> {
    let mut nodes = vec![root];
    for step in steps {
        nodes = match step {
            Step::Member(name) => nodes.iter().filter_map(|node| node.get(name)).collect(),
            Step::Each => nodes.iter().flat_map(|node| node.resolved().children()).collect(),
        };
    }
    nodes
}

impl Config {
    /// Whether an operation takes the configuration.
    pub(super) fn fits(&self, operation: &str) -> bool {
        let has = |member| {
            let input = cloudfront_validators::input(operation);
            input.is_some_and(|mut input| input.structure().member_names().contains(&member))
        };
        self.operation == operation || self.member.is_some_and(has)
    }

    /// Whether it is a part of a structure that has a member with the configuration elsewhere.
    fn is_summary(&self) -> bool {
        self.member.is_some() && self.shared.is_some()
    }

    /// The request with the configuration.
    fn request(&self, node: Node<'_>, index: usize, wanted: Option<&str>) -> Option<Request> {
        let operation = match wanted {
            Some(wanted) => cloudfront_http::operation(wanted)?.name,
            None => self.operation,
        };
        let mut input = cloudfront_validators::input(operation)?;
        let names = input.structure().member_names();
        let mut composer = Composer::new(node.tree().source());
        begin(&mut composer, node);
        match self.member {
            Some(member) => {
                composer.key(member, node.head());
                self.copy(&mut composer, node, operation);
                leave_out(&mut composer, node, names.iter().filter(|name| **name != member));
            }
            None => {
                let shared = self.shared.as_deref().unwrap_or_default();
                copy_members(&mut composer, node, shared);
                leave_out(&mut composer, node, names.iter().filter(|name| !shared.contains(name)));
            }
        }
        composer.end();
        Some(request(operation, composer.finish(), node, index))
    }

    /// Copies the value of the member: all of it, or what it shares with the configuration.
    fn copy(&self, composer: &mut Composer, node: Node<'_>, operation: &str) {
        let Some(shared) = &self.shared else { return composer.copy(node) };
        composer.begin_object(node.span());
        copy_members(composer, node, shared);
        let member = self.member.unwrap_or_default();
        let names = super::types::inside(operation, member);
        leave_out(composer, node, names.iter().filter(|name| !shared.contains(name)));
        composer.end();
    }
}

/// Begins the input around a configuration.
fn begin(composer: &mut Composer, node: Node<'_>) {
    composer.key_of(node);
    composer.begin_object(node.span());
}

fn copy_members(composer: &mut Composer, node: Node<'_>, names: &[&str]) {
    for member in node.members() {
        if member.key().is_some_and(|key| names.contains(&key)) {
            composer.key_of(member);
            composer.copy(member);
        }
    }
}

/// Adds members that the form of the document does not have: nothing is demanded of them.
fn leave_out<'n>(composer: &mut Composer, node: Node<'_>, names: impl Iterator<Item = &'n &'static str>) {
    for name in names {
        composer.supplied().key(name, node.head());
        composer.unknown("not in this form of document", node.head());
    }
}

/// Whether an object has nothing of an input but its body. It can be an output, or the rest is in arguments.
fn is_body(operation: &str, root: Node<'_>) -> bool {
    let mut input = cloudfront_validators::input(operation);
    let names = input.as_mut().map_or(&[][..], |input| input.structure().member_names());
    let locations = cloudfront_http::operation(operation).map_or(&[][..], |binding| binding.input.members);
    let is_payload = |key: &str| {
        let known = names.iter().zip(locations).find(|(name, _)| **name == key);
        known.is_some_and(|(_, location)| *location == Location::Payload)
    };
    root.members().iter().filter_map(|member| member.key()).any(is_payload)
        && !names
            .iter()
            .zip(locations)
            .any(|(name, location)| is_elsewhere(*location) && root.get(name).is_some())
}

fn is_elsewhere(location: Location) -> bool {
    !matches!(location, Location::Document | Location::Payload)
}

/// The input with the members that are elsewhere in a message: in its address or its headers.
fn body(operation: &str, root: Node<'_>) -> Tree {
    let mut composer = Composer::new(root.tree().source());
    begin(&mut composer, root);
    for member in root.children() {
        composer.key_of(member);
        composer.copy(member);
    }
    let mut input = cloudfront_validators::input(operation);
    let names = input.as_mut().map_or(&[][..], |input| input.structure().member_names());
    let locations = cloudfront_http::operation(operation).map_or(&[][..], |binding| binding.input.members);
    let elsewhere = names.iter().zip(locations).filter(|(_, location)| is_elsewhere(**location));
    leave_out(&mut composer, root, elsewhere.map(|(name, _)| name));
    composer.end();
    composer.finish()
}

/// An input as it is.
fn whole(root: Node<'_>) -> Tree {
    if root.id() == Id::ROOT {
        return root.tree().clone();
    }
    let mut composer = Composer::new(root.tree().source());
    composer.key_of(root);
    composer.copy(root);
    composer.finish()
}

fn request(operation: &'static str, tree: Tree, node: Node<'_>, index: usize) -> Request {
    let is_unknown = |node: &Node<'_>| matches!(node.kind(), Kind::Unknown { .. }) && !node.is_supplied();
    let unknown = tree.nodes().filter(is_unknown).count();
    Request {
        resource: None,
        resource_type: None,
        operation,
        options: Options::for_tree(&tree),
        tree,
        is_stored: false,
        is_summary: false,
        current: None,
        assumed: Vec::new(),
        unknown,
        findings: Vec::new(),
        origin: Origin { tree: index, node: node.id(), metadata: None },
    }
}
