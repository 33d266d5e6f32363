//! The shapes of a service, as the tables of dialects see them.

use crate::ir::dialect::Wrapper;
use crate::ir::{Element, Member, Service, Type};
use shapewright_smithy::model::ShapeId;

/// Names that the tables know.
pub(super) const QUANTITY: &str = "Quantity";
pub(super) const ITEMS: &str = "Items";
pub(super) const ENABLED: &str = "Enabled";
const TAG: [&str; 2] = ["Key", "Value"];

/// The members of a structure or union; empty for other shapes.
pub(super) fn members<'s>(service: &'s Service, id: &ShapeId) -> &'s [Member] {
    service.members(id).unwrap_or_default()
}

pub(super) fn member<'s>(service: &'s Service, id: &ShapeId, name: &str) -> Option<&'s Member> {
    members(service, id).iter().find(|member| member.wire == name)
}

/// The positions of the members that a path leads through, which order paths as the model does.
pub(super) fn positions(service: &Service, id: &ShapeId, path: &[String]) -> Vec<usize> {
    let mut positions = Vec::new();
    let mut id = Some(id);
    for name in path {
        let found = id.and_then(|id| {
            let found = members(service, id).iter().enumerate();
            found.into_iter().find(|(_, member)| member.wire == *name)
        });
        positions.extend(found.map(|(position, _)| position));
        id = found.and_then(|(_, member)| structure(member));
    }
    positions
}

/// The structure or union that a member has as its value.
pub(super) fn structure(member: &Member) -> Option<&ShapeId> {
    match &member.ty {
        Type::Structure(id) | Type::Union(id) => Some(id),
        _ => None,
    }
}

/// Whether a structure has a list and its length.
pub(super) fn is_counted(service: &Service, id: &ShapeId) -> bool {
    let has = |name| member(service, id, name).is_some();
    let counts = service.structures.get(id).is_some_and(|shape| shape.quantity.is_some());
    counts && has(QUANTITY) && has(ITEMS)
}

/// What is around a list that this structure has, and the elements of the list.
pub(super) fn wrapped<'s>(service: &'s Service, id: &ShapeId) -> Option<(Wrapper, &'s Element)> {
    let Type::List(element) = &member(service, id, ITEMS)?.ty else { return None };
    let required = members(service, id).iter().filter(|member| member.is_required());
    let others = required.filter(|member| ![QUANTITY, ITEMS].contains(&member.wire.as_str()));
    let others: Vec<&str> = others.map(|member| member.wire.as_str()).collect();
    let wrapper = match (is_counted(service, id), &others[..]) {
        (true, []) => Wrapper::Counted,
        (true, [ENABLED]) => Wrapper::Enabled,
        (false, []) if members(service, id).len() == 1 => Wrapper::Items,
        _ => return None,
    };
    Some((wrapper, element))
}

/// The only member that a structure demands.
pub(super) fn only_required<'s>(service: &'s Service, id: &ShapeId) -> Option<&'s Member> {
    let mut required = members(service, id).iter().filter(|member| member.is_required());
    required.next().filter(|_| required.next().is_none())
}

/// Whether the elements are keys and values.
pub(super) fn is_tag(service: &Service, element: &Element) -> bool {
    let Type::Structure(id) = &element.ty else { return false };
    members(service, id).iter().map(|member| member.wire.as_str()).eq(TAG)
}
