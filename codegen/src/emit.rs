//! IR to files: loops over types and operations, no decisions.

use std::collections::BTreeMap;
use std::thread;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Service;
use crate::print::File;

mod arbitrary;
mod binding;
mod checks;
mod condition;
mod elements;
mod enumeration;
mod errors;
mod http;
mod imports;
mod manifest;
mod patterns;
mod recorded;
mod rules;
mod sdk;
mod setters;
mod shapes;
mod structure;
mod tree;
mod union;
mod validators;
mod wire;
mod words;

/// Files by path, relative to the directory of the crates.
pub type FileTree = BTreeMap<String, String>;

/// How generated crates find each other and the hand-written ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As members of the workspace that holds the hand-written crates.
    Workspace,
    /// As packages of their own, which find the hand-written crates in this directory.
    Path(String),
    /// As modules `shapes`, `validators`, `errors` and `http` of this module, `crate::lists` for instance.
    Modules(String),
}

/// Writes the crates of a service.
///
/// # Errors
///
/// When an emitter produced something that is not Rust; the text names the file.
pub fn emit(service: &Service, layout: &Layout) -> Result<FileTree, String> {
    // Formatting takes most of a run, and the crates do not need each other for it.
    let crates = thread::scope(|scope| {
        let threads = CRATES.map(|(name, files)| scope.spawn(move || one(service, layout, name, files)));
        threads.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let mut tree = FileTree::new();
    for files in crates {
        tree.extend(files?);
    }
    if !matches!(layout, Layout::Modules(_)) {
        tree.insert(format!("{}-validators/RULES.md", service.package), rules::page(service));
    }
    Ok(tree)
}

/// The crates: the last part of the name, and what stands in it.
const CRATES: [(&str, Emitter); 5] = [
    ("shapes", shapes::files),
    ("validators", validators::files),
    ("errors", errors::files),
    ("http", http::files),
    ("aws-sdk", sdk::files),
];

/// Files of one crate by path below `src`.
type Files = BTreeMap<String, File>;

/// Makes the files of one crate.
type Emitter = fn(&Service, &Roots) -> Files;

/// Writes one crate.
fn one(service: &Service, layout: &Layout, krate: &str, files: Emitter) -> Result<FileTree, String> {
    let mut tree = FileTree::new();
    let files = files(service, &Roots::new(service, layout));
    if files.is_empty() {
        return Ok(tree);
    }
    if *layout == Layout::Workspace {
        tree.insert(format!("{}-{krate}/README.md", service.package), manifest::readme(service, krate));
    }
    if let Some(text) = manifest::text(service, krate, layout) {
        tree.insert(format!("{}-{krate}/Cargo.toml", service.package), text);
    }
    for (name, file) in files {
        let path = path(service, layout, krate, &name);
        let text = file.print().map_err(|error| format!("{path}: {error}"))?;
        tree.insert(path, text);
    }
    Ok(tree)
}

fn path(service: &Service, layout: &Layout, krate: &str, name: &str) -> String {
    match (layout, name) {
        (Layout::Modules(_), "lib.rs") => format!("{krate}.rs"),
        (Layout::Modules(_), name) => format!("{krate}/{name}"),
        (_, name) => format!("{}-{krate}/src/{name}", service.package),
    }
}

/// How files name the root of their crate and of the shapes crate.
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
    /// Whether they are crates, which have features, and not modules.
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
