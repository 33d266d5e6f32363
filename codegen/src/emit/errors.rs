//! The errors crate: all codes with their properties, one enum for the service, and one per operation.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident};
use crate::emit::{Files, Roots, examples, summaries, tree};
use crate::ir::operation::{ErrorEnum, OperationFile};
use crate::ir::{CommonError, ErrorShape, Service};
use crate::markdown;
use crate::print::{File, Item, Listing};

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let mut files = Files::from([
        ("code.rs".to_owned(), codes(service)),
        ("service.rs".to_owned(), service_error(service, roots)),
    ]);
    for (module, file) in &service.operation_files {
        files.insert(format!("operation/{module}.rs"), operation_errors(file, roots));
    }
    if let Some(file) = common(service, roots) {
        files.insert("common.rs".to_owned(), file);
    }
    let names = || service.operation_files.keys().map(String::as_str);
    let modules = tree::declare(&mut files, "operation/", names());
    files.insert("operation.rs".to_owned(), operation_root(modules, names()));
    let summaries = summaries::of_errors(service, roots, &mut files);
    files.insert("lib.rs".to_owned(), root(service, roots, summaries));
    files
}

fn root(service: &Service, roots: &Roots, summaries: Option<TokenStream>) -> File {
    let mut docs = vec![
        format!(
            "Errors of {} {}: one enum for each operation, one for the service.",
            markdown::text(&service.sdk_id),
            markdown::text(&service.version)
        ),
        String::new(),
        "Each keeps codes that the model does not have, and converts into [`Error`].".to_owned(),
    ];
    docs.extend(examples::errors(service, roots));
    let has_common = !service.common_errors.errors.is_empty();
    let common = has_common.then(|| quote! { mod common; });
    let mut modules = vec![quote! { mod code; }];
    modules.extend(common);
    modules.extend([quote! { mod operation; }, quote! { mod service; }]);
    modules.extend(summaries);
    let mut uses = vec![quote! { pub use self::code::Code; }];
    uses.extend(has_common.then(|| quote! { pub use self::common::CommonError; }));
    uses.extend([
        quote! { pub use self::operation::*; },
        quote! { pub use self::service::Error; },
        quote! { pub use shapewright_runtime::{ErrorDetails, ErrorResponse, Fault, ServiceError}; },
    ]);
    File { docs: docs.into(), modules, uses, items: Vec::new() }
}

fn operation_root<'a>(modules: Vec<TokenStream>, names: impl Iterator<Item = &'a str>) -> File {
    let uses = tree::reexports(names, &quote! { pub });
    let docs = vec!["Errors of each operation, one file per resource.".to_owned()];
    File { docs: docs.into(), modules, uses, items: Vec::new() }
}

fn codes(service: &Service) -> File {
    let common = || service.common_errors.errors.iter().filter(|error| !error.is_modelled);
    let docs_and_names = service.errors.values().map(|error| (&error.code_docs, &error.rust));
    let docs_and_names = docs_and_names.chain(common().map(|error| (&error.code_docs, &error.rust)));
    let variants = docs_and_names.map(|(lines, rust)| {
        let (comment, name) = (docs(lines), ident(rust));
        quote! { #comment #name, }
    });
    let facts = service.errors.values().map(|error| {
        let ErrorShape { code, rust, status, fault, retryable, .. } = error;
        format!("{code:?} => {rust} {status} {fault:?} {retryable}")
    });
    let facts = facts.chain(common().map(|error| {
        let CommonError { code, rust, status, fault, retryable, .. } = error;
        format!("{code:?} => {rust} {status} {fault:?} {retryable}")
    }));
    let facts = Listing {
        name: "error_codes",
        head: "Code".to_owned(),
        entries: facts.collect(),
        tail: String::new(),
    };
    let title = format!("Every error code of {}.", markdown::text(&service.sdk_id));
    let comment = docs(&[&title]);
    File {
        docs: vec![title].into(),
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_runtime::error_codes; }],
        items: vec![
            quote! {
                #comment
                #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
                #[non_exhaustive]
                pub enum Code { #(#variants)* }
            }
            .into(),
            facts.into(),
        ],
    }
}

