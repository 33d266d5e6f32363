//! Records for every type which operations use it, and how.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Service, Usage};
use shapewright_smithy::model::ShapeId;

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
    let in_one_place = in_one_place(service, &edges, &usage);
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    let enums = service.enums.values_mut().map(|shape| &mut shape.header);
    for header in structures.chain(unions).chain(enums) {
        header.usage = usage.remove(&header.id).unwrap_or_default();
        header.usage.in_one_place = in_one_place.contains(&header.id);
    }
}

/// Types that exactly one member of requests uses. Inputs are not among them.
fn in_one_place(
    service: &Service,
    edges: &BTreeMap<ShapeId, Vec<ShapeId>>,
    usage: &BTreeMap<ShapeId, Usage>,
) -> BTreeSet<ShapeId> {
    let mut places: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let in_requests = |id: &ShapeId| usage.get(id).is_some_and(|usage| !usage.inputs.is_empty());
    for target in edges.iter().filter(|(id, _)| in_requests(id)).flat_map(|(_, targets)| targets) {
        *places.entry(target).or_default() += 1;
    }
    for input in service.operations.values().filter_map(|operation| operation.input.as_ref()) {
        places.remove(input);
    }
    places.into_iter().filter(|(_, count)| *count == 1).map(|(id, _)| id.clone()).collect()
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
