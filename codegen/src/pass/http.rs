//! Names what HTTP bindings need: a type for each operation, and a table for each shape that stands in a document.

mod check;

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Body, Location, Service, Type};
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
    unwrap(service);
    unbind_outputs(service);
    unbind_nested(service);
    name_flat_items(service);
    let tables = tables(service);
    if let Some(http) = &mut service.http {
        http.tables = tables;
    }
    check::operations(service, diagnostics);
    check::structures(service, diagnostics);
}

/// The one member of an unwrapped output is the whole document.
fn unwrap(service: &mut Service) {
    for operation in service.operations.values() {
        if operation.route.as_ref().is_some_and(|route| route.unwrapped_output)
            && let Some(output) = operation.output.as_ref().and_then(|id| service.structures.get_mut(id))
            && let [only] = output.members.as_mut_slice()
        {
            only.location = Location::Payload;
        }
    }
}

/// Responses have no address: what an output binds to it stands in the document.
fn unbind_outputs(service: &mut Service) {
    let inputs: BTreeSet<_> =
        service.operations.values().filter_map(|operation| operation.input.as_ref()).collect();
    let outputs = service.operations.values().filter_map(|operation| operation.output.as_ref());
    for id in outputs.filter(|id| !inputs.contains(id)) {
        let members = service.structures.get_mut(id).into_iter().flat_map(|output| &mut output.members);
        for member in members {
            if matches!(member.location, Location::Label | Location::Query(_) | Location::QueryParams) {
                member.location = Location::Body;
            }
        }
    }
}

/// Bindings count on inputs and outputs alone (Smithy's HTTP binding traits); anywhere else a member is in the document.
fn unbind_nested(service: &mut Service) {
    let operations = service.operations.values();
    let tops: BTreeSet<_> =
        operations.flat_map(|operation| operation.input.iter().chain(&operation.output)).collect();
    for (_, structure) in service.structures.iter_mut().filter(|(id, _)| !tops.contains(id)) {
        structure.members.iter_mut().for_each(|member| member.location = Location::Body);
    }
}

/// Items of a flattened list stand where the list would, by its name; of namespaces that of the items comes first.
fn name_flat_items(service: &mut Service) {
    let structures = service.structures.values_mut().map(|shape| &mut shape.members);
    let unions = service.unions.values_mut().map(|shape| &mut shape.members);
    for member in structures.chain(unions).flatten().filter(|member| member.xml.flat) {
        if let Type::List(element) = &mut member.ty {
            element.xml.name.clone_from(&member.xml.name);
            element.xml.namespace = element.xml.namespace.take().or_else(|| member.xml.namespace.clone());
        }
    }
}

/// Everything that documents reach, with the names of the tables.
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
                    todo.extend(structure.members.get(*position).and_then(|m| m.ty.named()))
                }
                Body::Raw(..) | Body::Empty => {}
            }
        }
    }
    let mut reached = BTreeSet::new();
    while let Some(id) = todo.pop() {
        let Some(members) = service.members(id) else { continue };
        if reached.insert(id) {
            let in_document = members.iter().filter(|member| member.location == Location::Body);
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
