//! Operations: a type each, with its binding.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident, named};
use crate::emit::{Roots, elements, tree};
use crate::ir::{Answers, Body, Http, Location, Member, Operation, Route, Service, Type};
use crate::print::{File, Item};
use shapewright_smithy::model::ShapeId;

/// The operations on one resource.
pub(super) fn file(
    service: &Service,
    http: &Http,
    module: &str,
    operations: &[(&Operation, &Route)],
    roots: &Roots,
) -> File {
    let expanded =
        operations.iter().flat_map(|(operation, route)| expand(service, http, operation, route, roots));
    let items: Vec<TokenStream> = expanded.collect();
    let words: BTreeSet<String> = items.iter().cloned().flat_map(words).collect();
    let names = ["Binding", "Body", "Location", "Message", "Operation", "element"];
    let names = names.into_iter().filter(|name| words.contains(*name));
    let tables = http.tables.values().map(String::as_str).filter(|table| words.contains(*table));
    let root = &roots.http;
    let mut uses = Vec::from_iter(declaration(&quote! { shapewright_http }, names));
    uses.push(quote! { use #root::SERVICE; });
    uses.extend(declaration(&quote! { #root::xml }, tables));
    let items: Vec<Item> = items.into_iter().map(Item::from).collect();
    File { docs: vec![format!("Operations on {}.", tree::spoken(module))], modules: Vec::new(), uses, items }
}

/// All identifiers in these tokens.
fn words(tokens: TokenStream) -> Vec<String> {
    let inner = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => words(group.stream()),
        TokenTree::Ident(name) => vec![name.to_string()],
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    });
    inner.flatten().collect()
}

/// XML namespace and general error codes, shared by all operations.
pub(super) fn service(service: &Service, http: &Http) -> TokenStream {
    let Http { namespace, wraps_errors, .. } = http;
    let Answers { default, payload, malformed, .. } = &service.answers;
    let missing = payload.as_ref().unwrap_or(default);
    quote! {
        /// XML namespace and general error codes, shared by all operations.
        pub static SERVICE: Service = Service::new(#default)
            .namespace(#namespace)
            .wraps_errors(#wraps_errors)
            .missing_body(#missing)
            .malformed_body(#malformed);
    }
}

fn expand(
    service: &Service,
    http: &Http,
    operation: &Operation,
    route: &Route,
    roots: &Roots,
) -> [TokenStream; 2] {
    let (rust, name) = (ident(&operation.rust), &operation.name);
    let address = format!("`{} {}`.", route.method, route.uri);
    let comment = match &service.reference {
        Some(base) => docs(&[format!("[`{name}`]({base}{name}.html): {address}")]),
        None => docs(&[address]),
    };
    let shapes = &roots.shapes_outside;
    let typed = |id: &Option<ShapeId>| match id {
        Some(id) => {
            let name = ident(named(service, id));
            quote! { #shapes::#name }
        }
        None => quote! { () },
    };
    let (input, output) = (typed(&operation.input), typed(&operation.output));
    let (errors, error) = (&roots.errors_outside, ident(&operation.error_rust));
    let Route { method, uri, .. } = route;
    let status = (route.status != 200).then(|| {
        let status = Literal::u16_unsuffixed(route.status);
        quote! { .status(#status) }
    });
    let host_prefix = route.host_prefix.as_ref().map(|prefix| quote! { .host_prefix(#prefix) });
    let request = message(service, http, operation.input.as_ref(), &route.request);
    let request = request.map(|message| quote! { .input(#message) });
    let response = message(service, http, operation.output.as_ref(), &route.response);
    let response = response.map(|message| quote! { .output(#message) });
    let definition = quote! {
        #comment
        #[derive(Clone, Copy, Debug)]
        pub struct #rust;
    };
    let mechanics = quote! {
        impl Operation for #rust {
            type Input = #input;
            type Output = #output;
            type Error = #errors::#error;
            const BINDING: &'static Binding = &Binding::new(&SERVICE)
                .name(#name).http(#method, #uri) #host_prefix #status #request #response;
        }
    };
    [definition, mechanics]
}

/// The message of an input or output; `None` if the operation has none.
fn message(service: &Service, http: &Http, id: Option<&ShapeId>, content: &Body) -> Option<TokenStream> {
    let structure = service.structures.get(id?)?;
    let shape = structure.header.id.name();
    let members: Vec<_> = structure.members.iter().map(location).collect();
    let members = (!members.is_empty()).then(|| quote! { .members(&[#(#members),*]) });
    let formats: Vec<_> = structure.members.iter().filter_map(format).collect();
    let formats = (!formats.is_empty()).then(|| quote! { .formats(&[#(#formats),*]) });
    let required: Vec<_> = structure.members.iter().filter_map(Member::required_query).collect();
    let required = (!required.is_empty()).then(|| quote! { .required_queries(&[#(#required),*]) });
    let token = structure.members.iter().find(|member| member.idempotency_token).map(|member| {
        let name = &member.wire;
        quote! { .idempotency_token(#name) }
    });
    let body = match content {
        Body::Empty => None,
        _ => {
            let body = body(service, http, id, content);
            Some(quote! { .body(#body) })
        }
    };
    Some(quote! { Message::new(#shape) #members #formats #required #token #body })
}

fn location(member: &Member) -> TokenStream {
    if let (Location::Header(name), Some(alias)) = (&member.location, &member.header_alias) {
        return quote! { Location::HeaderOr(#name, #alias) };
    }
    match &member.location {
        Location::Document => quote! { Location::Document },
        Location::Payload => quote! { Location::Payload },
        Location::Label => quote! { Location::Label },
        Location::Header(name) => quote! { Location::Header(#name) },
        Location::PrefixHeaders(prefix) => quote! { Location::PrefixHeaders(#prefix) },
        Location::Query(name) => quote! { Location::Query(#name) },
        Location::QueryParams => quote! { Location::QueryParams },
        Location::ResponseCode => quote! { Location::ResponseCode },
    }
}

/// The format of a timestamp outside the document, if the model has one.
fn format(member: &Member) -> Option<TokenStream> {
    let of_items = || match &member.ty {
        Type::List(element) => element.xml.format,
        _ => None,
    };
    let name = &member.wire;
    if matches!(member.location, Location::Document | Location::Payload) {
        return None;
    }
    let variant = ident(elements::word(member.xml.format.or_else(of_items)?));
    Some(quote! { (#name, shapewright_http::TimestampFormat::#variant) })
}

fn body(service: &Service, http: &Http, id: Option<&ShapeId>, content: &Body) -> TokenStream {
    let structure = id.and_then(|id| service.structures.get(id));
    let element = |xml, ty: &Type| {
        let entry = elements::entry(http, xml, ty).parse::<TokenStream>();
        entry.expect("an entry is made of literals, names and pairs of brackets")
    };
    match (content, structure) {
        (Body::Document(root), Some(structure)) => {
            let element = element(&root.xml, &Type::Structure(structure.header.id.clone()));
            let required = root.required;
            quote! { Body::Document { root: element!(#element), required: #required } }
        }
        (Body::Payload(position, root), Some(structure)) => {
            let element = element(&root.xml, &structure.members[*position].ty);
            let required = root.required;
            quote! { Body::Payload { root: element!(#element), required: #required } }
        }
        (Body::Raw(media_type, required), _) => {
            quote! { Body::Raw { media_type: #media_type, required: #required } }
        }
        _ => quote! { Body::Empty },
    }
}
