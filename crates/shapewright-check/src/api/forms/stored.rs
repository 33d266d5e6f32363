//! Outputs: where they have what the service stored, and which update would store it again.

use std::collections::{BTreeMap, BTreeSet};

use cloudfront_http::OPERATIONS;
use shapewright_http::{Body, Location};

use super::{Form, Input, Role, replaces};
use crate::api::types::{self, Type};

/// The way from a value of an output to a configuration in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::api) struct Way {
    pub(in crate::api) steps: Vec<Step>,
    pub(in crate::api) config: Config,
}

/// A step of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::api) enum Step {
    /// To a member.
    Member(&'static str),
    /// To each element of a list.
    Each,
}

/// A configuration in an output, and the operation that would store it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::api) struct Config {
    /// The operation.
    pub(in crate::api) operation: &'static str,
    /// The member of its input that has the configuration; none if the members of the input are the configuration.
    pub(in crate::api) member: Option<&'static str>,
    /// The members that the output has of it; none if it has the configuration itself.
    pub(in crate::api) shared: Option<Vec<&'static str>>,
    /// Whether it is the document of the request.
    is_document: bool,
}

/// Adds a form for each structure of an output that leads to a configuration.
pub(super) fn add_forms(inputs: &[Input], forms: &mut Vec<Form>) {
    let mut search = Search::new(inputs);
    let mut roots: BTreeMap<&'static str, BTreeSet<&'static str>> = BTreeMap::new();
    for binding in OPERATIONS {
        let output = types::members(binding.output.shape);
        search.ways(binding.output.shape);
        let payload = output.iter().zip(binding.output.members);
        let payload = payload.filter(|(_, location)| **location == Location::Payload);
        let payload = payload.filter_map(|((_, ty), _)| ty.structure()).next();
        match (&binding.output.body, payload) {
            (Body::Payload { root, .. }, Some(shape)) => roots.entry(shape).or_default().insert(root.name),
            (Body::Document { root, .. }, _) => {
                roots.entry(binding.output.shape).or_default().insert(root.name)
            }
            _ => continue,
        };
    }
    for (shape, ways) in search.ways {
        if ways.is_empty() {
            continue;
        }
        forms.push(Form {
            shape,
            members: types::members(shape),
            required: Vec::new(),
            roots: roots.remove(shape).unwrap_or_default(),
            role: Role::Stored(ways),
        });
    }
}

/// What an update stores.
struct Target {
    operation: &'static str,
    member: Option<&'static str>,
    /// The structure that is the configuration; empty if the input itself is.
    shape: &'static str,
    members: Vec<(&'static str, Type)>,
    /// Whether it is the document of the request.
    is_document: bool,
}

/// Searches outputs for configurations.
struct Search {
    targets: Vec<Target>,
    ways: BTreeMap<&'static str, Vec<Way>>,
}

/// How many structures may lie around a configuration.
const DEPTH: usize = 5;

impl Search {
    fn new(inputs: &[Input]) -> Self {
        let updates = inputs.iter().filter(|input| replaces(input.binding.name));
        let targets = updates.flat_map(targets).collect();
        Search { targets, ways: BTreeMap::new() }
    }

    /// The ways from a structure to the configurations in it.
    fn ways(&mut self, shape: &'static str) -> Vec<Way> {
        self.ways_within(shape, DEPTH)
    }

    fn ways_within(&mut self, shape: &'static str, depth: usize) -> Vec<Way> {
        if let Some(known) = self.ways.get(shape) {
            return known.clone();
        }
        let members = types::members(shape);
        if depth == 0 || members.is_empty() {
            return Vec::new();
        }
        let ways = self.inside(shape, &members, depth);
        self.ways.insert(shape, ways.clone());
        ways
    }

