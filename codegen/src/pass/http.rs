//! Names types of operations, and tables of shapes that occur in documents, for HTTP bindings.

mod check;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Body, Location, Member, Part, Service};
use crate::naming;
use shapewright_smithy::Diagnostics;
use shapewright_smithy::model::ShapeId;

/// Fills `rust` of every operation and the tables, and reports bindings that no message can carry.
pub(super) fn name(service: &mut Service, diagnostics: &mut Diagnostics) {
    let mut taken = BTreeSet::new();
    for operation in service.operations.values_mut() {
        operation.rust =
            naming::unique(naming::operation_name(&operation.name), "", |name| taken.contains(name));
        taken.insert(operation.rust.clone());
    }
    if service.http.is_none() {
        return;
    }
    let tables = tables(service);
    let shapes: BTreeSet<&ShapeId> = tables.keys().map(|(id, _)| id).collect();
    let documents = naming::by_name(shapes.into_iter().filter(|id| service.structures.contains_key(*id)));
    if let Some(http) = &mut service.http {
        http.documents = documents;
        http.tables = tables;
    }
    check::operations(service, diagnostics);
    check::structures(service, diagnostics);
}

/// All shapes that occur in documents, with the names of their tables.
fn tables(service: &Service) -> BTreeMap<(ShapeId, Part), String> {
    let mut taken = BTreeSet::new();
    let mut tables = BTreeMap::new();
    for (id, parts) in reached(service) {
        let mut named: Vec<(Part, String)> = Vec::new();
        for part in parts {
            let same = named.iter().find(|(other, _)| has_same_elements(service, id, part, *other));
            let name = same.map_or_else(
                || {
                    let end = if named.is_empty() { "" } else { end_of_name(part) };
                    let name = format!("{}{end}", naming::constant_name(id.name()));
                    naming::unique(name, "_", |name| taken.contains(name))
                },
                |(_, name)| name.clone(),
            );
            taken.insert(name.clone());
            named.push((part, name));
        }
        tables.extend(named.into_iter().map(|(part, name)| ((id.clone(), part), name)));
    }
    tables
}

/// The shapes that occur in documents, each with its places there.
fn reached(service: &Service) -> BTreeMap<&ShapeId, BTreeSet<Part>> {
    let mut todo: Vec<(&ShapeId, Part)> = Vec::new();
    for operation in service.operations.values() {
        let Some(route) = &operation.route else { continue };
        for (body, id, part) in [
            (&route.request, &operation.input, Part::Request),
            (&route.response, &operation.output, Part::Response),
        ] {
            let Some((id, structure)) = id.as_ref().and_then(|id| Some((id, service.structures.get(id)?)))
            else {
                continue;
            };
            match body {
                Body::Document(_) => todo.push((id, part)),
                Body::Payload(position, _) => {
                    let payload = structure.members.get(*position).and_then(|member| member.ty.named());
                    todo.extend(payload.map(|id| (id, Part::Nested)));
                }
                Body::Raw(..) | Body::Empty => {}
            }
        }
    }
    let mut reached: BTreeMap<&ShapeId, BTreeSet<Part>> = BTreeMap::new();
    while let Some((id, part)) = todo.pop() {
        let Some(members) = service.members(id) else { continue };
        if reached.entry(id).or_default().insert(part) {
            let in_document = members.iter().filter(|member| *member.location_in(part) == Location::Document);
            todo.extend(in_document.filter_map(|member| Some((member.ty.named()?, Part::Nested))));
        }
    }
    reached
}

/// Whether documents have the same members of a shape in two places.
fn has_same_elements(service: &Service, id: &ShapeId, one: Part, other: Part) -> bool {
    let is_element = |member: &Member, part| *member.location_in(part) == Location::Document;
    let members = service.members(id).unwrap_or_default();
    members.iter().all(|member| is_element(member, one) == is_element(member, other))
}

/// The end of the name of a table that differs from the first one of its shape.
fn end_of_name(part: Part) -> &'static str {
    match part {
        Part::Request => "_IN_REQUESTS",
        Part::Response => "_IN_RESPONSES",
        Part::Nested => "_NESTED",
    }
}
