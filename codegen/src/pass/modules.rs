//! Distributes types and operations over source files: one per resource, or a directory of files if that would be
//! too long. File names describe the content.

mod dominators;
mod homes;
mod lines;
mod split;

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::ir::{Header, Module, Operation, Role, Service};
use crate::naming;
use crate::pass::modules::homes::SHARED;
use crate::pass::modules::lines::Lines;
use crate::pass::modules::split::{Containers, Entry};
use crate::pass::nouns;
use shapewright_smithy::model::ShapeId;

/// Directory of inputs and outputs, below that of the resource.
const OPERATIONS: &str = "operations";

/// Sets `module` of all types and operations, and lists the files.
pub(super) fn assign(service: &mut Service) {
    let nouns = nouns::of_operations(service);
    let verbs = assign_operations(service, &nouns);
    let homes = homes::of_types(service, &nouns);
    let mut by_noun: BTreeMap<&str, Resource> = BTreeMap::new();
    for (entry, operation) in entries(service) {
        let resource = by_noun.entry(&homes[&entry.id]).or_default();
        match operation {
            Some(name) => resource.operations.push((entry, name)),
            None => resource.types.push(entry),
        }
    }
    let containers = Containers::of(service);
    let mut modules = BTreeMap::new();
    for (noun, mut resource) in by_noun {
        resource.types = split::in_reading_order(service, &containers, noun, resource.types);
        resource.add_to(&mut modules, service, &containers, noun, &verbs);
    }
    let files: BTreeMap<ShapeId, String> = modules
        .iter()
        .flat_map(|(name, module): (&String, &Module)| {
            module.types.iter().map(|id| (id.clone(), name.clone()))
        })
        .collect();
    for header in headers(service) {
        header.module = files.get(&header.id).cloned().unwrap_or_default();
    }
    service.modules = modules;
}

/// Puts error enums and bindings of a resource in one file, in one per verb, or in one per operation. Returns the names
/// of such files for inputs and outputs, by operation: verb and operation.
fn assign_operations(
    service: &mut Service,
    nouns: &BTreeMap<String, String>,
) -> BTreeMap<String, [String; 2]> {
    let mut lines: BTreeMap<String, Lines> = BTreeMap::new();
    let mut verbs = BTreeMap::new();
    for operation in service.operations.values() {
        let noun = noun(operation, nouns);
        let words = operation.name.to_snake_case();
        let verb = naming::module_name(words.split('_').next().unwrap_or_default());
        let own = Lines::of_operation(service, operation);
        *lines.entry(format!("{noun}/{verb}")).or_default() += own;
        *lines.entry(noun.to_owned()).or_default() += own;
        verbs.insert(operation.name.clone(), [verb, naming::module_name(&words)]);
    }
    for operation in service.operations.values_mut() {
        let noun = noun(operation, nouns).to_owned();
        let [verb, words] = &verbs[&operation.name];
        let by_verb = format!("{noun}/{verb}");
        operation.module = if lines[&noun].fit() {
            noun
        } else if lines[&by_verb].fit() {
            by_verb
        } else {
            format!("{noun}/{words}")
        };
    }
    verbs
}

fn noun<'a>(operation: &Operation, nouns: &'a BTreeMap<String, String>) -> &'a str {
    nouns.get(&operation.name).map_or(SHARED, String::as_str)
}

fn headers(service: &mut Service) -> impl Iterator<Item = &mut Header> {
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    let enums = service.enums.values_mut().map(|shape| &mut shape.header);
    structures.chain(unions).chain(enums)
}

/// All types, sorted by name; for inputs and outputs the operation as well.
fn entries(service: &Service) -> Vec<(Entry, Option<String>)> {
    let structures = service.structures.values().map(|shape| {
        let operation = match &shape.role {
            Role::Input(operation) | Role::Output(operation) => Some(operation.clone()),
            Role::Nested => None,
        };
        (entry(&shape.header, Lines::of_structure(shape)), operation)
    });
    let unions = service.unions.values().map(|shape| (entry(&shape.header, Lines::of_union(shape)), None));
    let enums = service.enums.values().map(|shape| (entry(&shape.header, Lines::of_enum(shape)), None));
    let mut all: Vec<_> = structures.chain(unions).chain(enums).collect();
    all.sort_by(|(a, _), (b, _)| a.rust.cmp(&b.rust));
    all
}

fn entry(header: &Header, lines: Lines) -> Entry {
    Entry {
        id: header.id.clone(),
        rust: header.rust.clone(),
        file: header.file.clone(),
        in_requests: !header.usage.inputs.is_empty(),
        lines,
    }
}

/// The types of a resource.
#[derive(Default)]
struct Resource {
    types: Vec<Entry>,
    /// Inputs and outputs, with their operation.
    operations: Vec<(Entry, String)>,
}

impl Resource {
    fn add_to(
        self,
        modules: &mut BTreeMap<String, Module>,
        service: &Service,
        containers: &Containers<'_>,
        noun: &str,
        verbs: &BTreeMap<String, [String; 2]>,
    ) {
        let of_types: Lines = self.types.iter().map(|entry| entry.lines).sum();
        let of_operations: Lines = self.operations.iter().map(|(entry, _)| entry.lines).sum();
        let is_named = self.types.iter().any(|entry| entry.file.is_some());
        if !is_named && [of_types, of_operations].into_iter().sum::<Lines>().fit() {
            let operations = self.operations.into_iter().map(|(entry, _)| entry);
            self.types.into_iter().chain(operations).for_each(|entry| add(modules, noun, "", entry));
            return;
        }
        let files = split::types(service, containers, noun, &self.types);
        for (entry, file) in self.types.into_iter().zip(files) {
            add(modules, noun, &file, entry);
        }
        let mut by_verb: BTreeMap<&str, Lines> = BTreeMap::new();
        for (entry, operation) in &self.operations {
            *by_verb.entry(&verbs[operation][0]).or_default() += entry.lines;
        }
        for (entry, operation) in &self.operations {
            let [verb, words] = &verbs[operation];
            let file = if of_operations.fit() {
                OPERATIONS.to_owned()
            } else if by_verb[verb.as_str()].fit() {
                format!("{OPERATIONS}/{verb}")
            } else {
                format!("{OPERATIONS}/{words}")
            };
            add(modules, noun, &file, entry.clone());
        }
    }
}

fn add(modules: &mut BTreeMap<String, Module>, noun: &str, file: &str, entry: Entry) {
    let name = if file.is_empty() { noun.to_owned() } else { format!("{noun}/{file}") };
    modules
        .entry(name)
        .or_insert_with(|| Module { title: title(noun, file), ..Module::default() })
        .types
        .push(entry.id);
}

fn title(noun: &str, file: &str) -> String {
    let spaced = |name: &str| name.replace('_', " ");
    let whose = match noun {
        SHARED => "that several resources use".to_owned(),
        noun => format!("of the resource `{noun}`"),
    };
    match file.split_once('/').map_or((file, None), |(directory, verb)| (directory, Some(verb))) {
        ("", _) => format!("Types {whose}."),
        (OPERATIONS, None) => format!("Inputs and outputs of the operations on `{noun}`."),
        (OPERATIONS, Some(verb)) => {
            format!("Inputs and outputs of the operations on `{noun}`: {}.", spaced(verb))
        }
        (file, _) => format!("Types {whose}: {}.", spaced(file)),
    }
}
