//! Lists the parts of requests that have no summary.

use crate::ir::{Header, Member, Role, Service};

/// The ids of all operations, and of all structures, unions, enums and members that requests can contain, that have no
/// summary. Ids have the form that overlays use: `com.amazonaws.cloudfront#Tag$Key`.
///
/// Inputs of operations need none, since the operation has a summary; their members do.
pub fn missing_summaries(service: &Service) -> Vec<String> {
    let mut missing = Vec::new();
    let namespace = service.id.namespace();
    for operation in service.operations.values().filter(|operation| operation.summary.is_none()) {
        missing.push(format!("{namespace}#{}", operation.name));
    }
    for structure in service.structures.values() {
        let is_input = matches!(structure.role, Role::Input(_));
        add(&structure.header, is_input, &structure.members, &mut missing);
    }
    for union in service.unions.values() {
        add(&union.header, false, &union.members, &mut missing);
    }
    for enumeration in service.enums.values() {
        add(&enumeration.header, false, &[], &mut missing);
    }
    missing.sort();
    missing
}

fn add(header: &Header, is_input: bool, members: &[Member], missing: &mut Vec<String>) {
    if header.usage.inputs.is_empty() {
        return;
    }
    if header.summary.is_none() && !is_input {
        missing.push(header.id.to_string());
    }
    let without = members.iter().filter(|member| member.summary.is_none());
    missing.extend(without.map(|member| format!("{}${}", header.id, member.wire)));
}
