//! Decides what updates of structures compare with the current value.

use std::collections::BTreeMap;

use crate::ir::check::{Compared, Update};
use crate::ir::{Body, Member, Operation, Rule, Service, Structure, Type};
use shapewright_smithy::ShapeId;

/// What updates of structures compare: members that cannot change, and in requests the payload that is replaced.
pub(super) fn of(service: &Service) -> BTreeMap<ShapeId, Update> {
    let requests = service.structures.iter().filter(|(_, shape)| shape.header.usage.is_in_requests());
    let mut updates: BTreeMap<ShapeId, Update> = requests
        .map(|(id, shape)| (id.clone(), immutable(shape)))
        .filter(|(_, update)| update.replaces)
        .collect();
    for (input, payload, id) in
        service.operations.values().filter_map(|operation| replaced(service, operation))
    {
        let of_payload = updates.entry(id.clone()).or_default();
        of_payload.replaces = true;
        if !of_payload.members.is_empty() {
            let inside = Some(service.type_name(id).to_owned());
            let compared = Compared { inside, ..compared(payload) };
            updates.insert(input.clone(), Update { replaces: false, members: vec![compared] });
        }
    }
    updates
}

fn immutable(shape: &Structure) -> Update {
    let fixed = shape.members.iter().filter(|member| member.has_rule(&Rule::Immutable));
    let members: Vec<Compared> = fixed.map(compared).collect();
    Update { replaces: !members.is_empty(), members }
}

fn compared(member: &Member) -> Compared {
    Compared { wire: member.wire.clone(), field: member.rust.clone(), inside: None }
}

/// The input of an operation that replaces its payload, the payload, and its structure. PUT means to replace.
fn replaced<'s>(
    service: &'s Service,
    operation: &'s Operation,
) -> Option<(&'s ShapeId, &'s Member, &'s ShapeId)> {
    let route = operation.route.as_ref().filter(|route| route.method == "PUT")?;
    let input = operation.input.as_ref()?;
    let Body::Payload(position, _) = &route.request else { return None };
    let payload = service.structures.get(input)?.members.get(*position)?;
    match &payload.ty {
        Type::Structure(id) => Some((input, payload, id)),
        _ => None,
    }
}
