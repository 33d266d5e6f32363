//! The validators crate: a check for each structure and union of requests, with one statement per member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::{declaration, declarations, everything};
use crate::emit::words::ident;
use crate::emit::{
    Files, Roots, arbitrary, checks, condition, examples, patterns, recorded, rules, tree, wire,
};
use crate::ir::Service;
use crate::ir::check::ValidatorFile;
use crate::markdown;
use crate::print::{File, Item, Listing};

/// All source files of the crate.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let mut files = Files::new();
    for (name, file) in &service.output.validators {
        files.insert(format!("{name}.rs"), check_file(name, file, roots));
    }
    let names = service.output.validators.keys().map(String::as_str);
    let mut modules = tree::declare(&mut files, "", names);
    if let Some(file) = patterns::file(service) {
        files.insert("patterns.rs".to_owned(), file);
        modules.push(quote! { mod patterns; });
    }
    files.extend(rules::files(&service.output.tables, roots));
    files.insert("validate.rs".to_owned(), entry(roots));
    files.insert("input.rs".to_owned(), inputs(&service.output.inputs, roots));
    files.insert("recorded.rs".to_owned(), recorded::file(&service.output.recorded));
    if roots.are_crates {
        files.insert("valid.rs".to_owned(), arbitrary::file(service, roots));
    }
    files.insert("lib.rs".to_owned(), root(service, modules, roots));
    files
}

