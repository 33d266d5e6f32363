//! Notes on every type which operations reach it, and by which way.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Service, Usage};
use crate::model::ShapeId;

/// Fills `usage` of every structure, union and enum.
pub(super) fn mark(service: &mut Service) {
    let edges = edges(service);
    let mut usage: BTreeMap<ShapeId, Usage> = BTreeMap::new();
    for operation in service.operations.values() {
        for id in reached(&edges, operation.input.as_ref()) {
            usage.entry(id).or_default().inputs.insert(operation.name.clone());
        }
        for id in reached(&edges, operation.output.as_ref()) {
            usage.entry(id).or_default().outputs.insert(operation.name.clone());
        }
    }
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    let enums = service.enums.values_mut().map(|shape| &mut shape.header);
    for header in structures.chain(unions).chain(enums) {
        header.usage = usage.remove(&header.id).unwrap_or_default();
    }
}

/// The types that each structure and union refers to.
fn edges(service: &Service) -> BTreeMap<ShapeId, Vec<ShapeId>> {
    let structures = service.structures.values().map(|shape| (&shape.header.id, &shape.members));
    let unions = service.unions.values().map(|shape| (&shape.header.id, &shape.members));
    structures
        .chain(unions)
        .map(|(id, members)| {
            (id.clone(), members.iter().filter_map(|member| member.ty.named().cloned()).collect())
        })
        .collect()
}

fn reached(edges: &BTreeMap<ShapeId, Vec<ShapeId>>, root: Option<&ShapeId>) -> BTreeSet<ShapeId> {
    let mut seen = BTreeSet::new();
    let mut todo: Vec<&ShapeId> = root.into_iter().collect();
    while let Some(id) = todo.pop() {
        if seen.insert(id.clone()) {
            todo.extend(edges.get(id).into_iter().flatten());
        }
    }
    seen
}
