//! What the model says of HTTP and XML.

use crate::ir::http::{Body, Http, Location, Namespace, Root, Route, TimestampFormat, Xml};
use crate::ir::{Service, Type};
use crate::lower::traits::{effective, text};
use shapewright_smithy::model::{Kind, Member, Model, Operation, Shape, ShapeId};
use shapewright_smithy::{Trait, Traits, prelude};

/// What all operations share; none for a service that does not speak REST-XML.
pub(super) fn protocol(service: &Shape) -> Option<Http> {
    let protocol = service.traits.get("aws.protocols#restXml")?;
    let namespace = service.traits.get("smithy.api#xmlNamespace").and_then(namespace);
    Some(Http {
        namespace: namespace.map_or_else(String::new, |namespace| namespace.uri),
        wraps_errors: protocol.value.get("noErrorWrapping") != Some(&true.into()),
        tables: Default::default(),
    })
}

/// How an operation travels.
pub(super) fn route(model: &Model, shape: &Shape, operation: &Operation) -> Option<Route> {
    let http = &shape.traits.get("smithy.api#http")?.value;
    let status = http.get("code").and_then(|code| u16::try_from(code.as_u64()?).ok());
    let endpoint = shape.traits.get("smithy.api#endpoint");
    let unwrapped = shape.traits.contains_key("aws.customizations#s3UnwrappedXmlOutput");
    Some(Route {
        method: http.get("method")?.as_str()?.to_owned(),
        uri: http.get("uri")?.as_str()?.to_owned(),
        host_prefix: endpoint.and_then(|found| Some(found.value.get("hostPrefix")?.as_str()?.to_owned())),
        status: status.unwrap_or(200),
        request: body(model, operation.input.as_ref(), Direction::Request, false),
        response: body(model, operation.output.as_ref(), Direction::Response, unwrapped),
    })
}

/// How operations use a structure. Bindings of members count on inputs and outputs alone (Smithy's HTTP binding
/// traits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// An input, maybe an output too.
    Input,
    /// An output only, and the position of the member that is the whole document.
    Output { payload: Option<usize> },
    /// Inside other structures.
    Nested,
}

