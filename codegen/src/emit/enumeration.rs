//! An open enum: one variant a value, and one that keeps unknown text.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, ident};
use crate::ir::{EnumValue, Enumeration};

/// The definition.
pub(super) fn expand(enumeration: &Enumeration) -> TokenStream {
    let name = ident(&enumeration.header.rust);
    let comment = docs(&enumeration.header.docs);
    let unknown = ident(&enumeration.unknown);
    let variants = enumeration.values.iter().map(variant);
    quote! {
        #comment
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// Text that the model does not know, kept as it came.
            #unknown(String),
        }
    }
}

fn variant(value: &EnumValue) -> TokenStream {
    let name = ident(&value.rust);
    let text = if value.wire.is_empty() { "Empty text".to_owned() } else { format!("`{}`", value.wire) };
    let line = match &value.summary {
        Some(summary) => format!("{text}: {summary}"),
        None => text,
    };
    let comment = docs(&[line]);
    quote! {
        #comment
        #name,
    }
}
