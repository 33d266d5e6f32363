//! Decides what the files of operations hold and import: error enums and HTTP bindings.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::operation::{
    Binding, Bindings, Content, ErrorEnum, ErrorVariant, Message, OperationFile, Place, RootElement,
};
use crate::ir::{
    Answers, Body, Http, Location, Member, Operation, Part, Root, Route, Service, Structure, TimestampFormat,
    Type,
};
use crate::markdown::code;
use crate::naming;
use crate::pass::elements;
use shapewright_smithy::model::ShapeId;

/// The status of a success that a binding does not name.
const USUAL_STATUS: u16 = 200;

/// Fills `operation_files` and `error_imports`.
pub(super) fn collect(service: &mut Service) {
    let mut by_module: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    for operation in service.operations.values() {
        by_module.entry(&operation.module).or_default().push(operation);
    }
    let files = by_module.into_iter().map(|(module, operations)| {
        let has_errors = operations.iter().any(|operation| !operation.errors.is_empty());
        let file = OperationFile {
            title: naming::spoken_module(module),
            errors: operations.iter().map(|operation| error_enum(service, operation)).collect(),
            error_imports: error_imports("operation_error", has_errors),
            bindings: bindings(service, &operations),
        };
        (module.to_owned(), file)
    });
    let files = files.collect();
    service.error_imports = error_imports("service_error", !service.errors.is_empty());
    service.operation_files = files;
    let bound = service.operations.values().filter(|operation| operation.route.is_some());
    service.output.routed = bound.map(|operation| operation.rust.clone()).collect();
    let Answers { default, payload, .. } = &service.answers;
    service.output.missing_body = payload.as_ref().unwrap_or(default).clone();
    let summaries =
        service.errors.values().filter_map(|error| Some((error.rust.clone(), error.summary.clone()?)));
    let common = service.common_errors.errors.iter().filter(|error| !error.is_modelled);
    let common = common.map(|error| (error.rust.clone(), error.summary.clone()));
    service.output.error_summaries = summaries.chain(common).collect();
}

fn error_enum(service: &Service, operation: &Operation) -> ErrorEnum {
    let errors = operation.errors.iter().filter_map(|id| service.errors.get(id));
    let variants = errors.map(|error| ErrorVariant { rust: error.rust.clone(), docs: error.docs.clone() });
    ErrorEnum {
        rust: operation.error_rust.clone(),
        docs: operation.error_docs.clone(),
        variants: variants.collect(),
        has_common: !service.common_errors.errors.is_empty(),
    }
}

