//! Assigns types to resources.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Header, Service};
use crate::naming;
use shapewright_smithy::model::ShapeId;

/// Name of the files of types that belong to no resource alone.
pub(super) const SHARED: &str = "shared";

/// The resource of every type: the only one whose operations use it, or else the one that its name begins with, or else
/// that of the types that contain it.
pub(super) fn of_types(service: &Service, nouns: &BTreeMap<String, String>) -> BTreeMap<ShapeId, String> {
    let headers: Vec<&Header> = headers(service).collect();
    let own = headers.iter().map(|header| (header.id.clone(), by_use(header, nouns)));
    let mut homes: BTreeMap<ShapeId, String> = own.collect();
    let containers = containers(service);
    // A contained type follows its container, transitively.
    loop {
        let moved: Vec<(ShapeId, String)> = headers
            .iter()
            .filter(|header| homes[&header.id] == SHARED)
            .filter_map(|header| Some((header.id.clone(), common(containers.get(&header.id)?, &homes)?)))
            .collect();
        if moved.is_empty() {
            return homes;
        }
        homes.extend(moved);
    }
}

fn headers(service: &Service) -> impl Iterator<Item = &Header> {
    let structures = service.structures.values().map(|shape| &shape.header);
    let unions = service.unions.values().map(|shape| &shape.header);
    let enums = service.enums.values().map(|shape| &shape.header);
    structures.chain(unions).chain(enums)
}

fn by_use(header: &Header, nouns: &BTreeMap<String, String>) -> String {
    let operations = header.usage.operations();
    let mut users: BTreeSet<&String> = operations.iter().filter_map(|name| nouns.get(*name)).collect();
    if users.len() == 1
        && let Some(only) = users.pop_first()
    {
        return only.clone();
    }
    let name = naming::module_name(&header.rust);
    let named = users.into_iter().filter(|noun| begins_with(&name, noun));
    named.max_by_key(|noun| noun.len()).map_or_else(|| SHARED.to_owned(), Clone::clone)
}

/// Whether the name is the noun, its plural, or has further words.
fn begins_with(name: &str, noun: &str) -> bool {
    name.strip_prefix(noun).is_some_and(|rest| matches!(rest, "" | "s") || rest.starts_with('_'))
}

/// The types that have a member of each type, other than the type itself.
fn containers(service: &Service) -> BTreeMap<ShapeId, BTreeSet<&ShapeId>> {
    let structures = service.structures.values().map(|shape| (&shape.header.id, &shape.members));
    let unions = service.unions.values().map(|shape| (&shape.header.id, &shape.members));
    let mut containers: BTreeMap<ShapeId, BTreeSet<&ShapeId>> = BTreeMap::new();
    for (id, members) in structures.chain(unions) {
        for target in members.iter().filter_map(|member| member.ty.named()).filter(|target| *target != id) {
            containers.entry(target.clone()).or_default().insert(id);
        }
    }
    containers
}

/// The common resource of all of them, if there is one.
fn common(containers: &BTreeSet<&ShapeId>, homes: &BTreeMap<ShapeId, String>) -> Option<String> {
    let mut found: BTreeSet<&String> = containers.iter().filter_map(|id| homes.get(*id)).collect();
    let home = found.pop_first()?;
    (found.is_empty() && home != SHARED).then(|| home.clone())
}
