//! Reports invalid HTTP bindings.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use crate::ir::{Location, Member, Operation, Part, Route, Service, Structure, Type, Xml};
use shapewright_smithy::text::is_hidden;
use shapewright_smithy::{Diagnostics, Place};

/// Checks the URIs of all operations.
pub(super) fn operations(service: &Service, diagnostics: &mut Diagnostics) {
    twins(service, diagnostics);
    for operation in service.operations.values() {
        match &operation.route {
            Some(route) => address(service, operation, route, diagnostics),
            None => diagnostics.warning(
                place(service, operation),
                "the operation has no `smithy.api#http` trait and gets no HTTP binding",
                "apply the trait `smithy.api#http` in an overlay",
            ),
        }
    }
}

fn place(service: &Service, operation: &Operation) -> Place {
    Place::shape(&service.file, format!("{}#{}", service.id.namespace(), operation.name))
}

/// Reports operations that a router cannot distinguish: same method, same URI, and same required query parameters.
fn twins(service: &Service, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for operation in service.operations.values() {
        let Some(route) = &operation.route else { continue };
        let members = service.input_members(operation);
        let needed: BTreeSet<&str> = members.iter().filter_map(Member::required_query).collect();
        if let Some(first) = seen.insert((&route.method, &route.uri, needed), &operation.name) {
            diagnostics.warning(
                place(service, operation),
                format!("{first} has the same method and URI: a router may confuse them"),
                "change the URI of one of them in an overlay, or distinguish them in your own code",
            );
        }
    }
}

/// Checks one URI: it must be valid, and its labels must match the members bound to labels.
fn address(service: &Service, operation: &Operation, route: &Route, diagnostics: &mut Diagnostics) {
    let place = place(service, operation);
    for (is_wrong, what) in [
        (!is_token(&route.method), format!("`{}` is not an HTTP method", route.method)),
        (!(200..400).contains(&route.status), format!("{} is not the status of a success", route.status)),
        (!has_whole_labels(path(route)), "a label is not a whole segment of the path".to_owned()),
        (route.uri.contains('#'), "the URI has a `#`, which no request can have".to_owned()),
        (path(route).matches("+}").count() > 1, "the path has more than one greedy label".to_owned()),
    ] {
        if is_wrong {
            diagnostics.error(place.clone(), what, "correct the trait `smithy.api#http` with an overlay");
        }
    }
    let members = service.input_members(operation);
    let bound: BTreeSet<&str> = labels_of(members).collect();
    let in_path: BTreeSet<&str> = labels(path(route)).map(|label| label.trim_end_matches('+')).collect();
    for label in in_path.difference(&bound) {
        diagnostics.error(
            place.clone(),
            format!("the path has the label `{label}`, but no member of the input is bound to it"),
            "apply the trait `smithy.api#httpLabel` to the member of that name, or remove the label from the path",
        );
    }
    for label in bound.difference(&in_path) {
        diagnostics.error(
            place.clone(),
            format!("the member `{label}` is bound to a label, but the path does not have it"),
            "add the label to the path in braces, or bind the member elsewhere",
        );
    }
    let known = |label: &&str| members.iter().any(|member| member.wire == **label);
    for label in labels(route.host_prefix.as_deref().unwrap_or_default()).filter(|label| !known(label)) {
        diagnostics.error(
            place.clone(),
            format!("the host prefix has the label `{label}`, but the input has no such member"),
            "name a member of the input",
        );
    }
}

fn path(route: &Route) -> &str {
    route.uri.split('?').next().unwrap_or_default()
}

/// Whether braces only enclose whole segments.
fn has_whole_labels(path: &str) -> bool {
    path.split('/').all(|part| {
        let inner = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')).unwrap_or(part);
        !inner.contains(['{', '}'])
    })
}

fn labels_of(members: &[Member]) -> impl Iterator<Item = &str> {
    members.iter().filter(|member| member.location == Location::Label).map(|member| member.wire.as_str())
}

/// The names in braces.
fn labels(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(label, _)| label)
}

/// Checks the bindings of all members.
pub(super) fn structures(service: &Service, diagnostics: &mut Diagnostics) {
    for structure in service.structures.values() {
        let payloads = structure.members.iter().filter(|member| member.location == Location::Payload).count();
        let is_in_document = |member: &Member| {
            [&member.location, &member.bound].iter().all(|place| **place == Location::Document)
        };
        let in_document = structure.members.iter().any(is_in_document);
        if payloads > 1 || (payloads == 1 && in_document) {
            diagnostics.error(
                Place::shape(&service.file, &structure.header.id),
                "one member is the payload, but other members are in the body too",
                "bind the other members to the URI or to headers, or unbind the payload",
            );
        }
        structure.members.iter().for_each(|member| check(service, structure, member, diagnostics));
        element_name(
            service,
            &structure.root,
            Place::shape(&service.file, &structure.header.id),
            diagnostics,
        );
        beside_payload(service, structure, diagnostics);
        namesakes(service, structure, diagnostics);
    }
    for union in service.unions.values() {
        for member in &union.members {
            let place = Place::member(&service.file, &union.header.id, &member.wire);
            element_names(service, &member.xml, &member.ty, &place, diagnostics);
        }
    }
}

