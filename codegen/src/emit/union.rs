//! A union: one variant per member, one for unknown members, and a custom `Debug` if members are sensitive.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{ident, linked_docs, value_of};
use crate::ir::{Service, Union};

/// The definition.
pub(super) fn expand(service: &Service, union: &Union, root: &TokenStream) -> TokenStream {
    let name = ident(&union.header.rust);
    let comment = linked_docs(&union.header.docs, root);
    let unknown = ident(&union.unknown);
    let variants = union.members.iter().map(|member| {
        let variant = ident(&member.rust);
        let comment = linked_docs(&member.docs, root);
        let ty = value_of(service, member);
        quote! {
            #comment
            #variant(#ty),
        }
    });
    let debug = (!union.header.is_redacted).then(|| quote! { Debug, });
    let eq = union.header.is_eq.then(|| quote! { , Eq, Hash });
    quote! {
        #comment
        #[derive(Clone, #debug Default, PartialEq #eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A member unknown to this model.
            #[default]
            #unknown,
        }
    }
}

/// The `Debug` that hides sensitive members; empty if there are none.
pub(super) fn expand_debug(union: &Union) -> Option<TokenStream> {
    if !union.header.is_redacted {
        return None;
    }
    let name = ident(&union.header.rust);
    let unknown = ident(&union.unknown);
    let title = &union.unknown;
    let arms = union.members.iter().map(|member| {
        let (variant, label) = (ident(&member.rust), &member.rust);
        let hidden = format!("{label}(<redacted>)");
        if member.sensitive {
            quote! { Self::#variant(_) => f.write_str(#hidden), }
        } else {
            quote! { Self::#variant(value) => f.debug_tuple(#label).field(value).finish(), }
        }
    });
    Some(quote! {
        impl fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::#unknown => f.write_str(#title),
                }
            }
        }
    })
}
