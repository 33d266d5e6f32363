//! Tables of service-side defaults and deprecations, as Rust data.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::string;
use crate::ir::recorded::{RecordedAssumption, RecordedDeprecation};
use crate::ir::{Assumed, Recorded};
use crate::print::File;

/// The file.
pub(super) fn file(recorded: &Recorded) -> File {
    let Recorded { imports, assumptions, deprecations } = recorded;
    let (assumptions, deprecations) =
        (assumptions.iter().map(assumption), deprecations.iter().map(deprecation));
    File {
        docs: vec!["Service-side defaults of absent members, and deprecated structures.".to_owned()].into(),
        modules: Vec::new(),
        uses: Vec::from_iter(declaration(&quote! { shapewright_validation }, imports.iter().copied())),
        items: vec![
            quote! {
                /// What the service assumes if members of requests are absent, by structure and member.
                pub static ASSUMPTIONS: &[Assumption] = &[#(#assumptions),*];
            }
            .into(),
            quote! {
                /// Deprecated structures of requests.
                pub static DEPRECATIONS: &[Deprecation] = &[#(#deprecations),*];
            }
            .into(),
        ],
    }
}

fn assumption(RecordedAssumption { target, assumed, when }: &RecordedAssumption) -> TokenStream {
    let assumed = match assumed {
        Assumed::Json(value) => quote! { Json(#value) },
        Assumed::Member(name) => quote! { Member(#name) },
        Assumed::Words(words) => quote! { Words(#words) },
    };
    let when = string(when, 12);
    quote! { Assumption { target: #target, assumed: Assumed::#assumed, when: #when } }
}

fn deprecation(RecordedDeprecation { target, since, message }: &RecordedDeprecation) -> TokenStream {
    let (since, message) = (string(since, 12), string(message, 12));
    quote! { Deprecation { target: #target, since: #since, message: #message } }
}
