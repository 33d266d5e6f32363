//! A union: one variant a member, and one for none of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, ident, value_of};
use crate::ir::{Service, Union};

/// The definition.
pub(super) fn expand(service: &Service, union: &Union) -> TokenStream {
    let name = ident(&union.header.rust);
    let comment = docs(&union.header.docs);
    let unknown = ident(&union.unknown);
    let variants = union.members.iter().map(|member| {
        let variant = ident(&member.rust);
        let comment = docs(&member.docs);
        let ty = value_of(service, member);
        quote! {
            #comment
            #variant(#ty),
        }
    });
    quote! {
        #comment
        #[derive(Clone, Debug, Default, PartialEq)]
        pub enum #name {
            #(#variants)*
            /// None of the members that the model knows.
            #[default]
            #unknown,
        }
    }
}
