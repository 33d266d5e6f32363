//! The shapes crate: one file of definitions per resource, and files of the same name for setters and wire names.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::{declarations, everything};
use crate::emit::{Files, Roots, enumeration, examples, setters, structure, summaries, tree, union, wire};
use crate::ir::{Module, Service, Shape};
use crate::markdown;
use crate::print::{File, Item, Listing};

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let mut files = Files::new();
    for (name, module) in &service.modules {
        files.insert(format!("{name}.rs"), definitions(service, module, roots));
    }
    let names = service.output.wire.iter();
    files.extend(names.map(|(name, file)| (format!("{name}/wire.rs"), wire::file(file, roots))));
    let setters = service.output.setters.iter();
    files.extend(setters.map(|(name, file)| (format!("{name}/setters.rs"), setters::file(file, roots))));
    let mut modules = tree::declare(&mut files, "", service.modules.keys().map(String::as_str));
    modules.extend(summaries::of_shapes(service, roots, &mut files));
    files.insert("lib.rs".to_owned(), root(service, modules, roots));
    files.insert("catalog.rs".to_owned(), catalog(service, roots));
    files
}

fn root(service: &Service, mut modules: Vec<TokenStream>, roots: &Roots) -> File {
    let mut uses = tree::reexports(service.modules.keys().map(String::as_str), &quote! { pub });
    modules.insert(0, quote! { pub mod catalog; });
    let mut docs = vec![
        format!(
            "Shapes of {} {}: structures, unions and enums.",
            markdown::text(&service.sdk_id),
            markdown::text(&service.version)
        ),
        String::new(),
        "Every member is an `Option` and every structure has a `Default`, so documents are read even if members are"
            .to_owned(),
        "missing. The validators report what the service would refuse. Build values with `Default` and setters, and"
            .to_owned(),
        "give each `match` a `_` arm: structures, unions and enums grow with the service.".to_owned(),
    ];
    docs.extend(examples::shapes(service, roots));
    uses.push(quote! {
        pub use shapewright_runtime::{
            Blob, Difference, Document, FixQuantities, OpenEnum, Strict, Timestamp, UnknownMembers, WithUnknown, diff,
        };
    });
    File { docs: docs.into(), modules, uses, items: Vec::new() }
}

fn definitions(service: &Service, module: &Module, roots: &Roots) -> File {
    let mut items: Vec<Item> = Vec::new();
    for shape in service.shapes_of(module) {
        match shape {
            Shape::Structure(shape) => {
                items.push(structure::expand(service, shape, &roots.shapes).into());
                items.extend(structure::expand_debug(shape).map(Item::from));
            }
            Shape::Union(shape) => {
                items.push(union::expand(service, shape, &roots.shapes).into());
                items.extend(union::expand_debug(shape).map(Item::from));
            }
            Shape::Enumeration(shape) => items.push(enumeration::expand(shape, &roots.shapes).into()),
        }
    }
    let setters = module.imports.setters.as_ref().map(|_| quote! { mod setters; });
    let modules = setters.into_iter().chain([quote! { mod wire; }]).collect();
    let uses = declarations(&module.imports.definitions, &roots.shapes);
    File { docs: vec![module.title.clone()].into(), modules, uses, items }
}

/// Looks up structures and enums by name, for programs that only know the name at run time.
fn catalog(service: &Service, roots: &Roots) -> File {
    let structures = listing("structures_by_name", &service.output.structures);
    let enums = listing("enums_by_name", &service.output.enums);
    let root = &roots.shapes;
    let mut uses = vec![quote! { use shapewright_runtime::{enums_by_name, structures_by_name}; }];
    uses.extend(everything(root, &[structures.entries.as_slice(), &enums.entries].concat()));
    let docs = "Structures and enums by name, for programs that learn at run time which one they need.";
    File {
        docs: vec![docs.to_owned()].into(),
        modules: Vec::new(),
        uses,
        items: vec![structures.into(), enums.into()],
    }
}

/// A macro call with the names of shapes, beside their types.
fn listing(name: &'static str, shapes: &[(String, String)]) -> Listing {
    let entries = shapes.iter().map(|(shape, rust)| wire::entry(shape, rust));
    Listing { name, head: String::new(), entries: entries.collect(), tail: String::new() }
}
