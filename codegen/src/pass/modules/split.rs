//! Splits files that would be too long, by meaning: a large type gets a file of its own, together with the types that
//! only it contains.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::ir::{Header, Service};
use crate::naming;
use crate::pass::modules::dominators;
use crate::pass::modules::lines::Lines;
use shapewright_smithy::model::ShapeId;

/// Minimum number of lines of a type and what only it contains for a file of their own.
const SIGNIFICANT: usize = 100;

/// A type to be assigned to a file.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: ShapeId,
    pub(super) rust: String,
    /// The file that an overlay names.
    pub(super) file: Option<String>,
    /// Whether requests can contain it.
    pub(super) in_requests: bool,
    pub(super) lines: Lines,
}

/// The types in the order in which they are read: each before those that only it contains, and else by name.
pub(super) fn in_reading_order(
    service: &Service,
    containers: &Containers<'_>,
    noun: &str,
    entries: Vec<Entry>,
) -> Vec<Entry> {
    let tree = Tree::new(service, containers, noun, &entries);
    let mut order = Vec::with_capacity(entries.len());
    let mut todo = vec![ROOT];
    while let Some(node) = todo.pop() {
        order.extend(node.checked_sub(1));
        todo.extend(tree.children[node].iter().rev());
    }
    order.into_iter().map(|position| entries[position].clone()).collect()
}

/// The file of every type of a resource, without the name of the resource; empty for the file of the resource itself.
pub(super) fn types(
    service: &Service,
    containers: &Containers<'_>,
    noun: &str,
    entries: &[Entry],
) -> Vec<String> {
    let tree = Tree::new(service, containers, noun, entries);
    let mut files = vec![String::new(); entries.len()];
    tree.place(ROOT, String::new(), &mut files);
    let by_file = grouped(&files);
    for members in by_file.into_values() {
        if !members.iter().map(|member| entries[*member].lines).sum::<Lines>().fit() {
            tree.loosen(&members, &mut files);
        }
    }
    files
}

/// Positions by file.
fn grouped(files: &[String]) -> BTreeMap<String, Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, file) in files.iter().enumerate() {
        groups.entry(file.clone()).or_default().push(position);
    }
    groups
}

/// The node for everything outside; types follow.
const ROOT: usize = 0;

/// Types by their immediate dominator.
struct Tree<'a> {
    service: &'a Service,
    noun: &'a str,
    entries: &'a [Entry],
    children: Vec<Vec<usize>>,
}

impl<'a> Tree<'a> {
    fn new(service: &'a Service, containers: &Containers<'_>, noun: &'a str, entries: &'a [Entry]) -> Self {
        let edges = edges(containers, entries);
        let dominators = dominators::immediate(&edges, ROOT);
        let mut children = vec![Vec::new(); edges.len()];
        for (node, dominator) in dominators.iter().enumerate().skip(1) {
            children[dominator.unwrap_or(ROOT)].push(node);
        }
        Tree { service, noun, entries, children }
    }

    /// Lines of the node and everything below it, except for what overlays put elsewhere.
    fn lines(&self, node: usize) -> Lines {
        let own = node.checked_sub(1).map(|entry| self.entries[entry].lines).unwrap_or_default();
        let below = self.children[node].iter().filter(|child| self.entries[**child - 1].file.is_none());
        below.map(|child| self.lines(*child)).chain([own]).sum()
    }

    /// Puts the node and everything below it into the file. Large parts that do not fit get files of their own.
    fn place(&self, node: usize, file: String, files: &mut [String]) {
        let is_split = !self.lines(node).fit();
        for child in &self.children[node] {
            let entry = &self.entries[*child - 1];
            let below = match &entry.file {
                Some(named) => named.clone(),
                None if is_split && self.lines(*child).longest() >= SIGNIFICANT => self.name(entry),
                None => file.clone(),
            };
            self.place(*child, below, files);
        }
        if node != ROOT {
            files[node - 1] = file;
        }
    }

    /// Moves types out of a file that is still too long: those whose names begin with the same word, the
    /// largest such group first.
    fn loosen(&self, members: &[usize], files: &mut [String]) {
        let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for member in members.iter().filter(|member| self.entries[**member].file.is_none()) {
            let name = self.name(&self.entries[*member]);
            let word = name.split('_').next().unwrap_or_default().to_owned();
            words.entry(word).or_default().push(*member);
        }
        let sum = |group: &[usize]| group.iter().map(|member| self.entries[*member].lines).sum::<Lines>();
        let mut groups: Vec<(String, Vec<usize>)> = words.into_iter().collect();
        groups.sort_by_key(|(_, group)| std::cmp::Reverse(sum(group).longest()));
        for position in 0..groups.len() {
            let rest: Lines = groups[position..].iter().map(|(_, group)| sum(group)).sum();
            if rest.fit() {
                return;
            }
            let (word, group) = &groups[position];
            let has_word = sum(group).fit() && group.len() > 1;
            for member in group {
                let name =
                    if has_word { naming::module_name(word) } else { self.name(&self.entries[*member]) };
                files[*member] = name;
            }
        }
    }

    /// The name of the type without that of the resource; for a list with a count, the name of its elements.
    fn name(&self, entry: &Entry) -> String {
        let element = self.service.structures.get(&entry.id).and_then(|shape| {
            let items = &shape.members[shape.quantity?.items];
            let id = items.ty.named()?;
            Some(self.service.structures.get(id)?.header.rust.to_snake_case())
        });
        let name = element.unwrap_or_else(|| entry.rust.to_snake_case());
        let short = name.strip_prefix(self.noun).and_then(|rest| rest.strip_prefix('_')).unwrap_or(&name);
        naming::module_name(short)
    }
}

/// The structures and unions that have members of each type.
pub(super) struct Containers<'a>(BTreeMap<&'a ShapeId, Vec<&'a Header>>);

impl<'a> Containers<'a> {
    pub(super) fn of(service: &'a Service) -> Self {
        let structures = service.structures.values().map(|shape| (&shape.header, &shape.members));
        let unions = service.unions.values().map(|shape| (&shape.header, &shape.members));
        let mut containers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (header, members) in structures.chain(unions) {
            for target in members.iter().filter_map(|member| member.ty.named()) {
                containers.entry(target).or_default().push(header);
            }
        }
        Containers(containers)
    }
}

/// The types of the members of each type. Edges from types of responses to types of requests are left out: a summary of
/// a resource uses the same types as its configuration.
fn edges(containers: &Containers<'_>, entries: &[Entry]) -> Vec<Vec<usize>> {
    let nodes: BTreeMap<&ShapeId, usize> =
        entries.iter().enumerate().map(|(position, entry)| (&entry.id, position + 1)).collect();
    let mut edges = vec![Vec::new(); entries.len() + 1];
    for (position, entry) in entries.iter().enumerate() {
        let node = position + 1;
        let containers = containers.0.get(&entry.id).into_iter().flatten();
        let containers = containers.filter(|header| !header.usage.inputs.is_empty() || !entry.in_requests);
        let mut is_reached = false;
        for from in containers.map(|header| nodes.get(&header.id).copied().unwrap_or(ROOT)) {
            edges[from].push(node);
            is_reached |= from != node;
        }
        if !is_reached {
            edges[ROOT].push(node);
        }
    }
    edges
}
