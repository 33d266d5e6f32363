//! The patterns of a validators crate, each a constant in compiled form.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{docs, ident};
use crate::ir::Service;
use crate::print::File;
use shapewright_pattern::compile::Compiled;

/// The file; `None` if the service has no pattern.
pub(super) fn file(service: &Service) -> Option<File> {
    let mut patterns: BTreeMap<&str, (&Compiled, Vec<&str>)> = BTreeMap::new();
    for (bearer, pattern) in &service.patterns {
        let Some(compiled) = &pattern.compiled else { continue };
        let bearer = bearer.rsplit('#').next().unwrap_or(bearer);
        patterns.entry(&pattern.rust).or_insert((compiled, Vec::new())).1.push(bearer);
    }
    let items: Vec<_> =
        patterns.iter().map(|(name, (compiled, bearers))| item(name, compiled, bearers).into()).collect();
    let words: BTreeSet<&str> = patterns.values().flat_map(|(compiled, _)| compiled.words()).collect();
    (!items.is_empty()).then(|| File {
        docs: vec!["Patterns of the model, compiled from the syntax of the `regex` crate.".to_owned()],
        modules: Vec::new(),
        uses: declaration(&quote! { shapewright_validation::pattern }, words.into_iter())
            .into_iter()
            .collect(),
        items,
    })
}

fn item(name: &str, compiled: &Compiled, bearers: &[&str]) -> TokenStream {
    let comment = docs(&[match bearers {
        [one] => format!("Pattern of `{one}`."),
        [one, other] => format!("Pattern of `{one}` and `{other}`."),
        [first, more @ ..] => format!("Pattern of `{first}` and {} more.", more.len()),
        [] => String::new(),
    }]);
    let name = ident(name);
    quote! {
        #comment
        pub(crate) static #name: Pattern = #compiled;
    }
}
