//! Marks the values that requests carry in XML documents, whose strings are limited to the characters of XML.

use crate::ir::{Location, Member, Role, Service, Type, Xml};

/// Sets `in_requests` of members, elements, keys and values.
pub(super) fn mark(service: &mut Service) {
    if service.http.is_none() {
        return;
    }
    for shape in service.structures.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        let is_nested = shape.role == Role::Nested;
        let is_in_document = |member: &&mut Member| is_nested || member.location == Location::Document;
        shape.members.iter_mut().filter(is_in_document).for_each(mark_member);
    }
    for shape in service.unions.values_mut().filter(|shape| !shape.header.usage.inputs.is_empty()) {
        shape.members.iter_mut().for_each(mark_member);
    }
}

fn mark_member(member: &mut Member) {
    mark_value(&mut member.ty, &mut member.xml);
}

fn mark_value(ty: &mut Type, xml: &mut Xml) {
    xml.in_requests = true;
    match ty {
        Type::List(element) => mark_value(&mut element.ty, &mut element.xml),
        Type::Map(elements) => {
            elements.key_xml.in_requests = true;
            mark_value(&mut elements.value.ty, &mut elements.value.xml);
        }
        _ => {}
    }
}
