//! Boxes members where a structure would contain itself; the choice is deterministic.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Member, Service, Type};
use shapewright_smithy::model::ShapeId;

/// Breaks every cycle of directly contained structures and unions. Lists and maps allocate their elements and
/// need no box.
pub(super) fn cut_cycles(service: &mut Service) {
    let edges = edges(service);
    let mut cut = BTreeSet::new();
    let mut done = BTreeSet::new();
    for root in edges.keys() {
        walk(root, &edges, &mut done, &mut cut);
    }
    let structures = service.structures.values_mut().map(|shape| (&shape.header.id, &mut shape.members));
    let unions = service.unions.values_mut().map(|shape| (&shape.header.id, &mut shape.members));
    for (id, members) in structures.chain(unions) {
        for (position, member) in members.iter_mut().enumerate() {
            member.boxed = cut.contains(&(id.clone(), position));
        }
    }
}

type Edges = BTreeMap<ShapeId, Vec<(usize, ShapeId)>>;

fn edges(service: &Service) -> Edges {
    let structures = service.structures.values().map(|shape| (&shape.header.id, &shape.members));
    let unions = service.unions.values().map(|shape| (&shape.header.id, &shape.members));
    structures.chain(unions).map(|(id, members)| (id.clone(), contained(members))).collect()
}

fn contained(members: &[Member]) -> Vec<(usize, ShapeId)> {
    let direct = members.iter().enumerate().filter_map(|(position, member)| match &member.ty {
        Type::Structure(id) | Type::Union(id) => Some((position, id.clone())),
        _ => None,
    });
    direct.collect()
}

/// Depth-first search in model order; an edge back to a shape on the path is boxed.
fn walk(root: &ShapeId, edges: &Edges, done: &mut BTreeSet<ShapeId>, cut: &mut BTreeSet<(ShapeId, usize)>) {
    let mut path: Vec<(&ShapeId, usize)> = vec![(root, 0)];
    let mut on_path = BTreeSet::from([root.clone()]);
    while let Some((id, next)) = path.last_mut() {
        let id = *id;
        let edge = (!done.contains(id)).then(|| edges.get(id)?.get(*next)).flatten();
        *next += 1;
        match edge {
            None => {
                done.insert(id.clone());
                on_path.remove(id);
                path.pop();
            }
            Some((position, target)) if on_path.contains(target) => {
                cut.insert((id.clone(), *position));
            }
            Some((_, target)) => {
                on_path.insert(target.clone());
                path.push((target, 0));
            }
        }
    }
}
