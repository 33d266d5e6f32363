//! HTTP bindings and XML names.

use std::collections::BTreeMap;

use crate::ir::http::{Body, Http, Location, Namespace, Root, Route, Xml};
use crate::ir::{Service, Type};
use crate::traits::KeepEmpty;
use shapewright_smithy::model::{Kind, Member, Model, Operation, Shape, ShapeId};
use shapewright_smithy::{TraitValue, Traits, traits};

use super::responses;

/// Settings that all operations share; `None` for a service without REST-XML.
pub(super) fn protocol(service: &Shape) -> Option<Http> {
    let protocol = service.traits.rest_xml()?;
    let namespace = service.traits.xml_namespace();
    Some(Http {
        namespace: namespace.map_or_else(String::new, |namespace| namespace.uri),
        wraps_errors: !protocol.no_error_wrapping,
        responses: responses::responses(service),
        tables: BTreeMap::new(),
        documents: Vec::new(),
    })
}

/// The HTTP binding of an operation.
pub(super) fn route(model: &Model, shape: &Shape, operation: &Operation) -> Option<Route> {
    let traits::Http { method, uri, code, .. } = shape.traits.http()?;
    let unwrapped = shape.traits.s3_unwrapped_xml_output();
    Some(Route {
        method,
        uri,
        host_prefix: shape.traits.endpoint().map(|endpoint| endpoint.host_prefix),
        status: code,
        request: body(model, operation.input.as_ref(), Direction::Request, false),
        response: body(model, operation.output.as_ref(), Direction::Response, unwrapped),
    })
}

/// How operations use a structure. Bindings of members only apply to inputs and outputs (Smithy's HTTP binding
/// traits). For services without REST-XML all apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// In a service without REST-XML.
    Any,
    /// An input, maybe an output too.
    Input,
    /// An output only, and the position of the member that is the whole document.
    Output { payload: Option<usize> },
    /// Inside other structures.
    Nested,
}

/// How the operations of the service use the structure `id`.
pub(super) fn use_of(service: &Service, id: &ShapeId) -> Use {
    let operations = || service.operations.values();
    if service.http.is_none() {
        return Use::Any;
    }
    if operations().any(|operation| operation.input.as_ref() == Some(id)) {
        return Use::Input;
    }
    let mut outputs = operations().filter(|operation| operation.output.as_ref() == Some(id)).peekable();
    if outputs.peek().is_none() {
        return Use::Nested;
    }
    let payload = outputs.find_map(|operation| match operation.route.as_ref()?.response {
        Body::Payload(position, _) => Some(position),
        _ => None,
    });
    Use::Output { payload }
}

/// Location of the member at a position of a structure.
pub(super) fn location(member: &Member, position: usize, of: Use) -> Location {
    match (of, bound_to(member)) {
        (Use::Nested, _) => Location::Document,
        (Use::Output { payload: Some(payload) }, _) if payload == position => Location::Payload,
        // Responses have no URI, and requests no status: members bound to them are in the document.
        (Use::Output { .. }, Location::Label | Location::Query(_) | Location::QueryParams)
        | (Use::Input, Location::ResponseCode) => Location::Document,
        (_, location) => location,
    }
}

/// Whether the member `name` of an input is a label of several segments: `{Key+}` in the URI of an operation.
pub(super) fn is_greedy(model: &Model, input: &ShapeId, name: &str) -> bool {
    let label = format!("{{{name}+}}");
    model.shapes.values().any(|shape| match &shape.kind {
        Kind::Operation(operation) if operation.input.as_ref() == Some(input) => {
            shape.traits.http().is_some_and(|http| http.uri.contains(&label))
        }
        _ => false,
    })
}

/// The type of a member whose form in documents is `xml`: items of a flattened list have its name, and its namespace
/// unless they have one of their own.
pub(super) fn with_flat_items(mut ty: Type, xml: &Xml) -> Type {
    if let Type::List(element) = &mut ty
        && xml.flat
    {
        element.xml.name.clone_from(&xml.name);
        element.xml.namespace = element.xml.namespace.take().or_else(|| xml.namespace.clone());
    }
    ty
}

/// Whether the value of a member is in base64 if it is in a header.
pub(super) fn is_in_base64(model: &Model, member: &Member) -> bool {
    let items = model.shapes.get(&member.target).filter(|shape| shape.kind == Kind::List);
    match items {
        Some(list) => list.members.iter().any(|item| has_media_type(model, item)),
        None => has_media_type(model, member),
    }
}