/// The errors that any operation may return; nothing for a service without them.
fn common(service: &Service, roots: &Roots) -> Option<File> {
    let errors = &service.common_errors.errors;
    if errors.is_empty() {
        return None;
    }
    let variants = errors.iter().map(|error| variant(&error.rust, &error.docs));
    let mechanics = Listing {
        name: "common_error",
        head: "CommonError of Code".to_owned(),
        entries: errors.iter().map(|error| error.rust.clone()).collect(),
        tail: String::new(),
    };
    let title = format!("An error that any operation of {} may return.", markdown::text(&service.sdk_id));
    let (title, root) = (docs(&[&title]), &roots.errors);
    Some(File {
        docs: vec!["The errors that any operation may return, whether or not it models them.".to_owned()]
            .into(),
        modules: Vec::new(),
        uses: vec![
            quote! { use shapewright_runtime::{ErrorDetails, common_error}; },
            quote! { use #root::Code; },
        ],
        items: vec![
            quote! {
                #title
                ///
                /// The framework of the service sends it. An operation that models the code has a variant of its own
                /// for it.
                #[derive(Clone, Debug, PartialEq, Eq)]
                #[non_exhaustive]
                pub enum CommonError { #(#variants)* }
            }
            .into(),
            mechanics.into(),
        ],
    })
}

/// The variant of an error enum for common errors, and the words for it in the list of its variants.
fn common_variant(has_common: bool) -> (Option<TokenStream>, &'static str) {
    if !has_common {
        return (None, "");
    }
    let variant = quote! {
        /// An error that any operation may return.
        Common(CommonError),
    };
    (Some(variant), " with Common(CommonError)")
}

fn service_error(service: &Service, roots: &Roots) -> File {
    let variants = service.errors.values().map(|error| variant(&error.rust, &error.docs));
    let names = service.errors.values().map(|error| error.rust.clone()).collect();
    let has_common = !service.common_errors.errors.is_empty();
    let (common, with_common) = common_variant(has_common);
    let head = format!("Error of Code{with_common} else Unknown");
    let mechanics = Listing { name: "service_error", head, entries: names, tail: String::new() };
    let title = format!("Any error of {}.", markdown::text(&service.sdk_id));
    let title = docs(&[&title]);
    let root = &roots.errors;
    let mut uses = runtime(&service.error_imports);
    uses.push(if has_common {
        quote! { use #root::{Code, CommonError}; }
    } else {
        quote! { use #root::Code; }
    });
    File {
        docs: vec!["The errors of all operations together.".to_owned()].into(),
        modules: Vec::new(),
        uses,
        items: vec![
            quote! {
                #title
                #[derive(Clone, Debug, PartialEq, Eq)]
                #[non_exhaustive]
                pub enum Error {
                    #(#variants)*
                    #common
                    /// An error code that is not in the model.
                    Unknown(ErrorResponse),
                }
            }
            .into(),
            mechanics.into(),
        ],
    }
}

fn variant(rust: &str, lines: &[String]) -> TokenStream {
    let (comment, name) = (docs(lines), ident(rust));
    quote! { #comment #name(ErrorDetails), }
}

fn operation_errors(file: &OperationFile, roots: &Roots) -> File {
    let root = &roots.errors;
    let mut uses = runtime(&file.error_imports);
    let has_common = file.errors.iter().any(|error| error.has_common);
    let common = has_common.then(|| quote! { CommonError, });
    uses.push(quote! { use #root::{Code, #common Error}; });
    File {
        docs: vec![format!("Errors of the operations on {}.", file.title)].into(),
        modules: Vec::new(),
        uses,
        items: file.errors.iter().flat_map(operation_error).collect(),
    }
}

fn runtime(names: &BTreeSet<&'static str>) -> Vec<TokenStream> {
    declaration(&quote! { shapewright_runtime }, names.iter().copied()).into_iter().collect()
}

fn operation_error(error: &ErrorEnum) -> [Item; 2] {
    let (name, comment) = (ident(&error.rust), docs(&error.docs));
    let variants = error.variants.iter().map(|found| variant(&found.rust, &found.docs));
    let names = error.variants.iter().map(|found| found.rust.clone()).collect();
    let (common, with_common) = common_variant(error.has_common);
    let definition = quote! {
        #comment
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            #common
            /// An error code not modeled for this operation.
            Unknown(ErrorResponse),
        }
    };
    let head = format!("{} in Error of Code{with_common} else Unknown", error.rust);
    let mechanics = Listing { name: "operation_error", head, entries: names, tail: String::new() };
    [definition.into(), mechanics.into()]
}
