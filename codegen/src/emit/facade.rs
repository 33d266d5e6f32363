//! The crate that re-exports all others of a service.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::names;
use crate::emit::words::{docs, ident};
use crate::emit::{Files, Roots};
use crate::ir::Service;
use crate::ir::package::{Example, Facade, FacadeRow, Reexport};
use crate::markdown;
use crate::print::File;

/// All source files of the crate; none if the crates are modules.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    if !roots.are_crates {
        return Files::new();
    }
    Files::from([("lib.rs".to_owned(), root(service)), ("prelude.rs".to_owned(), prelude(service))])
}

fn root(service: &Service) -> File {
    let uses =
        service.output.facade.crates.iter().map(|Reexport { krate, module, feature, contents, .. }| {
            let (comment, feature) = (docs(&[contents]), enabled(*feature));
            let (krate, module) = (ident(krate), ident(module));
            quote! {
                #comment
                #feature
                #[doc(inline)]
                pub use #krate as #module;
            }
        });
    let modules = vec![quote! { pub mod prelude; }];
    File { docs: root_docs(service).into(), modules, uses: uses.collect(), items: Vec::new() }
}

fn root_docs(service: &Service) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{} {} without a client: build, read and check requests offline.",
            markdown::text(&service.sdk_id),
            markdown::text(&service.version)
        ),
        String::new(),
    ];
    lines.extend(modules(&service.output.facade));
    lines.extend(example(service));
    lines
}

/// A table of the modules, and the feature of each.
pub(super) fn modules(facade: &Facade) -> Vec<String> {
    let head = ["| Module | Feature | Contents |", "| --- | --- | --- |"].map(str::to_owned);
    let rows = facade.rows.iter().map(|FacadeRow { path, feature, contents }| {
        let feature = feature.map_or_else(|| "always on".to_owned(), |feature| format!("`{feature}`"));
        format!("| `{path}` | {feature} | {contents} |")
    });
    head.into_iter().chain(rows).collect()
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
    let uses =
        service.output.facade.crates.iter().filter_map(|Reexport { krate, feature, prelude, .. }| {
            let (krate, feature) = (ident(krate), enabled(*feature));
            let names = names(prelude.iter().copied())?;
            Some(quote! { #feature pub use #krate::#names; })
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
        ]
        .into(),
        modules: Vec::new(),
        uses: uses.collect(),
        items: Vec::new(),
    }
}

fn enabled(feature: Option<&str>) -> Option<TokenStream> {
    feature.map(|feature| quote! { #[cfg(feature = #feature)] })
}
