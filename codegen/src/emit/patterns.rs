//! The patterns of a validators crate, each a constant in compiled form.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident};
use crate::ir::{PatternConstant, Service};
use crate::print::File;

/// The file; `None` if the service has no pattern.
pub(super) fn file(service: &Service) -> Option<File> {
    let constants = &service.pattern_constants;
    let words: BTreeSet<&str> = constants.iter().flat_map(|constant| constant.compiled.words()).collect();
    let uses = declaration(&quote! { shapewright_validation::pattern }, words.into_iter());
    (!constants.is_empty()).then(|| File {
        docs: vec!["Patterns of the model, compiled from the syntax of the `regex` crate.".to_owned()].into(),
        modules: Vec::new(),
        uses: uses.into_iter().collect(),
        items: constants.iter().map(|constant| item(constant).into()).collect(),
    })
}

fn item(constant: &PatternConstant) -> TokenStream {
    let (comment, name, compiled) = (docs(&constant.docs), ident(&constant.rust), &constant.compiled);
    quote! {
        #comment
        pub(crate) static #name: Pattern = #compiled;
    }
}
