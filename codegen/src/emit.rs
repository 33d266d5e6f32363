//! IR to files: loops over types and operations, no decisions.

use std::collections::BTreeMap;
use std::thread;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Service;
use crate::ir::package::{Package, Part};
use crate::print::File;

mod arbitrary;
mod binding;
mod checks;
mod condition;
mod dialects;
mod elements;
mod enumeration;
mod errors;
mod examples;
mod facade;
mod http;
mod imports;
mod lifecycle;
mod manifest;
mod page;
mod patterns;
mod readme;
mod recorded;
mod rules;
mod sdk;
mod setters;
mod shapes;
mod structure;
mod summaries;
mod tree;
mod union;
mod validators;
mod wire;
pub(crate) mod words;

/// Files by path, relative to the directory of the crates.
pub type FileTree = BTreeMap<String, String>;

/// How generated crates refer to each other and to the hand-written ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As members of the workspace of the hand-written crates.
    Workspace,
    /// As separate packages.
    Packages(RuntimeSource),
    /// As modules `shapes`, `validators`, `errors` and `http` of this module, `crate::lists` for instance.
    Modules(String),
}

/// Location of the hand-written crates for packages outside the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuntimeSource {
    /// In the registry, by version.
    Registry,
    /// In this directory, relative to the directory of each package or absolute.
    Path(String),
}

/// Writes the crates of a service.
///
/// # Errors
///
/// Fails if an emitter produced invalid Rust; the message names the file.
pub fn emit(service: &Service, layout: &Layout) -> Result<FileTree, String> {
    // Formatting takes most of the time of a run and is independent per crate.
    let crates = thread::scope(|scope| {
        let packages = service.packages.iter();
        let threads = packages.map(|package| scope.spawn(move || one(service, layout, package)));
        let pages = scope.spawn(|| Ok(pages(service, layout)));
        let threads: Vec<_> = threads.chain([pages]).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().map(join).collect::<Vec<_>>()
    });
    let mut tree = FileTree::new();
    for files in crates {
        tree.extend(files?);
    }
    Ok(tree)
}

/// Files of one crate by path below `src`.
type Files = BTreeMap<String, File>;

/// Writes one crate.
fn one(service: &Service, layout: &Layout, package: &Package) -> Result<FileTree, String> {
    let mut tree = FileTree::new();
    let roots = Roots::new(service, layout);
    let files = match package.part {
        Part::Facade => facade::files(service, &roots),
        Part::Shapes => shapes::files(service, &roots),
        Part::Validators => validators::files(service, &roots),
        Part::Errors => errors::files(service, &roots),
        Part::Http => http::files(service, &roots),
        Part::AwsSdk => sdk::files(service, &roots),
        Part::Dialects => dialects::files(service),
        Part::Lifecycles => lifecycle::files(service),
    };
    if let Some(text) = manifest::text(package, layout) {
        tree.insert(format!("{}/Cargo.toml", package.name), text);
    }
    if *layout == Layout::Workspace {
        tree.insert(format!("{}/README.md", package.name), readme::text(service, package));
    }
    for (name, file) in files {
        let path = path(layout, package, &name);
        let text = file.print().map_err(|error| format!("{path}: {error}"))?;
        tree.insert(path, text);
    }
    Ok(tree)
}

/// Writes the pages of the rules and of what operations do.
fn pages(service: &Service, layout: &Layout) -> FileTree {
    if matches!(layout, Layout::Modules(_)) {
        return FileTree::new();
    }
    let mut tree = FileTree::new();
    for package in &service.packages {
        let pages = match package.part {
            Part::Validators => page::rules(service).into_iter().collect(),
            Part::Lifecycles => {
                lifecycle::page(service).map(|text| ("LIFECYCLES.md".to_owned(), text)).into_iter().collect()
            }
            _ => Vec::new(),
        };
        tree.extend(pages.into_iter().map(|(path, text)| (format!("{}/{path}", package.name), text)));
    }
    tree
}

fn path(layout: &Layout, package: &Package, name: &str) -> String {
    let part = package.part.suffix();
    match (layout, name) {
        (Layout::Modules(_), "lib.rs") => format!("{part}.rs"),
        (Layout::Modules(_), name) => format!("{part}/{name}"),
        (_, name) => format!("{}/src/{name}", package.name),
    }
}

/// Paths from a file to the root of its crate and of the shapes crate.
struct Roots {
    /// The shapes crate from within.
    shapes: TokenStream,
    /// The shapes crate from the validators crate.
    shapes_outside: TokenStream,
    /// The validators crate from within.
    validators: TokenStream,
    /// The errors crate from within.
    errors: TokenStream,
    /// The errors crate from the crate of HTTP bindings.
    errors_outside: TokenStream,
    /// The crate of HTTP bindings from within.
    http: TokenStream,
    /// Whether the output is crates, which have features, rather than modules.
    are_crates: bool,
}

impl Roots {
    fn new(service: &Service, layout: &Layout) -> Roots {
        let Layout::Modules(module) = layout else {
            let outside =
                |krate: &str| words::ident(&format!("{}_{krate}", service.package.replace('-', "_")));
            let (shapes, errors) = (outside("shapes"), outside("errors"));
            let own = quote! { crate };
            return Roots {
                shapes: own.clone(),
                shapes_outside: quote! { #shapes },
                validators: own.clone(),
                errors: own.clone(),
                errors_outside: quote! { #errors },
                http: own,
                are_crates: true,
            };
        };
        let module: Vec<_> = module.split("::").map(words::ident).collect();
        let shapes = quote! { #(#module)::*::shapes };
        let errors = quote! { #(#module)::*::errors };
        Roots {
            shapes_outside: shapes.clone(),
            shapes,
            validators: quote! { #(#module)::*::validators },
            errors: errors.clone(),
            errors_outside: errors,
            http: quote! { #(#module)::*::http },
            are_crates: false,
        }
    }
}