/// How the operations of the service use the structure `id`. Of services without REST-XML all bindings count.
pub(super) fn use_of(service: &Service, id: &ShapeId) -> Use {
    let operations = || service.operations.values();
    if service.http.is_none() || operations().any(|operation| operation.input.as_ref() == Some(id)) {
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

/// Where the member at a position of a structure travels.
pub(super) fn location(member: &Member, position: usize, of: Use) -> Location {
    match (of, bound_to(member)) {
        (Use::Nested, _) => Location::Document,
        (Use::Output { payload: Some(payload) }, _) if payload == position => Location::Payload,
        // Responses have no address: what an output binds to it is in the document.
        (Use::Output { .. }, Location::Label | Location::Query(_) | Location::QueryParams) => {
            Location::Document
        }
        (_, location) => location,
    }
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

/// Where the traits of a member say that it travels.
fn bound_to(member: &Member) -> Location {
    let named = |id: &str| text(&member.traits, id);
    let bears = |id: &str| member.traits.contains_key(id);
    if let Some(header) = named("smithy.api#httpHeader") {
        Location::Header(header)
    } else if let Some(prefix) = named("smithy.api#httpPrefixHeaders") {
        Location::PrefixHeaders(prefix)
    } else if let Some(query) = named("smithy.api#httpQuery") {
        Location::Query(query)
    } else if bears("smithy.api#httpQueryParams") {
        Location::QueryParams
    } else if bears("smithy.api#httpLabel") {
        Location::Label
    } else if bears("smithy.api#httpPayload") {
        Location::Payload
    } else if bears("smithy.api#httpResponseCode") {
        Location::ResponseCode
    } else {
        Location::Document
    }
}

/// How a member of a structure, list or map stands in a document.
pub(super) fn xml(model: &Model, member: &Member) -> Xml {
    let target = model.shapes.get(&member.target);
    let own = |id: &str| member.traits.get(id);
    let of_target = |id: &str| target.and_then(|shape| shape.traits.get(id));
    let either = |id: &str| own(id).or_else(|| of_target(id));
    // A prefix on a structure is there for its attributes; any other namespace on it is that of a document.
    let inherited =
        || of_target("smithy.api#xmlNamespace").and_then(namespace).filter(|found| found.prefix.is_some());
    Xml {
        name: text(&member.traits, "smithy.api#xmlName").unwrap_or_else(|| member.name.clone()),
        namespace: own("smithy.api#xmlNamespace").and_then(namespace).or_else(inherited),
        flat: own("smithy.api#xmlFlattened").is_some(),
        attribute: own("smithy.api#xmlAttribute").is_some(),
        format: either("smithy.api#timestampFormat").and_then(format),
    }
}

/// The root of a document: the member's own name and namespace, else those of the shape. The writer adds the service's
/// namespace where the root has none.
fn root(model: &Model, member: Option<&Traits>, shape: &ShapeId) -> Xml {
    let target = model.shapes.get(shape).map(|shape| &shape.traits);
    let either = |id: &str| member.and_then(|traits| traits.get(id)).or_else(|| target?.get(id));
    let name = either("smithy.api#xmlName").and_then(|found| found.value.as_str());
    Xml {
        name: name.unwrap_or(shape.name()).to_owned(),
        namespace: either("smithy.api#xmlNamespace").and_then(namespace),
        ..Xml::default()
    }
}

fn namespace(found: &Trait) -> Option<Namespace> {
    let prefix = found.value.get("prefix").and_then(|prefix| prefix.as_str());
    Some(Namespace { prefix: prefix.map(str::to_owned), uri: found.value.get("uri")?.as_str()?.to_owned() })
}

fn format(found: &Trait) -> Option<TimestampFormat> {
    match found.value.as_str()? {
        "date-time" => Some(TimestampFormat::DateTime),
        "http-date" => Some(TimestampFormat::HttpDate),
        "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
        _ => None,
    }
}

/// What the body of a message holds whose members are those of a structure.
fn body(model: &Model, id: Option<&ShapeId>, direction: Direction, unwrapped: bool) -> Body {
    let Some((id, shape)) = id.and_then(|id| model.shapes.get_key_value(id)) else { return Body::Empty };
    if unwrapped {
        return Body::Payload(0, Root { xml: root(model, None, id), required: false });
    }
    let members = || shape.members.iter();
    let is_required = |member: &Member| member.traits.contains_key("smithy.api#required");
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

/// Which way a message goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Response,
}

/// Whether a member is in the document. Responses have no address: what is bound to it is in the document instead.
fn is_in_document(location: &Location, direction: Direction) -> bool {
    match location {
        Location::Document => true,
        Location::Label | Location::Query(_) | Location::QueryParams => direction == Direction::Response,
        _ => false,
    }
}

fn payload(model: &Model, position: usize, member: &Member, required: bool) -> Body {
    let target = model.shapes.get(&member.target);
    let kind = target.map(|shape| shape.kind.clone()).or_else(|| prelude::kind(member.target.as_str()));
    let usual = match kind {
        Some(Kind::Blob) => "application/octet-stream",
        Some(Kind::String | Kind::Enum) => "text/plain",
        _ => {
            let xml = root(model, Some(&member.traits), &member.target);
            return Body::Payload(position, Root { xml, required });
        }
    };
    Body::Raw(media_type(member, target).unwrap_or_else(|| usual.to_owned()), required)
}

/// What the bytes or the text of a member are.
fn media_type(member: &Member, target: Option<&Shape>) -> Option<String> {
    let (found, ..) =
        effective("smithy.api#mediaType", (&member.traits, ""), target.map(|shape| (shape, "")))?;
    found.value.as_str().map(str::to_owned)
}
