//! Prints the IR as text: for comparing two readings of a model, and for people who inspect a shape.

mod dialects;

use std::fmt::Write;

use crate::ir::{
    Body, Constraint, Element, Enumeration, ErrorShape, Header, Location, Member, Operation, Quantity, Role,
    Service, Structure, Type, Union,
};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::text::visible;

/// Everything that is known about the shape, operation, dialect or resource of a tool of that name.
pub fn named(service: &Service, name: &str) -> Option<String> {
    let mut out = String::new();
    if let Some(operation) = service.operations.get(name) {
        operation_text(&mut out, service, operation);
    }
    let wanted = |header: &&Header| header.id.name() == name || header.id.as_str() == name;
    for shape in service.structures.values().filter(|shape| wanted(&&shape.header)) {
        structure_text(&mut out, service, shape);
    }
    for shape in service.unions.values().filter(|shape| wanted(&&shape.header)) {
        union_text(&mut out, service, shape);
    }
    for shape in service.enums.values().filter(|shape| wanted(&&shape.header)) {
        enum_text(&mut out, service, shape);
    }
    for shape in service.errors.values().filter(|shape| shape.id.name() == name || shape.id.as_str() == name)
    {
        error_text(&mut out, shape);
    }
    dialects::named(&mut out, service, name);
    (!out.is_empty()).then_some(out)
}

/// Every name that [`named`] knows, without namespace.
pub fn names(service: &Service) -> Vec<&str> {
    let structures = service.structures.values().map(|shape| &shape.header.id);
    let unions = service.unions.values().map(|shape| &shape.header.id);
    let enums = service.enums.values().map(|shape| &shape.header.id);
    let errors = service.errors.values().map(|shape| &shape.id);
    let shapes = structures.chain(unions).chain(enums).chain(errors).map(ShapeId::name);
    let shapes = shapes.chain(dialects::names(service));
    service.operations.keys().map(String::as_str).chain(shapes).collect()
}

/// The whole service, shape by shape.
pub fn all(service: &Service) -> String {
    let mut out = format!("service {} {}\n", service.sdk_id, service.version);
    for operation in service.operations.values() {
        operation_text(&mut out, service, operation);
    }
    for shape in service.structures.values() {
        structure_text(&mut out, service, shape);
    }
    for shape in service.unions.values() {
        union_text(&mut out, service, shape);
    }
    for shape in service.enums.values() {
        enum_text(&mut out, service, shape);
    }
    for shape in service.errors.values() {
        error_text(&mut out, shape);
    }
    out
}

// Writing to a `String` cannot fail, so there is no result to look at. A line has no hidden characters of the model.
macro_rules! line {
    ($out:expr, $($rest:tt)*) => {{
        let _ = writeln!($out, "{}", visible(&format!($($rest)*)));
    }};
}

/// What an overlay says about a shape or member.
fn summary_text(out: &mut String, summary: Option<&str>) {
    if let Some(summary) = summary {
        line!(out, "  about   {summary}");
    }
}

fn operation_text(out: &mut String, service: &Service, operation: &Operation) {
    line!(out, "operation {}", operation.name);
    summary_text(out, operation.summary.as_deref());
    let named = |id: &Option<ShapeId>| id.as_ref().map_or("none".to_owned(), |id| id.name().to_owned());
    line!(out, "  input   {}", named(&operation.input));
    line!(out, "  output  {}", named(&operation.output));
    if let Some(route) = &operation.route {
        let prefix = route.host_prefix.as_ref().map_or(String::new(), |prefix| format!(" at {prefix}"));
        line!(out, "  http    {} {}{prefix}", route.method, route.uri);
        line!(out, "  takes   {}", body_text(&route.request));
        line!(out, "  gives   {} {}", route.status, body_text(&route.response));
    }
    line!(
        out,
        "  enum    {} in {}-errors/src/operation/{}.rs",
        operation.error_rust,
        service.package,
        operation.module
    );
    for error in operation.errors.iter().filter_map(|id| service.errors.get(id)) {
        line!(out, "  error   {} {}", error.status, error.code);
    }
}

fn body_text(body: &Body) -> String {
    match body {
        Body::Empty => "no body".to_owned(),
        Body::Document(root) | Body::Payload(_, root) => format!("document {}", root.xml.name),
        Body::Raw(media_type, _) => media_type.clone(),
    }
}

fn header_text(out: &mut String, service: &Service, kind: &str, header: &Header) {
    line!(out, "{kind} {}", header.id.name());
    summary_text(out, header.summary.as_deref());
    line!(out, "  id      {}", header.id);
    line!(out, "  rust    {} in {}-shapes/src/{}.rs", header.rust, service.package, header.module);
    if let Some(found) = service.sdk.as_ref().and_then(|sdk| sdk.types.get(&header.id)) {
        line!(out, "  sdk     {}", found.path.join("::"));
    }
    for (way, operations) in [("inputs", &header.usage.inputs), ("outputs", &header.usage.outputs)] {
        if !operations.is_empty() {
            let names: Vec<&str> = operations.iter().map(String::as_str).collect();
            line!(out, "  {way:7} {}", names.join(", "));
        }
    }
}

