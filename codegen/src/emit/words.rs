//! The few phrases that several emitters share.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ir::{Element, Member, Service, Type};
use shapewright_smithy::model::ShapeId;

/// An identifier; `r#type` gives a raw one.
pub(crate) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A doc comment, a line each.
pub(crate) fn docs<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_ref() {
        "" => String::new(),
        text => format!(" {text}"),
    });
    quote! { #(#[doc = #lines])* }
}

/// A doc comment whose links are to be found from the root of its crate.
pub(crate) fn linked_docs(lines: &[String], root: &TokenStream) -> TokenStream {
    let root = root.to_string().replace(' ', "");
    let lines: Vec<String> = lines.iter().map(|line| line.replace("]: @", &format!("]: {root}::"))).collect();
    docs(&lines)
}

/// Name of the type that a shape became.
pub(crate) fn named<'a>(service: &'a Service, id: &ShapeId) -> &'a str {
    let structure = service.structures.get(id).map(|shape| &shape.header);
    let union = service.unions.get(id).map(|shape| &shape.header);
    let enumeration = service.enums.get(id).map(|shape| &shape.header);
    structure.or(union).or(enumeration).map_or("", |header| &header.rust)
}

/// The type of a value.
pub(crate) fn type_of(service: &Service, ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean => quote! { bool },
        Type::Byte => quote! { i8 },
        Type::Short => quote! { i16 },
        Type::Integer => quote! { i32 },
        Type::Long => quote! { i64 },
        Type::Float => quote! { f32 },
        Type::Double => quote! { f64 },
        Type::String => quote! { String },
        Type::Blob => quote! { Blob },
        Type::Timestamp => quote! { Timestamp },
        Type::Document => quote! { Document },
        Type::Enum(id) | Type::Structure(id) | Type::Union(id) => {
            let name = ident(named(service, id));
            quote! { #name }
        }
        Type::List(element) => {
            let element = element_of(service, element);
            quote! { Vec<#element> }
        }
        Type::Map(elements) => {
            let value = element_of(service, &elements.value);
            quote! { BTreeMap<String, #value> }
        }
    }
}

/// The type of a list's or map's elements.
pub(crate) fn element_of(service: &Service, element: &Element) -> TokenStream {
    let ty = type_of(service, &element.ty);
    if element.sparse {
        quote! { Option<#ty> }
    } else {
        ty
    }
}

/// The type of a member's value, boxed where it must be.
pub(crate) fn value_of(service: &Service, member: &Member) -> TokenStream {
    let ty = type_of(service, &member.ty);
    if member.boxed {
        quote! { Box<#ty> }
    } else {
        ty
    }
}
