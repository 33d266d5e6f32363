//! Decides what the files of names on the wire hold.

use crate::ir::wire::{WireFile, WireKind, WireType};
use crate::ir::{Header, Member, Module, Service, Shape, Structure, Type};

/// Fills `wire` of the output.
pub(super) fn list(service: &mut Service) {
    let modules = service.modules.iter();
    let files = modules.map(|(name, module)| (name.clone(), file(service, module))).collect();
    service.output.wire = files;
}

fn file(service: &Service, module: &Module) -> WireFile {
    let types = service.shapes_of(module).map(|shape| match shape {
        Shape::Structure(shape) => {
            let kind = counted(service, shape).unwrap_or(WireKind::Structure);
            with_members(&shape.header, &shape.members, kind)
        }
        Shape::Union(shape) => {
            with_members(&shape.header, &shape.members, WireKind::Union(shape.unknown.clone()))
        }
        Shape::Enumeration(shape) => {
            let names = shape.values.iter().map(|value| (value.wire.clone(), value.rust.clone()));
            let kind = WireKind::Enumeration(shape.unknown.clone());
            named(&shape.header, names.collect(), Vec::new(), kind)
        }
    });
    let structures = module.types.iter().filter_map(|id| service.structures.get(id));
    let eq = structures.filter(|shape| shape.header.is_eq).map(|shape| shape.header.rust.clone());
    WireFile { imports: module.imports.wire.clone(), types: types.collect(), eq: eq.collect() }
}

fn with_members(header: &Header, members: &[Member], kind: WireKind) -> WireType {
    let names = members.iter().map(|member| (member.wire.clone(), member.rust.clone()));
    let hidden = members.iter().filter(|member| member.sensitive).map(|member| member.wire.clone());
    named(header, names.collect(), hidden.collect(), kind)
}

fn named(header: &Header, names: Vec<(String, String)>, hidden: Vec<String>, kind: WireKind) -> WireType {
    let (rust, shape) = (header.rust.clone(), header.id.name());
    let shape = (shape != rust).then(|| shape.to_owned());
    WireType { rust, shape, names, hidden, kind }
}

/// The list of a structure that has its count.
fn counted(service: &Service, shape: &Structure) -> Option<WireKind> {
    let pair = shape.quantity?;
    let (quantity, items) = (&shape.members[pair.quantity], &shape.members[pair.items]);
    let Type::List(element) = &items.ty else { return None };
    Some(WireKind::Counted {
        quantity: quantity.rust.clone(),
        items: items.rust.clone(),
        element: service.element_type(element),
    })
}
