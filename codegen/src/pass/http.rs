//! Names types of operations, and tables of shapes that occur in documents, for HTTP bindings.

mod check;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Body, Location, Service};
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
    let structures = service.structures.keys().filter(|id| tables.contains_key(*id));
    let documents = naming::by_name(structures);
    if let Some(http) = &mut service.http {
        http.documents = documents;
        http.tables = tables;
    }
    check::operations(service, diagnostics);
    check::structures(service, diagnostics);
}

/// All shapes that occur in documents, with the names of their tables.
fn tables(service: &Service) -> BTreeMap<ShapeId, String> {
    let mut todo: Vec<&ShapeId> = Vec::new();
    for operation in service.operations.values() {
        let Some(route) = &operation.route else { continue };
        for (body, id) in [(&route.request, &operation.input), (&route.response, &operation.output)] {
            let Some((id, structure)) = id.as_ref().and_then(|id| Some((id, service.structures.get(id)?)))
            else {
                continue;
            };
            match body {
                Body::Document(_) => todo.push(id),
                Body::Payload(position, _) => {
                    todo.extend(structure.members.get(*position).and_then(|m| m.ty.named()));
                }
                Body::Raw(..) | Body::Empty => {}
            }
        }
    }
    let mut reached = BTreeSet::new();
    while let Some(id) = todo.pop() {
        let Some(members) = service.members(id) else { continue };
        if reached.insert(id) {
            let in_document = members.iter().filter(|member| member.location == Location::Document);
            todo.extend(in_document.filter_map(|member| member.ty.named()));
        }
    }
    let mut taken = BTreeSet::new();
    let named = reached.into_iter().map(|id| {
        let name = naming::unique(naming::constant_name(id.name()), "_", |name| taken.contains(name));
        taken.insert(name.clone());
        (id.clone(), name)
    });
    named.collect()
}