fn structure_text(out: &mut String, service: &Service, shape: &Structure) {
    header_text(out, service, "structure", &shape.header);
    match &shape.role {
        Role::Input(operation) => line!(out, "  role    input of {operation}"),
        Role::Output(operation) => line!(out, "  role    output of {operation}"),
        Role::Nested => {}
    }
    if let Some(Quantity { quantity, items }) = shape.quantity {
        line!(out, "  counts  {} counts {}", shape.members[quantity].wire, shape.members[items].wire);
    }
    shape.members.iter().for_each(|member| member_text(out, service, member));
    let conditions =
        shape.conditions.iter().map(|condition| (&condition.facts, condition.expression.as_str()));
    let checks = shape.checks.iter().map(|check| (&check.facts, check.function.as_str()));
    for (facts, how) in conditions.chain(checks) {
        let codes = if facts.codes.is_empty() { &service.answers.default } else { &facts.codes.join(", ") };
        let confidence = facts.origin.confidence.as_deref().unwrap_or("unsaid");
        line!(out, "  rule    {} [{codes}] ({confidence}) at {:?}: {how}", facts.id, facts.at);
        line!(out, "    from {}; {}", facts.origin.file, facts.origin.source.as_deref().unwrap_or_default());
        if let Some(reports) = &facts.origin.observed {
            line!(out, "    observed in {reports}");
        }
    }
}

fn union_text(out: &mut String, service: &Service, shape: &Union) {
    header_text(out, service, "union", &shape.header);
    shape.members.iter().for_each(|member| member_text(out, service, member));
}

fn enum_text(out: &mut String, service: &Service, shape: &Enumeration) {
    header_text(out, service, "enum", &shape.header);
    for value in &shape.values {
        line!(out, "  value   {:?} as {}", value.wire, value.rust);
        if let Some(summary) = &value.summary {
            line!(out, "    about {summary}");
        }
    }
}

fn error_text(out: &mut String, shape: &ErrorShape) {
    line!(out, "error {}", shape.code);
    summary_text(out, shape.summary.as_deref());
    line!(out, "  id      {}", shape.id);
    let retry = if shape.retryable { ", retryable" } else { "" };
    line!(out, "  status  {} by {:?}{retry}", shape.status, shape.fault);
    let names: Vec<&str> = shape.operations.iter().map(String::as_str).collect();
    line!(out, "  of      {}", names.join(", "));
}

fn member_text(out: &mut String, service: &Service, member: &Member) {
    let boxed = if member.boxed { " boxed" } else { "" };
    line!(out, "  member  {}: {}{boxed} as {}", member.wire, type_text(service, &member.ty), member.rust);
    if let Some(summary) = &member.summary {
        line!(out, "    about {summary}");
    }
    match &member.location {
        Location::Document => {}
        Location::Header(name) => line!(out, "    header {name}"),
        Location::Query(name) => line!(out, "    query {name}"),
        other => line!(out, "    {}", format!("{other:?}").to_lowercase()),
    }
    if member.xml.name != member.wire {
        line!(out, "    element {}", member.xml.name);
    }
    for (flag, on) in [("sensitive", member.sensitive), ("deprecated", member.deprecated)] {
        if on {
            line!(out, "    {flag}");
        }
    }
    if let Some(value) = &member.default {
        line!(out, "    default {value}");
    }
    for assumption in &member.assumed {
        line!(out, "    default {assumption}");
    }
    constraint_texts(out, "", &member.constraints);
    element_texts(out, &member.ty);
}

fn element_texts(out: &mut String, ty: &Type) {
    match ty {
        Type::List(element) => {
            if element.xml.name != "member" {
                line!(out, "    each: element {}", element.xml.name);
            }
            constraint_texts(out, "each: ", &element.constraints);
            element_texts(out, &element.ty);
        }
        Type::Map(elements) => {
            constraint_texts(out, "each key: ", &elements.key);
            constraint_texts(out, "each value: ", &elements.value.constraints);
            element_texts(out, &elements.value.ty);
        }
        _ => {}
    }
}

fn constraint_texts(out: &mut String, label: &str, constraints: &[Constraint]) {
    for Constraint { rule, codes, origin, .. } in constraints {
        let code = if codes.is_empty() { String::new() } else { format!(" [{}]", codes.join(", ")) };
        let source = origin.source.as_ref().map_or(String::new(), |source| format!("; {source}"));
        let confidence = origin.confidence.as_ref().map_or(String::new(), |text| format!(" ({text})"));
        let bearer = origin.bearer.rsplit('#').next().unwrap_or_default();
        let observed = origin.observed.as_ref().map_or(String::new(), |text| format!("; observed in {text}"));
        line!(out, "    {label}{rule}{code}{confidence} from {bearer} in {}{source}{observed}", origin.file);
    }
}

fn type_text(service: &Service, ty: &Type) -> String {
    match ty {
        Type::Enum(id) | Type::Structure(id) | Type::Union(id) => id.name().to_owned(),
        Type::List(element) => format!("list of {}", element_text(service, element)),
        Type::Map(elements) => format!("map to {}", element_text(service, &elements.value)),
        plain => format!("{plain:?}").to_lowercase(),
    }
}

fn element_text(service: &Service, element: &Element) -> String {
    let sparse = if element.sparse { "nullable " } else { "" };
    format!("{sparse}{}", type_text(service, &element.ty))
}
