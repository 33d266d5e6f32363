//! The validators crate: a check for each structure and union that requests carry, one statement a member.

use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::words::ident;
use crate::emit::{Files, Roots, checks, patterns, wire};
use crate::ir::{Header, Module, Service};
use crate::print::{File, Item, Listing};

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let mut files = Files::new();
    let mut modules = Vec::new();
    for (name, module) in &service.modules {
        if let Some(file) = check_file(service, name, module, roots) {
            files.insert(format!("{name}.rs"), file);
            modules.push(name.as_str());
        }
    }
    if let Some(file) = patterns::file(service) {
        files.insert("patterns.rs".to_owned(), file);
        modules.push("patterns");
    }
    files.insert("validate.rs".to_owned(), entry(service));
    files.insert("input.rs".to_owned(), inputs(service, roots));
    files.insert("lib.rs".to_owned(), root(service, &modules));
    files
}

fn root(service: &Service, modules: &[&str]) -> File {
    let modules = modules.iter().map(|name| ident(name));
    let modules =
        modules.map(|name| quote! { mod #name; }).chain([quote! { mod input; }, quote! { mod validate; }]);
    File {
        docs: vec![
            format!("Validators for the requests of {} {}.", service.sdk_id, service.version),
            String::new(),
            "[`Validate::validate`] reports everything that is wrong with a value, each with a JSON pointer, the rule, the"
                .to_owned(),
            "error code with which the service would answer, and what to do.".to_owned(),
        ],
        modules: modules.collect(),
        uses: vec![
            quote! { pub use self::input::{Input, input}; },
            quote! { pub use self::validate::Validate; },
            quote! { pub use shapewright_validation::{Checker, Limits, Report, Violation}; },
        ],
        items: Vec::new(),
    }
}

fn entry(service: &Service) -> File {
    let general = &service.answers.default;
    File {
        docs: vec!["The trait that all requests and their parts implement.".to_owned()],
        modules: Vec::new(),
        uses: vec![
            quote! { use shapewright_runtime::Shape; },
            quote! { use shapewright_validation::{Checker, Limits, Report}; },
        ],
        items: vec![
            quote! {
                /// A request or a part of one.
                pub trait Validate: Shape + Sized {
                    /// Adds what is wrong to the report of `c`.
                    fn check(&self, c: &mut Checker<'_>);

                    /// Everything that the service would refuse.
                    fn validate(&self) -> Report {
                        self.validate_within(Limits::default())
                    }

                    /// The same, within other limits of depth and number.
                    fn validate_within(&self, limits: Limits) -> Report {
                        shapewright_validation::validate(#general, limits, self, Self::check)
                    }
                }
            }
            .into(),
        ],
    }
}

/// Inputs by operation, for programs that learn at run time which one they need.
fn inputs(service: &Service, roots: &Roots) -> File {
    let (shapes, validators) = (&roots.shapes_outside, &roots.validators);
    let entries = service.operations.values().filter_map(|operation| {
        let header = &service.structures.get(operation.input.as_ref()?)?.header;
        Some(wire::entry(&operation.name, &header.rust))
    });
    let entries: Vec<String> = entries.collect();
    let mut uses: Vec<_> = (!entries.is_empty()).then(|| quote! { use #shapes::*; }).into_iter().collect();
    uses.extend([
        quote! { use shapewright_runtime::Structure; },
        quote! { use shapewright_validation::{Report, inputs_by_operation}; },
        quote! { use #validators::Validate; },
    ]);
    let listing = Listing { name: "inputs_by_operation", head: String::new(), entries, tail: String::new() };
    File {
        docs: vec![
            "Inputs by operation, for programs that learn at run time which one they need.".to_owned(),
        ],
        modules: Vec::new(),
        uses,
        items: vec![
            quote! {
                /// The input of an operation that was chosen at run time.
                pub trait Input {
                    /// The structure, to be read, filled or written.
                    fn structure(&mut self) -> &mut dyn Structure;

                    /// Everything that the service would refuse.
                    fn report(&self) -> Report;
                }
            }
            .into(),
            quote! {
                impl<T: Structure + Validate> Input for T {
                    fn structure(&mut self) -> &mut dyn Structure {
                        self
                    }

                    fn report(&self) -> Report {
                        self.validate()
                    }
                }
            }
            .into(),
            listing.into(),
        ],
    }
}

/// The checks of one file; none when no request carries its types.
fn check_file(service: &Service, name: &str, module: &Module, roots: &Roots) -> Option<File> {
    let mut imports = Imports::default();
    let mut items = Vec::new();
    for id in &module.types {
        if let Some(shape) = service.structures.get(id).filter(|shape| in_requests(&shape.header)) {
            items.push(checks::structure(service, shape, &mut imports));
        } else if let Some(shape) = service.unions.get(id).filter(|shape| in_requests(&shape.header)) {
            items.push(checks::union(service, shape, &mut imports));
        }
    }
    if items.is_empty() {
        return None;
    }
    let root = &roots.validators;
    let mut uses = imports.declarations(&roots.shapes_outside);
    uses.push(quote! { use shapewright_validation::Checker; });
    uses.push(match items.iter().any(|item| item.to_string().contains("patterns ::")) {
        true => quote! { use #root::{Validate, patterns}; },
        false => quote! { use #root::Validate; },
    });
    let items = items.into_iter().map(Item::from).collect();
    Some(File { docs: vec![format!("Checks of the shapes in `{name}`.")], modules: Vec::new(), uses, items })
}

fn in_requests(header: &Header) -> bool {
    !header.usage.inputs.is_empty()
}
