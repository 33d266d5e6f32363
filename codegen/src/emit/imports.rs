//! `use` declarations of a file.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::ident;
use crate::ir::Imports;

/// The declarations; types are imported from `shapes`.
pub(super) fn declarations(imports: &Imports, shapes: &TokenStream) -> Vec<TokenStream> {
    let std = imports.std.iter().map(|path| {
        let path = path.split("::").map(ident);
        quote! { use std::#(#path)::*; }
    });
    let mut declarations: Vec<TokenStream> = std.collect();
    declarations.extend(declaration(&quote! { shapewright_runtime }, imports.runtime.iter().copied()));
    declarations.extend(declaration(shapes, imports.shapes.iter().map(String::as_str)));
    declarations.extend(declaration(&quote! { shapewright_validation }, imports.validation.iter().copied()));
    declarations.extend(declaration(
        &quote! { shapewright_validation::__private },
        imports.validation_private.iter().copied(),
    ));
    declarations
}

/// `use krate::*;` for a listing that names something.
pub(super) fn everything(krate: &TokenStream, entries: &[String]) -> Option<TokenStream> {
    (!entries.is_empty()).then(|| quote! { use #krate::*; })
}

/// `use krate::{a, b};`, if there is a name.
pub(super) fn declaration<'a>(
    krate: &TokenStream,
    names: impl Iterator<Item = &'a str>,
) -> Option<TokenStream> {
    self::names(names).map(|names| quote! { use #krate::#names; })
}

/// `a`, or `{a, b}`, if there is a name.
pub(super) fn names<'a>(names: impl Iterator<Item = &'a str>) -> Option<TokenStream> {
    let names: Vec<_> = names.map(ident).collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(quote! { #only }),
        names => Some(quote! { {#(#names),*} }),
    }
}
