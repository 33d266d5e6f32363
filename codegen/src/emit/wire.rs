//! Wire names of fields and variants, as listings for the runtime's macros.

use crate::emit::words::rust_type;
use crate::ir::{Enumeration, Header, Member, Service, Structure, Type, Union};
use crate::print::Listing;

/// Members of a structure, and its list with a count if it has one.
pub(super) fn structure(service: &Service, structure: &Structure) -> Vec<Listing> {
    let rust = &structure.header.rust;
    let entries = structure.members.iter().map(|member| entry(&member.wire, &member.rust)).collect();
    let mut members =
        Listing { name: "members", head: head(&structure.header), entries, tail: String::new() };
    members.tail = hiding(&structure.members);
    let Some(pair) = structure.quantity else { return vec![members] };
    let quantity = &structure.members[pair.quantity].rust;
    let items = &structure.members[pair.items];
    members.tail = format!(" where {quantity} counts {}{}", items.rust, members.tail);
    let Type::List(element) = &items.ty else { return vec![members] };
    let element = rust_type(&service.element_type(element));
    let list = Listing {
        name: "quantity_list",
        head: rust.clone(),
        entries: vec![quantity.clone(), items.rust.clone()],
        tail: format!(" of {element}"),
    };
    vec![members, list]
}

/// Members of a union.
pub(super) fn union(union: &Union) -> Listing {
    let entries = union.members.iter().map(|member| entry(&member.wire, &member.rust)).collect();
    let head = format!("{} else {}", head(&union.header), union.unknown);
    Listing { name: "union", head, entries, tail: hiding(&union.members) }
}

/// Values of an enum.
pub(super) fn enumeration(enumeration: &Enumeration) -> Listing {
    let entries = enumeration.values.iter().map(|value| entry(&value.wire, &value.rust)).collect();
    let head = format!("{} else {}", head(&enumeration.header), enumeration.unknown);
    Listing { name: "open_enum", head, entries, tail: String::new() }
}

/// ` hiding { "Password" }`: the members that must not appear in logs and reports.
fn hiding(members: &[Member]) -> String {
    let names: Vec<String> =
        members.iter().filter(|member| member.sensitive).map(|member| format!("{:?}", member.wire)).collect();
    if names.is_empty() { String::new() } else { format!(" hiding {{ {} }}", names.join(", ")) }
}

/// `Aliases`, or `AliasIcpRecordal as "AliasICPRecordal"` if type and shape have different names.
fn head(header: &Header) -> String {
    match header.id.name() {
        shape if shape == header.rust => header.rust.clone(),
        shape => format!("{} as {shape:?}", header.rust),
    }
}

/// `"HTTPPort" => http_port`
pub(super) fn entry(wire: &str, rust: &str) -> String {
    format!("{wire:?} => {rust}")
}
