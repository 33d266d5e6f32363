//! Setters that can be chained, one a member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{docs, element_of, ident, type_of};
use crate::ir::{Member, Service, Structure, Type};

/// The `impl` with the setters of a structure.
pub(super) fn expand(service: &Service, structure: &Structure) -> TokenStream {
    let name = ident(&structure.header.rust);
    let setters = structure.members.iter().map(|member| setter(service, member));
    quote! {
        impl #name {
            #(#setters)*
        }
    }
}

fn setter(service: &Service, member: &Member) -> TokenStream {
    let comment = docs(&[format!("Sets `{}`.", member.wire)]);
    let name = ident(&member.setter);
    let field = ident(&member.rust);
    let Argument { ty, value } = argument(service, member);
    quote! {
        #comment
        pub fn #name(mut self, value: #ty) -> Self {
            self.#field = Some(#value);
            self
        }
    }
}

/// What a setter takes, and how that becomes the value.
struct Argument {
    ty: TokenStream,
    value: TokenStream,
}

fn argument(service: &Service, member: &Member) -> Argument {
    match &member.ty {
        Type::List(element) if !element.sparse => {
            let element = element_of(service, element);
            Argument {
                ty: quote! { impl IntoIterator<Item = impl Into<#element>> },
                value: quote! { value.into_iter().map(Into::into).collect() },
            }
        }
        ty => {
            let plain = type_of(service, ty);
            let value = match member.boxed {
                true => quote! { Box::new(value.into()) },
                false => quote! { value.into() },
            };
            Argument { ty: quote! { impl Into<#plain> }, value }
        }
    }
}
