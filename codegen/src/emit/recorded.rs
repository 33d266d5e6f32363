//! Tables of service-side defaults and deprecations, as Rust data.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::string;
use crate::ir::{Assumed, Deprecation, Service};
use crate::print::File;

/// The file.
pub(super) fn file(service: &Service) -> File {
    let (assumptions, deprecations) = (assumptions(service), deprecations(service));
    let assumed = (!assumptions.is_empty()).then(|| quote! { Assumed, });
    File {
        docs: vec!["Service-side defaults of absent members, and deprecated structures.".to_owned()],
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_validation::{#assumed Assumption, Deprecation}; }],
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

fn assumptions(service: &Service) -> Vec<TokenStream> {
    let entries = service.assumptions().into_iter().map(|(target, assumption)| {
        let assumed = match assumption.assumed {
            Assumed::Json(value) => quote! { Json(#value) },
            Assumed::Member(name) => quote! { Member(#name) },
            Assumed::Words(words) => quote! { Words(#words) },
        };
        let when = string(&assumption.when.unwrap_or_default(), 12);
        quote! { Assumption { target: #target, assumed: Assumed::#assumed, when: #when } }
    });
    entries.collect()
}

fn deprecations(service: &Service) -> Vec<TokenStream> {
    let text = |text: &Option<String>| string(text.as_deref().unwrap_or_default(), 12);
    let entries = service.deprecations().map(|(target, Deprecation { since, message })| {
        let (since, message) = (text(since), text(message));
        quote! { Deprecation { target: #target, since: #since, message: #message } }
    });
    entries.collect()
}
