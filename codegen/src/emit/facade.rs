//! The crate that re-exports all others of a service.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, ident};
use crate::emit::{Files, Roots};
use crate::ir::Service;
use crate::ir::package::Example;
use crate::ir::package::Part;
use crate::print::File;

/// All source files of the crate; none if the crates are modules.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    if !roots.are_crates {
        return Files::new();
    }
    Files::from([("lib.rs".to_owned(), root(service)), ("prelude.rs".to_owned(), prelude(service))])
}

/// The crates that the facade re-exports.
fn parts(service: &Service) -> impl Iterator<Item = Part> {
    service.packages.iter().map(|package| package.part).filter(|part| *part != Part::Facade)
}

fn root(service: &Service) -> File {
    let uses: Vec<TokenStream> = parts(service)
        .map(|part| {
            let comment = docs(&[contents(part)]);
            let (feature, name, module) = (feature(part), crate_name(service, part), module(part));
            quote! {
                #comment
                #feature
                #[doc(inline)]
                pub use #name as #module;
            }
        })
        .collect();
    File { docs: root_docs(service), modules: vec![quote! { pub mod prelude; }], uses, items: Vec::new() }
}

fn root_docs(service: &Service) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{} {} without a client: build, read and check requests offline.",
            service.sdk_id, service.version
        ),
        String::new(),
    ];
    lines.extend(modules(service));
    lines.extend(example(service));
    lines
}

/// A table of the modules, and the feature of each.
pub(super) fn modules(service: &Service) -> Vec<String> {
    let mut lines = vec!["| Module | Feature | Contents |".to_owned(), "| --- | --- | --- |".to_owned()];
    lines.extend(parts(service).map(|part| {
        let feature =
            if part == Part::Shapes { "always on".to_owned() } else { format!("`{}`", part.suffix()) };
        format!("| `{}` | {feature} | {} |", module(part), contents(part).trim_end_matches('.'))
    }));
    lines.push("| `validators::Valid` | `arbitrary` | Valid requests, for property tests |".to_owned());
    lines.extend(summaries(service));
    lines
}

/// The row about sentences, if there are some.
fn summaries(service: &Service) -> Option<String> {
    let row = "| `shapes::summaries` | `summaries` | One sentence about each operation, shape, member and error code |";
    (!service.summaries.is_empty()).then(|| row.to_owned())
}

/// A program that validates a request, if an operation has an input.
fn example(service: &Service) -> Vec<String> {
    let Some(Example { input, .. }) = &service.example else { return Vec::new() };
    let name = service.package.replace('-', "_");
    let lines = [
        String::new(),
        "```".to_owned(),
        "# #[cfg(feature = \"validators\")] {".to_owned(),
        format!("use {name}::prelude::*;"),
        format!("use {name}::shapes::{input};"),
        String::new(),
        format!("let request = {input}::default();"),
        "for violation in request.validate().iter() {".to_owned(),
        "    println!(\"{violation}\");".to_owned(),
        "}".to_owned(),
        "# }".to_owned(),
        "```".to_owned(),
    ];
    lines.to_vec()
}

fn prelude(service: &Service) -> File {
    let uses = parts(service).map(|part| {
        let (feature, name) = (feature(part), crate_name(service, part));
        let words = words(part);
        quote! { #feature pub use #name::#words; }
    });
    let name = service.package.replace('-', "_");
    File {
        docs: vec![
            "The traits and types that most programs use.".to_owned(),
            String::new(),
            "```".to_owned(),
            format!("use {name}::prelude::*;"),
            "# use FixQuantities as _;".to_owned(),
            "```".to_owned(),
        ],
        modules: Vec::new(),
        uses: uses.collect(),
        items: Vec::new(),
    }
}

/// What the prelude re-exports from a crate.
fn words(part: Part) -> TokenStream {
    match part {
        Part::Facade => TokenStream::new(),
        Part::Shapes => quote! { {Blob, FixQuantities, OpenEnum, Timestamp} },
        Part::Validators => quote! { {Options, Policy, Report, Validate, ValidateUpdate, validate_update} },
        Part::Errors => quote! { {ErrorDetails, ServiceError} },
        Part::Http => quote! { Operation },
        Part::AwsSdk => quote! { Convert },
    }
}

fn contents(part: Part) -> &'static str {
    match part {
        Part::Facade => "",
        Part::Shapes => "Structures, unions and enums, with serde.",
        Part::Validators => "Request validators: the documented limits, with the error code of each.",
        Part::Errors => "Error enums: one per operation, and one for the service.",
        Part::Http => "HTTP bindings: requests and responses in both directions, and a router.",
        Part::AwsSdk => "Conversions to and from the types of the official SDK.",
    }
}

fn feature(part: Part) -> Option<TokenStream> {
    let name = part.suffix();
    (part != Part::Shapes).then(|| quote! { #[cfg(feature = #name)] })
}

fn crate_name(service: &Service, part: Part) -> proc_macro2::Ident {
    ident(&format!("{}_{}", service.package, part.suffix()).replace('-', "_"))
}

fn module(part: Part) -> proc_macro2::Ident {
    ident(&part.suffix().replace('-', "_"))
}
