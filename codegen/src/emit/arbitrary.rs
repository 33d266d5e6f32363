//! `Valid`, for tests: values that satisfy all rules.

use quote::quote;

use crate::emit::Roots;
use crate::emit::words::docs;
use crate::ir::Service;
use crate::ir::package::Example;
use crate::print::File;

/// The file of the validators crate, enabled by a feature.
pub(super) fn file(service: &Service, roots: &Roots) -> File {
    let validators = &roots.validators;
    let docs = docs(&example(service));
    File {
        docs: vec!["Values that keep all rules, for property tests and fuzzers.".to_owned()].into(),
        modules: Vec::new(),
        uses: vec![
            quote! { use arbitrary::{Arbitrary, Result, Unstructured}; },
            quote! { use shapewright_runtime::Structure; },
            quote! { use shapewright_arbitrary::{valid, valid_dyn}; },
            quote! { use shapewright_validation::Options; },
            quote! { use #validators::{Input, Validate, input}; },
        ],
        items: vec![
            quote! {
                #docs
                #[derive(Clone, Debug, Default, PartialEq)]
                pub struct Valid<T>(pub T);
            }
            .into(),
            quote! {
                impl<'a, T: Structure + Validate + Default> Arbitrary<'a> for Valid<T> {
                    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                        valid(u, T::validate).map(Valid)
                    }

                    fn size_hint(_depth: usize) -> (usize, Option<usize>) {
                        (size_of::<u64>(), None)
                    }
                }
            }
            .into(),
            quote! {
                /// A valid input of an operation whose name is only known at run time.
                ///
                /// # Errors
                ///
                /// Fails if the operation has no input or does not exist, or if no valid value was found.
                pub fn valid_input(operation: &str, u: &mut Unstructured<'_>) -> Result<Box<dyn Input>> {
                    let options = Options::default();
                    valid_dyn(u, || input(operation), |input| input.structure(), |input| input.report(&options))
                }
            }
            .into(),
        ],
    }
}

/// Docs of `Valid`, with an example if an operation has an input.
fn example(service: &Service) -> Vec<String> {
    let mut lines = vec![
        "A value that keeps all rules. The same bytes give the same value; more bytes give a richer one."
            .to_owned(),
    ];
    let Some(Example { input, .. }) = &service.example else { return lines };
    let package = service.package.replace('-', "_");
    let example = format!(
        "\n```\nuse arbitrary::{{Arbitrary, Unstructured}};\nuse {package}_shapes::{input};\n\
         use {package}_validators::{{Valid, Validate}};\n\n\
         let mut bytes = Unstructured::new(b\"bytes of a fuzzer\");\n\
         let Valid(request) = Valid::<{input}>::arbitrary(&mut bytes)?;\n\
         assert!(request.validate().is_valid());\n# Ok::<(), arbitrary::Error>(())\n```"
    );
    lines.extend(example.lines().map(str::to_owned));
    lines
}
