//! The crate of HTTP bindings: operations in one file per resource, tables of elements in files of the same names below
//! `xml`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::{Files, Roots, binding, elements, examples, tree};
use crate::ir::elements::{Document, ElementFile};
use crate::ir::{Http, Service};
use crate::markdown;
use crate::print::{File, Listing};

/// All source files of the crate; none if the service does not use REST-XML.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let Some(http) = &service.http else { return Files::new() };
    let mut files = Files::new();
    let mut modules = Vec::new();
    for (module, file) in &service.operation_files {
        if let Some(bindings) = &file.bindings {
            files.insert(format!("{module}.rs"), binding::file(file, bindings, roots));
            modules.push(module.as_str());
        }
    }
    let names = || modules.iter().copied();
    let declared = tree::declare(&mut files, "", names());
    files.insert("lib.rs".to_owned(), root((service, roots), http, declared, names()));
    let found = service.output.elements.iter();
    files.extend(found.map(|(name, file)| (format!("xml/{name}.rs"), tables(file, roots))));
    let names = || service.output.elements.keys().map(String::as_str);
    let declared = tree::declare(&mut files, "xml/", names());
    files.insert("xml.rs".to_owned(), table_root(&service.output.documents, roots, (declared, names())));
    files
}

fn root<'a>(
    (service, roots): (&Service, &Roots),
    http: &Http,
    mut modules: Vec<TokenStream>,
    names: impl Iterator<Item = &'a str>,
) -> File {
    let mut uses = tree::reexports(names, &quote! { pub });
    modules.push(quote! { mod xml; });
    uses.push(quote! { pub use self::xml::{from_xml, from_xml_with, to_xml}; });
    uses.push(quote! {
        pub use shapewright_http::{
            Binding, Body, BuildError, Location, Message, Operation, ReadOptions, RequestError, ResponseError,
            ResponseOptions, Responses, RouteError, Router, Service, Strictness, XmlError, http,
        };
    });
    let mut docs = vec![
        format!(
            "HTTP bindings of {} {}: requests and responses, in both directions.",
            markdown::text(&service.sdk_id),
            markdown::text(&service.version)
        ),
        String::new(),
        "A type for each operation builds and parses both; [`route`] finds the operation of a request."
            .to_owned(),
    ];
    docs.extend(examples::http(service, roots));
    File {
        docs: docs.into(),
        modules,
        uses,
        items: vec![
            binding::service(service, http).into(),
            Listing {
                name: "shapewright_http::operations",
                head: String::new(),
                entries: service.output.routed.clone(),
                tail: String::new(),
            }
            .into(),
        ],
    }
}

/// The tables of a file.
fn tables(file: &ElementFile, roots: &Roots) -> File {
    let root = &roots.http;
    let mut uses = vec![quote! { use shapewright_http::elements; }];
    uses.extend(declaration(&quote! { #root::xml }, file.imports.iter().map(String::as_str)));
    let items = file.tables.iter().map(|table| elements::listing(table).into());
    let docs = vec!["XML element tables.".to_owned()];
    File { docs: docs.into(), modules: Vec::new(), uses, items: items.collect() }
}

fn table_root<'a>(
    documents: &[Document],
    roots: &Roots,
    (modules, names): (Vec<TokenStream>, impl Iterator<Item = &'a str>),
) -> File {
    let mut uses = tree::reexports(names, &quote! { pub(crate) });
    let root = &roots.http;
    uses.push(quote! { use #root::SERVICE; });
    uses.push(quote! { use shapewright_http::documents; });
    let docs = vec!["XML elements of structures and unions, one file per resource.".to_owned()];
    let entries = documents.iter().map(elements::document).collect();
    let head = "SERVICE".to_owned();
    let documents = Listing { name: "documents", head, entries, tail: String::new() };
    File { docs: docs.into(), modules, uses, items: vec![documents.into()] }
}
