//! The `use` declarations that a file of types needs.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{ident, named};
use crate::ir::{Service, Type};

/// Names that the types of a file's members refer to.
#[derive(Default)]
pub(super) struct Imports {
    local: BTreeSet<String>,
    runtime: BTreeSet<&'static str>,
    maps: bool,
}

impl Imports {
    /// Notes what `ty` refers to.
    pub(super) fn note(&mut self, service: &Service, ty: &Type) {
        match ty {
            Type::Blob => drop(self.runtime.insert("Blob")),
            Type::Timestamp => drop(self.runtime.insert("Timestamp")),
            Type::Document => drop(self.runtime.insert("Document")),
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => {
                self.local.insert(named(service, id).to_owned());
            }
            Type::List(element) => self.note(service, &element.ty),
            Type::Map(elements) => {
                self.maps = true;
                self.note(service, &elements.value.ty);
            }
            _ => {}
        }
    }

    /// Notes a type of the crate itself.
    pub(super) fn note_local(&mut self, name: &str) {
        self.local.insert(name.to_owned());
    }

    /// Notes a name of the runtime.
    pub(super) fn note_runtime(&mut self, name: &'static str) {
        self.runtime.insert(name);
    }

    /// Forgets a type that the file defines itself.
    pub(super) fn forget(&mut self, name: &str) {
        self.local.remove(name);
    }

    /// The declarations, local ones taken from `krate`.
    pub(super) fn declarations(&self, krate: &TokenStream) -> Vec<TokenStream> {
        let mut declarations = Vec::new();
        if self.maps {
            declarations.push(quote! { use std::collections::BTreeMap; });
        }
        declarations.extend(declaration(&quote! { shapewright_runtime }, self.runtime.iter().copied()));
        declarations.extend(declaration(krate, self.local.iter().map(String::as_str)));
        declarations
    }
}

/// `use krate::{a, b};`, if there is a name.
pub(super) fn declaration<'a>(
    krate: &TokenStream,
    names: impl Iterator<Item = &'a str>,
) -> Option<TokenStream> {
    let names: Vec<_> = names.map(ident).collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(quote! { use #krate::#only; }),
        names => Some(quote! { use #krate::{#(#names),*}; }),
    }
}