    /// The ways from the members of a structure. Documents of updates are better than the structure itself, and that
    /// is better than what has configurations inside.
    fn inside(&mut self, shape: &'static str, members: &[(&'static str, Type)], depth: usize) -> Vec<Way> {
        let mut inside = Vec::new();
        for (name, ty) in members {
            let (shape, steps) = match (ty.structure(), ty.element()) {
                (Some(shape), _) => (shape, vec![Step::Member(name)]),
                (_, Some(shape)) => (shape, vec![Step::Member(name), Step::Each]),
                _ => continue,
            };
            if let Some(config) = self.config(shape, name) {
                inside.push(Way { steps, config });
                continue;
            }
            let ways = self.ways_within(shape, depth - 1).into_iter();
            inside.extend(ways.map(|way| Way { steps: [steps.clone(), way.steps].concat(), ..way }));
        }
        if inside.iter().any(|way| way.config.is_document) {
            inside.retain(|way| way.config.is_document);
            return inside;
        }
        let similar = self.similar(shape, members).map(|config| Way { steps: Vec::new(), config });
        similar.map_or(inside, |way| vec![way])
    }

    /// The configuration that a member is.
    fn config(&self, shape: &str, member: &str) -> Option<Config> {
        let mut targets = self.targets.iter().filter(|target| target.shape == shape);
        let named = targets.clone().find(|target| target.member == Some(member));
        named.or_else(|| targets.next()).map(|target| target.config(None))
    }

    /// The configuration of a structure that has at least half of the members: `DistributionSummary` is about the same
    /// resource as `UpdateDistribution`, and has most of what that stores.
    fn similar(&self, shape: &str, members: &[(&'static str, Type)]) -> Option<Config> {
        let subject = shape.strip_prefix("Get").unwrap_or(shape);
        let is_about = |target: &&Target| subject.starts_with(target.resource());
        let longest = self.targets.iter().filter(is_about).map(|target| target.resource().len()).max()?;
        let shared = |target: &Target| -> Vec<&'static str> {
            let is_shared = |member: &&(&'static str, Type)| members.contains(member);
            target.members.iter().filter(is_shared).map(|(name, _)| *name).collect()
        };
        let targets = self.targets.iter().filter(is_about);
        let nearest = targets.filter(|target| target.resource().len() == longest);
        let similar = nearest.map(|target| (target, shared(target)));
        let similar =
            similar.filter(|(target, shared)| !shared.is_empty() && shared.len() * 2 >= target.members.len());
        // Of several, the first with the most.
        let best = similar.rev().max_by_key(|(_, shared)| shared.len());
        best.map(|(target, shared)| target.config(Some(shared)))
    }
}

impl Config {
    /// The configuration that is a member of an input.
    pub(in crate::api) fn whole(operation: &'static str, member: &'static str) -> Config {
        Config { operation, member: Some(member), shared: None, is_document: false }
    }
}

impl Target {
    /// The resource that is updated: `Distribution` for `UpdateDistribution`, `RealtimeLog` for
    /// `UpdateRealtimeLogConfig`.
    fn resource(&self) -> &'static str {
        let name = ["Update", "Put"].iter().find_map(|verb| self.operation.strip_prefix(verb));
        let name = name.unwrap_or(self.operation);
        name.strip_suffix("Config").unwrap_or(name)
    }

    fn config(&self, shared: Option<Vec<&'static str>>) -> Config {
        let is_document = self.is_document && shared.is_none();
        Config { operation: self.operation, member: self.member, shared, is_document }
    }
}

/// What an update stores: the structures in its document, and all of its document if it has other members too.
fn targets(input: &Input) -> Vec<Target> {
    let operation = input.binding.name;
    if let Some(payload) = input.payload() {
        let ty = input.members.iter().find(|(name, _)| *name == payload).map(|(_, ty)| *ty);
        let shape = ty.and_then(Type::structure);
        let target = |shape| Target {
            operation,
            member: Some(payload),
            shape,
            members: types::members(shape),
            is_document: true,
        };
        return shape.map(target).into_iter().collect();
    }
    let located = input.members.iter().zip(input.binding.input.members);
    let document = located.filter(|(_, location)| **location == Location::Document);
    let members: Vec<(&'static str, Type)> = document.map(|(member, _)| *member).collect();
    let structures = members.iter().filter_map(|(name, ty)| Some((*name, ty.structure()?)));
    let mut targets: Vec<Target> = structures
        .map(|(name, shape)| Target {
            operation,
            member: Some(name),
            shape,
            members: types::members(shape),
            is_document: false,
        })
        .collect();
    targets.push(Target { operation, member: None, shape: "", members, is_document: false });
    targets
}
