//! Operations: one type per operation, with its binding.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident};
use crate::emit::{Roots, elements};
use crate::ir::operation::{Binding, Bindings, Content, Message, OperationFile, Place, RootElement};
use crate::ir::{Answer, Answers, Http, Location, Responses, Service};
use crate::print::{File, Item};

/// The operations on one resource.
pub(super) fn file(file: &OperationFile, bindings: &Bindings, roots: &Roots) -> File {
    let root = &roots.http;
    let names = bindings.imports.iter().copied();
    let mut uses = Vec::from_iter(declaration(&quote! { shapewright_http }, names));
    uses.push(quote! { use #root::SERVICE; });
    uses.extend(declaration(&quote! { #root::xml }, bindings.tables.iter().map(String::as_str)));
    let items = bindings.operations.iter().flat_map(|binding| expand(binding, roots));
    let items = items.map(Item::from).collect();
    File { docs: vec![format!("Operations on {}.", file.title)].into(), modules: Vec::new(), uses, items }
}

/// XML namespace, general error codes and form of responses, shared by all operations.
pub(super) fn service(service: &Service, http: &Http) -> TokenStream {
    let Http { namespace, wraps_errors, responses, .. } = http;
    let Answers { default, malformed: Answer { code: malformed, .. }, .. } = &service.answers;
    let missing = &service.output.missing_body;
    let payload =
        service.answers.model.as_ref().map(|Answer { code, .. }| quote! { .missing_payload(#code) });
    let responses = responses.as_ref().map(|Responses { declaration, content_type, request_id_header }| {
        let declaration = declaration.as_ref().map(|text| quote! { .declaration(#text) });
        let content_type = content_type.as_ref().map(|text| quote! { .content_type(#text) });
        let header = request_id_header.as_ref().map(|name| quote! { .request_id_header(#name) });
        quote! { .responses(Responses::new() #declaration #content_type #header) }
    });
    quote! {
        /// XML namespace, general error codes and form of responses, shared by all operations.
        pub static SERVICE: Service = Service::new(#default)
            .namespace(#namespace)
            .wraps_errors(#wraps_errors)
            .missing_body(#missing)
            #payload
            .malformed_body(#malformed)
            #responses;
    }
}

fn expand(binding: &Binding, roots: &Roots) -> [TokenStream; 2] {
    let Binding { name, method, uri, .. } = binding;
    let (rust, comment) = (ident(&binding.rust), docs(&binding.docs));
    let (input, output) =
        (structure(binding.input.as_ref(), roots), structure(binding.output.as_ref(), roots));
    let (errors, error) = (&roots.errors_outside, ident(&binding.error));
    let host_prefix = binding.host_prefix.as_ref().map(|prefix| quote! { .host_prefix(#prefix) });
    let status = binding.status.map(Literal::u16_unsuffixed).map(|status| quote! { .status(#status) });
    let request = binding.request.as_ref().map(message);
    let request = request.map(|message| quote! { .input(#message) });
    let response = binding.response.as_ref().map(message);
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

fn structure(name: Option<&String>, roots: &Roots) -> TokenStream {
    let shapes = &roots.shapes_outside;
    if let Some(name) = name.map(|name| ident(name)) {
        quote! { #shapes::#name }
    } else {
        quote! { () }
    }
}

fn message(message: &Message) -> TokenStream {
    let shape = &message.shape;
    let members = list("members", message.members.iter().map(location));
    let formats = message.formats.iter().map(|(name, format)| {
        let variant = ident(elements::word(*format));
        quote! { (#name, shapewright_http::TimestampFormat::#variant) }
    });
    let formats = list("formats", formats);
    let required = list("required_queries", message.required_queries.iter().map(|name| quote! { #name }));
    let token = message.idempotency_token.as_ref().map(|name| quote! { .idempotency_token(#name) });
    let body = body(&message.content).map(|body| quote! { .body(#body) });
    quote! { Message::new(#shape) #members #formats #required #token #body }
}

/// `.members(&[…])`; nothing for an empty list, which is the default.
fn list(method: &str, entries: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let (method, entries) = (ident(method), entries.collect::<Vec<_>>());
    (!entries.is_empty()).then(|| quote! { .#method(&[#(#entries),*]) })
}

fn location(place: &Place) -> TokenStream {
    match (&place.location, &place.alias) {
        (Location::Document, _) => quote! { Location::Document },
        (Location::Payload, _) => quote! { Location::Payload },
        (Location::Label, _) => quote! { Location::Label },
        (Location::Header(name), _) if place.in_base64 => quote! { Location::HeaderInBase64(#name) },
        (Location::Header(name), Some(alias)) => quote! { Location::HeaderOr(#name, #alias) },
        (Location::Header(name), None) => quote! { Location::Header(#name) },
        (Location::PrefixHeaders(prefix), _) => quote! { Location::PrefixHeaders(#prefix) },
        (Location::Query(name), _) => quote! { Location::Query(#name) },
        (Location::QueryParams, _) => quote! { Location::QueryParams },
        (Location::ResponseCode, _) => quote! { Location::ResponseCode },
    }
}

fn body(content: &Content) -> Option<TokenStream> {
    let element = |root: &RootElement| {
        let entry = elements::entry(&root.entry).parse::<TokenStream>();
        entry.expect("an entry is made of literals, names and pairs of brackets")
    };
    Some(match content {
        Content::Empty => return None,
        Content::Document(root) => {
            let (element, required) = (element(root), root.required);
            quote! { Body::Document { root: element!(#element), required: #required } }
        }
        Content::Payload(root) => {
            let (element, required) = (element(root), root.required);
            quote! { Body::Payload { root: element!(#element), required: #required } }
        }
        Content::Raw { media_type, required } => {
            quote! { Body::Raw { media_type: #media_type, required: #required } }
        }
    })
}
