//! An open enum: one variant per value, and one for unknown values.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, ident, linked_docs};
use crate::ir::{EnumValue, Enumeration};

/// The definition.
pub(super) fn expand(enumeration: &Enumeration, root: &TokenStream) -> TokenStream {
    let name = ident(&enumeration.header.rust);
    let comment = linked_docs(&enumeration.header.docs, root);
    let unknown = ident(&enumeration.unknown);
    let variants = enumeration.values.iter().map(variant);
    quote! {
        #comment
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value unknown to this model, preserved verbatim.
            #unknown(String),
        }
    }
}

fn variant(value: &EnumValue) -> TokenStream {
    let name = ident(&value.rust);
    let comment = docs(&value.docs);
    quote! {
        #comment
        #name,
    }
}
