//! Decides which traits types derive: `Eq` and `Hash` if there is no floating-point number or document anywhere inside,
//! `Debug` if no member is sensitive.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Header, Member, Service, Type};
use shapewright_smithy::model::ShapeId;

/// Fills `is_eq` and `is_redacted` of every structure and union.
pub(super) fn mark(service: &mut Service) {
    let partial = partial(service);
    let structures = service.structures.values_mut().map(|shape| &mut shape.header);
    let unions = service.unions.values_mut().map(|shape| &mut shape.header);
    for header in structures.chain(unions) {
        header.is_eq = !partial.contains(&header.id);
    }
    let is_redacted = |members: &[Member]| members.iter().any(|member| member.sensitive);
    for shape in service.structures.values_mut() {
        shape.header.is_redacted = is_redacted(&shape.members);
    }
    for shape in service.unions.values_mut() {
        shape.header.is_redacted = is_redacted(&shape.members);
    }
}

/// Shapes that contain a value whose equality is partial, directly or further inside.
fn partial(service: &Service) -> BTreeSet<ShapeId> {
    let mut partial = BTreeSet::new();
    let mut todo = Vec::new();
    let mut containers: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for (Header { id, .. }, members) in shapes(service) {
        if members.iter().any(|member| is_partial(&member.ty)) {
            todo.push(id);
        }
        for inner in members.iter().filter_map(|member| member.ty.named()) {
            containers.entry(inner).or_default().push(id);
        }
    }
    while let Some(id) = todo.pop() {
        if partial.insert(id.clone()) {
            todo.extend(containers.get(id).into_iter().flatten());
        }
    }
    partial
}

fn shapes(service: &Service) -> impl Iterator<Item = (&Header, &[Member])> {
    let structures = service.structures.values().map(|shape| (&shape.header, &shape.members[..]));
    structures.chain(service.unions.values().map(|shape| (&shape.header, &shape.members[..])))
}

/// Whether the type itself, or the element type of its lists and maps, is a floating-point number or a document.
fn is_partial(ty: &Type) -> bool {
    match ty {
        Type::Float | Type::Double | Type::Document => true,
        Type::List(element) => is_partial(&element.ty),
        Type::Map(elements) => is_partial(&elements.value.ty),
        _ => false,
    }
}