/// Reports members whose binding a message ignores, but which its document cannot have, because another member is the
/// body.
fn beside_payload(service: &Service, structure: &Structure, diagnostics: &mut Diagnostics) {
    if structure.members.iter().all(|member| member.bound != Location::Payload) {
        return;
    }
    for (part, messages) in parts(service, structure) {
        let lost = structure.members.iter().filter(|member| {
            member.bound != Location::Document && *member.location_in(part) == Location::Document
        });
        for member in lost {
            diagnostics.warning(
                Place::member(&service.file, &structure.header.id, &member.wire),
                format!("{messages} ignore the binding of the member, and their body is another member: it is lost"),
                "use separate input and output structures",
            );
        }
    }
}

/// The places that a structure has as a whole message, with a word for the messages.
fn parts(service: &Service, structure: &Structure) -> Vec<(Part, &'static str)> {
    let id = Some(&structure.header.id);
    let is_input = service.operations.values().any(|operation| operation.input.as_ref() == id);
    let is_output = service.operations.values().any(|operation| operation.output.as_ref() == id);
    let found = [(is_input, Part::Request, "requests"), (is_output, Part::Response, "responses")];
    found.into_iter().filter(|(is_used, ..)| *is_used).map(|(_, part, messages)| (part, messages)).collect()
}

/// Reports members with the same name on the wire, which readers cannot distinguish.
fn namesakes(service: &Service, structure: &Structure, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    let parts = parts(service, structure);
    for member in &structure.members {
        let locations = parts.iter().map(|(part, _)| member.location_in(*part));
        let locations: Vec<&Location> = iter::once(&member.location).chain(locations).collect();
        let names: BTreeSet<String> =
            locations.into_iter().filter_map(|location| name_at(service, member, location)).collect();
        for name in names {
            if let Some(first) = seen.insert(name.clone(), &member.wire) {
                diagnostics.warning(
                    Place::member(&service.file, &structure.header.id, &member.wire),
                    format!("{first} is also the {name}: readers cannot distinguish them"),
                    "rename one of them in an overlay",
                );
            }
        }
    }
}

/// The name of a member on the wire, and where it is.
fn name_at(service: &Service, member: &Member, location: &Location) -> Option<String> {
    match location {
        Location::Document if service.http.is_some() => Some(format!("element {}", member.xml.name)),
        Location::Header(name) => Some(format!("header {}", name.to_ascii_lowercase())),
        Location::Query(name) => Some(format!("query parameter {name}")),
        _ => None,
    }
}

fn check(service: &Service, structure: &Structure, member: &Member, diagnostics: &mut Diagnostics) {
    let place = Place::member(&service.file, &structure.header.id, &member.wire);
    if !fits(member) {
        diagnostics.error(
            place.clone(),
            "a value of this type cannot be sent where the member is bound",
            "bind it to the body, or give it a simpler type",
        );
    }
    if let Location::Header(name) = &member.location
        && !is_token(name)
    {
        diagnostics.error(
            place.clone(),
            format!("`{name}` cannot be the name of a header"),
            "use letters, digits and hyphens",
        );
    }
    element_names(service, &member.xml, &member.ty, &place, diagnostics);
}

/// Reports labels, headers and query parameters with a type that has members.
fn fits(member: &Member) -> bool {
    match member.location {
        Location::Document | Location::Payload => true,
        Location::PrefixHeaders(_) | Location::QueryParams => matches!(member.ty, Type::Map(_)),
        _ => !matches!(member.ty, Type::Structure(_) | Type::Union(_) | Type::Map(_) | Type::Document),
    }
}

/// The characters of RFC 9110's `token`.
fn is_token(name: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(legal)
}

/// Checks the name of a value, and those of its elements, keys and values.
fn element_names(service: &Service, xml: &Xml, ty: &Type, place: &Place, diagnostics: &mut Diagnostics) {
    element_name(service, xml, place.clone(), diagnostics);
    match ty {
        Type::List(element) => element_names(service, &element.xml, &element.ty, place, diagnostics),
        Type::Map(elements) => {
            element_name(service, &elements.key_xml, place.clone(), diagnostics);
            element_names(service, &elements.value.xml, &elements.value.ty, place, diagnostics);
        }
        _ => {}
    }
}

fn element_name(service: &Service, xml: &Xml, place: Place, diagnostics: &mut Diagnostics) {
    let name = &xml.name;
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let legal = |c: char| !is_hidden(c) && (c.is_alphanumeric() || "-._:".contains(c));
    if service.http.is_some() && !(starts_well && name.chars().all(legal)) {
        diagnostics.error(
            place,
            format!("`{name}` cannot be the name of an element"),
            "rename the member in XML with the trait `smithy.api#xmlName`",
        );
    }
}