fn root(service: &Service, modules: Vec<TokenStream>, roots: &Roots) -> File {
    let own = ["input", "recorded", "rules", "validate"].map(ident);
    let modules = modules.into_iter().chain(own.into_iter().map(|name| quote! { mod #name; }));
    let valid = roots.are_crates.then(|| quote! { #[cfg(feature = "arbitrary")] mod valid; });
    let mut uses = vec![
        quote! { pub use self::input::{Input, OPERATIONS, input}; },
        quote! { pub use self::recorded::{ASSUMPTIONS, DEPRECATIONS}; },
        quote! { pub use self::rules::{RULES, rules}; },
        quote! { pub use self::validate::{Validate, ValidateUpdate, validate_update}; },
        quote! {
            pub use shapewright_validation::{
                Assumed, Assumption, Bound, Checker, Deprecation, Evidence, Expected, Kind, Level, Limits, Options,
                Policy, PolicyBuilder, PolicyError, Report, Rule, Rules, Severity, Unit, ValidationException,
                ValidationExceptionField, Violation, nearest
            };
        },
    ];
    uses.extend(valid.as_ref().map(|_| {
        quote! {
            #[cfg(feature = "arbitrary")]
            pub use self::valid::{Valid, valid_input};
        }
    }));
    let mut docs = vec![
        format!(
            "Validators for the requests of {} {}.",
            markdown::text(&service.sdk_id),
            markdown::text(&service.version)
        ),
        String::new(),
        "[`Validate::validate`] reports everything that is wrong with a request or a part of one: each \
             violation has a JSON"
            .to_owned(),
        "Pointer, the rule, the error code of the service's response, and what to do.".to_owned(),
    ];
    docs.extend(examples::validators(service, roots));
    File { docs: docs.into(), modules: modules.chain(valid).collect(), uses, items: Vec::new() }
}

fn entry(roots: &Roots) -> File {
    let root = &roots.validators;
    File {
        docs: vec!["The trait that all requests and their parts implement.".to_owned()].into(),
        modules: Vec::new(),
        uses: vec![
            quote! { use shapewright_runtime::{Shape, Structure, Value}; },
            quote! { use shapewright_validation::{Checker, Options, Report}; },
            quote! { use #root::RULES; },
        ],
        items: vec![
            quote! {
                /// A request or a part of one.
                pub trait Validate: Shape + Value + Sized {
                    /// Adds violations to the report of `c`. Call [`Validate::validate`] to get a report.
                    fn check(&self, c: &Checker<'_>);

                    /// Adds violations of rules about a change of `current` to the report of `c`. Most shapes have
                    /// none. Call [`validate_update`] to get a report.
                    fn check_update(&self, current: &Self, c: &Checker<'_>) {
                        let _ = (current, c);
                    }

                    /// Checks all rules, and reports every violation.
                    fn validate(&self) -> Report {
                        self.validate_with(&Options::default())
                    }

                    /// Like [`Validate::validate`], with another policy or other limits.
                    fn validate_with(&self, options: &Options) -> Report {
                        shapewright_validation::validate(RULES, options, self, Self::check)
                    }
                }
            }
            .into(),
            quote! {
                /// A configuration that an update replaces as a whole.
                pub trait ValidateUpdate: Validate + Structure {}
            }
            .into(),
            quote! {
                /// Checks all rules for replacing `current` by `proposed`, and reports every violation that `current`
                /// does not have already: see [`shapewright_validation::validate_update`].
                pub fn validate_update<T: ValidateUpdate>(current: &T, proposed: &T, options: &Options) -> Report {
                    shapewright_validation::validate_update(
                        RULES, options, current, proposed, T::check, T::check_update,
                    )
                }
            }
            .into(),
        ],
    }
}

/// Looks up inputs by operation, for programs that only know the name at run time.
fn inputs(inputs: &[(String, String)], roots: &Roots) -> File {
    let (shapes, validators) = (&roots.shapes_outside, &roots.validators);
    let entries: Vec<String> =
        inputs.iter().map(|(operation, input)| wire::entry(operation, input)).collect();
    let mut uses = vec![quote! { use std::any::Any; }];
    uses.extend(everything(shapes, &entries));
    uses.extend([
        quote! { use shapewright_runtime::Structure; },
        quote! { use shapewright_validation::{Options, Report}; },
        quote! { use shapewright_validation::__private::{inputs_by_operation, validate_update_request}; },
        quote! { use #validators::{RULES, Validate}; },
    ]);
    let listing = Listing { name: "inputs_by_operation", head: String::new(), entries, tail: String::new() };
    File {
        docs: vec![
            "Inputs by operation, for programs that learn the name of the operation at run time.".to_owned(),
        ]
        .into(),
        modules: Vec::new(),
        uses,
        items: vec![
            quote! {
                /// The input of an operation whose name is known only at run time.
                pub trait Input {
                    /// The input structure, for reading and writing.
                    fn structure(&mut self) -> &mut dyn Structure;

                    /// Checks all rules, and reports every violation.
                    fn report(&self, options: &Options) -> Report;

                    /// Checks all rules for replacing what `current` has, and reports every violation that is not there
                    /// already: see [`shapewright_validation::validate_update`]. Conditions on the
                    /// request itself, its labels and headers are not compared. An input of another operation is not
                    /// used.
                    fn report_update(&self, current: &dyn Input, options: &Options) -> Report;

                    /// The input, to be downcast.
                    fn as_any(&self) -> &dyn Any;
                }
            }
            .into(),
            quote! {
                impl<T: Structure + Validate + Any> Input for T {
                    fn structure(&mut self) -> &mut dyn Structure {
                        self
                    }

                    fn report(&self, options: &Options) -> Report {
                        self.validate_with(options)
                    }

                    fn report_update(&self, current: &dyn Input, options: &Options) -> Report {
                        match current.as_any().downcast_ref::<Self>() {
                            Some(current) => validate_update_request(
                                RULES, options, current, self, Self::check, Self::check_update,
                            ),
                            None => self.report(options),
                        }
                    }

                    fn as_any(&self) -> &dyn Any {
                        self
                    }
                }
            }
            .into(),
            listing.into(),
        ],
    }
}

/// The checks of one file.
fn check_file(name: &str, file: &ValidatorFile, roots: &Roots) -> File {
    let items = file.types.iter().flat_map(|checked| {
        let functions = checked.functions.iter().map(condition::function);
        std::iter::once(checks::expand(&checked.validator, checked.update.as_ref())).chain(functions)
    });
    let mut uses = declarations(&file.imports, &roots.shapes_outside);
    uses.extend(declaration(&roots.validators, file.imports.validators.iter().copied()));
    uses.extend(file.checks.as_ref().map(|krate| {
        let krate = ident(krate);
        quote! { use #krate as checks; }
    }));
    let items = items.map(Item::from).collect();
    File { docs: vec![format!("Checks of the shapes in `{name}`.")].into(), modules: Vec::new(), uses, items }
}
