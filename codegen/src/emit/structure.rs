//! A structure: its fields, and a custom `Debug` if members are sensitive.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{ident, linked_docs, value_of};
use crate::ir::{Member, Service, Structure};

/// The definition.
pub(super) fn expand(service: &Service, structure: &Structure, root: &TokenStream) -> TokenStream {
    let name = ident(&structure.header.rust);
    let comment = linked_docs(&structure.header.docs, root);
    let fields = structure.members.iter().map(|member| field(service, member, root));
    let debug = (!structure.header.is_redacted).then(|| quote! { Debug, });
    quote! {
        #comment
        #[derive(Clone, #debug Default, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
        }
    }
}

fn field(service: &Service, member: &Member, root: &TokenStream) -> TokenStream {
    let name = ident(&member.rust);
    let comment = linked_docs(&member.docs, root);
    let ty = value_of(service, member);
    quote! {
        #comment
        pub #name: Option<#ty>,
    }
}

/// The `Debug` that hides sensitive members; empty if there are none.
pub(super) fn expand_debug(structure: &Structure) -> Option<TokenStream> {
    if !structure.header.is_redacted {
        return None;
    }
    let name = ident(&structure.header.rust);
    let title = &structure.header.rust;
    let fields = structure.members.iter().map(|member| {
        let field = ident(&member.rust);
        let label = member.rust.trim_start_matches("r#");
        if member.sensitive {
            quote! { .field(#label, &Redacted(&self.#field)) }
        } else {
            quote! { .field(#label, &self.#field) }
        }
    });
    Some(quote! {
        impl fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#title) #(#fields)* .finish()
            }
        }
    })
}