/// Whether a member is a string with a media type.
fn has_media_type(model: &Model, member: &Member) -> bool {
    let of_target = || model.shapes.get(&member.target)?.traits.media_type();
    let media_type = member.traits.media_type().or_else(of_target);
    matches!(model.kind(&member.target), Some(Kind::String)) && media_type.is_some()
}

/// The binding that the traits of a member specify.
pub(super) fn bound_to(member: &Member) -> Location {
    let traits = &member.traits;
    if let Some(header) = traits.http_header() {
        Location::Header(header.to_owned())
    } else if let Some(prefix) = traits.http_prefix_headers() {
        Location::PrefixHeaders(prefix.to_owned())
    } else if let Some(query) = traits.http_query() {
        Location::Query(query.to_owned())
    } else if traits.http_query_params() {
        Location::QueryParams
    } else if traits.http_label() {
        Location::Label
    } else if traits.http_payload() {
        Location::Payload
    } else if traits.http_response_code() {
        Location::ResponseCode
    } else {
        Location::Document
    }
}

/// The XML element or attribute of a member of a structure, list or map.
pub(super) fn xml(model: &Model, member: &Member) -> Xml {
    let (own, target) = (&member.traits, model.shapes.get(&member.target).map(|shape| &shape.traits));
    // A prefix on a structure is for its attributes; any other namespace on it is that of a document.
    let inherited = || namespace(target?).filter(|found| found.prefix.is_some());
    Xml {
        in_requests: false,
        name: own.xml_name().unwrap_or(&member.name).to_owned(),
        namespace: namespace(own).or_else(inherited),
        flat: own.xml_flattened(),
        attribute: own.xml_attribute(),
        format: own.timestamp_format().or_else(|| target?.timestamp_format()),
        order: responses::order(model, member),
        keeps_empty: own.contains_key(KeepEmpty::ID),
        unless_empty: false,
    }
}

/// The root of a document: the member's own name and namespace, else those of the shape. The writer adds the service's
/// namespace where the root has none.
pub(super) fn root(model: &Model, member: Option<&Traits>, shape: &ShapeId) -> Xml {
    let target = model.shapes.get(shape).map(|shape| &shape.traits);
    let both = || [member, target].into_iter().flatten();
    let name = both().find_map(Traits::xml_name);
    Xml {
        in_requests: false,
        name: name.unwrap_or(shape.name()).to_owned(),
        namespace: both().find_map(namespace),
        ..Xml::default()
    }
}

fn namespace(traits: &Traits) -> Option<Namespace> {
    traits.xml_namespace().map(|found| Namespace { prefix: found.prefix, uri: found.uri })
}

/// Content of the body of a message with the members of a structure.
fn body(model: &Model, id: Option<&ShapeId>, direction: Direction, unwrapped: bool) -> Body {
    let Some((id, shape)) = id.and_then(|id| model.shapes.get_key_value(id)) else { return Body::Empty };
    if unwrapped {
        return Body::Payload(0, Root { xml: root(model, None, id), required: false });
    }
    let members = || shape.members.iter();
    let is_required = |member: &Member| member.traits.required();
    if let Some((position, member)) =
        members().enumerate().find(|(_, member)| bound_to(member) == Location::Payload)
    {
        return payload(model, position, member, is_required(member));
    }
    let mut in_document = members().filter(|member| is_in_document(&bound_to(member), direction)).peekable();
    if in_document.peek().is_none() {
        return Body::Empty;
    }
    Body::Document(Root { xml: root(model, None, id), required: in_document.any(is_required) })
}

/// Direction of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Response,
}

/// Whether a member is in the document. Responses have no URI, and requests no status: members bound to them are in the
/// document instead.
fn is_in_document(location: &Location, direction: Direction) -> bool {
    match location {
        Location::Document => true,
        Location::Label | Location::Query(_) | Location::QueryParams => direction == Direction::Response,
        Location::ResponseCode => direction == Direction::Request,
        _ => false,
    }
}

fn payload(model: &Model, position: usize, member: &Member, required: bool) -> Body {
    let usual = match model.kind(&member.target) {
        Some(Kind::Blob) => "application/octet-stream",
        Some(Kind::String | Kind::Enum) => "text/plain",
        _ => {
            let xml = root(model, Some(&member.traits), &member.target);
            return Body::Payload(position, Root { xml, required });
        }
    };
    let target = model.shapes.get(&member.target);
    let media_type = member.traits.media_type().or_else(|| target?.traits.media_type());
    Body::Raw(media_type.unwrap_or(usual).to_owned(), required)
}
