//! Distributes types and operations over source files: one a resource noun, none too long to read.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Header, Member, Module, Role, Service};
use crate::naming;
use crate::pass::nouns;
use shapewright_smithy::model::ShapeId;

/// Generated files stay below 1,000 lines; the estimate leaves room for imports.
const MAX_LINES: usize = 900;

/// What a compiled condition takes, on average.
const LINES_OF_CONDITION: usize = 10;

/// File of types that several nouns use.
const SHARED: &str = "shared";

/// Sets `module` of all types and operations, and lists the files.
pub(super) fn assign(service: &mut Service) {
    let nouns = nouns::of_operations(service);
    assign_operations(service, &nouns);
    let mut by_noun: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for entry in entries(service) {
        by_noun.entry(home(&entry, &nouns)).or_default().push(entry);
    }
    let mut modules = BTreeMap::new();
    for (noun, entries) in by_noun {
        split(&noun, entries, &mut modules);
    }
    let homes: BTreeMap<ShapeId, String> = modules
        .iter()
        .flat_map(|(name, module): (&String, &Module)| {
            module.types.iter().map(|id| (id.clone(), name.clone()))
        })
        .collect();
    for header in headers(service) {
        header.module = homes.get(&header.id).cloned().unwrap_or_default();
    }
    service.modules = modules;
}

/// Error enums of a noun stand in one file, or in numbered ones.
fn assign_operations(service: &mut Service, nouns: &BTreeMap<String, String>) {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in service.operations.values_mut() {
        let noun = nouns.get(&operation.name).map_or(SHARED, String::as_str);
        let file = *lines.get(noun).unwrap_or(&0) / MAX_LINES;
        operation.module = if file == 0 { noun.to_owned() } else { format!("{noun}_{}", file + 1) };
        // Definition and list of an enum; one that would cross the border goes to the next file.
        let length = 10 + operation.errors.len() * 5 / 2;
        let used = lines.entry(noun).or_default();
        if (*used % MAX_LINES) + length > MAX_LINES {
            *used = (*used / MAX_LINES + 1) * MAX_LINES;
            operation.module = format!("{noun}_{}", *used / MAX_LINES + 1);
        }
        *used += length;
    }
}

fn headers(service: &mut Service) -> impl Iterator<Item = &mut Header> {
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    let enums = service.enums.values_mut().map(|shape| &mut shape.header);
    structures.chain(unions).chain(enums)
}

/// What the distribution needs to know of a type.
struct Entry {
    id: ShapeId,
    rust: String,
    operations: BTreeSet<String>,
    part: Part,
    lines: usize,
}

/// Order and grouping of types within a noun.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// What requests carry, and what several ways share.
    Request,
    /// What only responses carry.
    Response,
    /// Inputs and outputs of operations.
    Operation,
}

impl Part {
    fn suffix(self) -> &'static str {
        match self {
            Part::Request => "",
            Part::Response => "_summary",
            Part::Operation => "_operations",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Part::Request => "Shapes",
            Part::Response => "Shapes of responses",
            Part::Operation => "Inputs and outputs of operations",
        }
    }
}

fn entries(service: &Service) -> Vec<Entry> {
    let structures = service.structures.values().map(|shape| {
        let part = if shape.role == Role::Nested { nested_part(&shape.header) } else { Part::Operation };
        let checks =
            6 + 2 * shape.members.len() + LINES_OF_CONDITION * shape.conditions.len() + shape.checks.len();
        entry(&shape.header, part, struct_lines(&shape.header, &shape.members).max(checks))
    });
    let unions = service.unions.values().map(|shape| {
        entry(&shape.header, nested_part(&shape.header), struct_lines(&shape.header, &shape.members))
    });
    let enums = service.enums.values().map(|shape| {
        let lines = shape.header.docs.len() + 7 + 2 * shape.values.len();
        entry(&shape.header, nested_part(&shape.header), lines)
    });
    let mut all: Vec<Entry> = structures.chain(unions).chain(enums).collect();
    all.sort_by(|a, b| (a.part, &a.rust).cmp(&(b.part, &b.rust)));
    all
}

fn entry(header: &Header, part: Part, lines: usize) -> Entry {
    let operations = header.usage.operations().into_iter().map(str::to_owned).collect();
    Entry { id: header.id.clone(), rust: header.rust.clone(), operations, part, lines }
}

fn nested_part(header: &Header) -> Part {
    if header.usage.inputs.is_empty() { Part::Response } else { Part::Request }
}

/// The longer of a type's definition and its setters, which stand in files of the same name, as its checks do.
fn struct_lines(header: &Header, members: &[Member]) -> usize {
    let fields: usize = members.iter().map(|member| member.docs.len() + 1).sum();
    let debug = if members.iter().any(|member| member.sensitive) { members.len() + 9 } else { 0 };
    let definition = header.docs.len() + 4 + fields + debug;
    definition.max(3 + 5 * members.len())
}

/// The only noun whose operations reach the type, or the shared file.
fn home(entry: &Entry, nouns: &BTreeMap<String, String>) -> String {
    let mut found: BTreeSet<&String> = entry.operations.iter().filter_map(|name| nouns.get(name)).collect();
    match (found.pop_first(), found.is_empty()) {
        (Some(noun), true) => noun.clone(),
        _ => SHARED.to_owned(),
    }
}

/// One file where everything fits; else one a part; else numbered ones.
fn split(noun: &str, entries: Vec<Entry>, modules: &mut BTreeMap<String, Module>) {
    if entries.iter().map(|entry| entry.lines).sum::<usize>() <= MAX_LINES {
        let title = format!("Shapes of the resource `{noun}`.");
        let title = if noun == SHARED { "Shapes that several resources use.".to_owned() } else { title };
        add(modules, noun.to_owned(), title, entries.into_iter().map(|entry| entry.id).collect());
        return;
    }
    let mut parts: BTreeMap<Part, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        parts.entry(entry.part).or_default().push(entry);
    }
    for (part, entries) in parts {
        let title = match noun {
            SHARED => format!("{} that several resources use.", part.title()),
            noun => format!("{} of the resource `{noun}`.", part.title()),
        };
        for (number, types) in chunks(entries).into_iter().enumerate() {
            let name = match number {
                0 => format!("{noun}{}", part.suffix()),
                number => format!("{noun}{}_{}", part.suffix(), number + 1),
            };
            add(modules, name, title.clone(), types);
        }
    }
}

/// A part of one noun may be called like another noun, which then is numbered.
fn add(modules: &mut BTreeMap<String, Module>, name: String, title: String, types: Vec<ShapeId>) {
    let name = naming::unique(name, "_", |name| modules.contains_key(name));
    modules.insert(name, Module { title, types });
}

/// As few files as hold the entries, of about the same length.
fn chunks(entries: Vec<Entry>) -> Vec<Vec<ShapeId>> {
    let total: usize = entries.iter().map(|entry| entry.lines).sum();
    let target = total / total.div_ceil(MAX_LINES).max(1);
    let mut chunks: Vec<Vec<ShapeId>> = vec![Vec::new()];
    let mut lines = 0;
    for entry in entries {
        if lines > 0 && lines + entry.lines / 2 > target {
            chunks.push(Vec::new());
            lines = 0;
        }
        lines += entry.lines;
        if let Some(last) = chunks.last_mut() {
            last.push(entry.id);
        }
    }
    chunks
}