fn error_imports(listing: &'static str, has_errors: bool) -> BTreeSet<&'static str> {
    let details = has_errors.then_some("ErrorDetails");
    ["ErrorResponse", listing].into_iter().chain(details).collect()
}

fn bindings(service: &Service, operations: &[&Operation]) -> Option<Bindings> {
    let http = service.http.as_ref()?;
    let bound = operations.iter().filter_map(|operation| {
        let route = operation.route.as_ref()?;
        Some(binding(service, http, operation, route))
    });
    let operations: Vec<Binding> = bound.collect();
    if operations.is_empty() {
        return None;
    }
    let (imports, tables) = names(http, &operations);
    Some(Bindings { imports, tables, operations })
}

fn binding(service: &Service, http: &Http, operation: &Operation, route: &Route) -> Binding {
    let name = &operation.name;
    let address = format!("{}.", code(&format!("{} {}", route.method, route.uri)));
    let docs = match &service.reference {
        Some(base) => format!("[`{name}`]({base}{name}.html): {address}"),
        None => address,
    };
    let typed = |id: &Option<ShapeId>| id.as_ref().map(|id| service.type_name(id).to_owned());
    let message = |id: &Option<ShapeId>, body, part| {
        let structure = service.structures.get(id.as_ref()?)?;
        Some(message(http, structure, body, part))
    };
    Binding {
        name: name.clone(),
        rust: operation.rust.clone(),
        docs: vec![docs],
        input: typed(&operation.input),
        output: typed(&operation.output),
        error: operation.error_rust.clone(),
        method: route.method.clone(),
        uri: route.uri.clone(),
        host_prefix: route.host_prefix.clone(),
        status: Some(route.status).filter(|status| *status != USUAL_STATUS),
        request: message(&operation.input, &route.request, Part::Request),
        response: message(&operation.output, &route.response, Part::Response),
    }
}

fn message(http: &Http, structure: &Structure, body: &Body, part: Part) -> Message {
    let members = &structure.members;
    let places: Vec<Place> = members
        .iter()
        .enumerate()
        .map(|(position, member)| match body {
            Body::Payload(payload, _) if *payload == position => place(member, &Location::Payload),
            _ => place(member, member.location_in(part)),
        })
        .collect();
    let formats = members.iter().zip(&places).filter_map(|(member, place)| format(member, &place.location));
    let formats = formats.collect();
    let required = members.iter().filter(|_| part == Part::Request).filter_map(Member::required_query);
    let token = members.iter().find(|member| member.idempotency_token);
    Message {
        shape: structure.header.id.name().to_owned(),
        members: places,
        formats,
        required_queries: required.map(str::to_owned).collect(),
        idempotency_token: token.map(|member| member.wire.clone()),
        content: content(http, structure, body, part),
    }
}

/// Only what is in a header has another name there, or is in base64.
fn place(member: &Member, location: &Location) -> Place {
    let is_header = matches!(location, Location::Header(_));
    Place {
        location: location.clone(),
        alias: member.header_alias.clone().filter(|_| is_header),
        in_base64: is_header && member.in_base64,
    }
}

/// The format of a timestamp outside of the document, if the model has one.
fn format(member: &Member, location: &Location) -> Option<(String, TimestampFormat)> {
    if matches!(location, Location::Document | Location::Payload) {
        return None;
    }
    let of_items = match &member.ty {
        Type::List(element) => element.xml.format,
        _ => None,
    };
    Some((member.wire.clone(), member.xml.format.or(of_items)?))
}

fn root_element(http: &Http, root: &Root, ty: &Type, part: Part) -> RootElement {
    let entry = elements::root(http, &root.xml, ty, part);
    RootElement { entry, shape: ty.named().map(|id| (id.clone(), part)), required: root.required }
}

fn content(http: &Http, structure: &Structure, body: &Body, part: Part) -> Content {
    match body {
        Body::Empty => Content::Empty,
        Body::Document(root) => {
            let ty = Type::Structure(structure.header.id.clone());
            Content::Document(root_element(http, root, &ty, part))
        }
        Body::Payload(position, root) => {
            let ty = &structure.members[*position].ty;
            Content::Payload(root_element(http, root, ty, Part::Nested))
        }
        Body::Raw(media_type, required) => {
            Content::Raw { media_type: media_type.clone(), required: *required }
        }
    }
}

/// What a file of bindings imports: names of the hand-written crate, and tables of elements.
fn names(http: &Http, operations: &[Binding]) -> (BTreeSet<&'static str>, Vec<String>) {
    let mut imports = BTreeSet::from(["Binding", "Operation"]);
    let mut named = BTreeSet::new();
    for message in operations.iter().flat_map(|binding| [&binding.request, &binding.response]).flatten() {
        imports.insert("Message");
        imports.extend((!message.members.is_empty()).then_some("Location"));
        match &message.content {
            Content::Empty => {}
            Content::Raw { .. } => drop(imports.insert("Body")),
            Content::Document(root) | Content::Payload(root) => {
                imports.extend(["Body", "element"]);
                named.extend(&root.shape);
            }
        }
    }
    let tables = named.into_iter().filter_map(|place| http.tables.get(place));
    let mut tables: Vec<String> = tables.cloned().collect();
    // Places of one shape are beside each other, and may share a table.
    tables.dedup();
    (imports, tables)
}
