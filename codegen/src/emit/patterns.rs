//! The regular expressions of a validators crate, each a constant compiled on first use.

use quote::quote;

use crate::emit::words::{docs, ident};
use crate::ir::Service;
use crate::print::File;

/// The file; none when the service has no pattern.
pub(super) fn file(service: &Service) -> Option<File> {
    let items: Vec<_> = service
        .patterns
        .iter()
        .filter_map(|(bearer, pattern)| {
            let name = ident(&pattern.rust);
            let regex = pattern.regex.as_ref()?;
            let bearer = bearer.rsplit('#').next().unwrap_or(bearer);
            let comment = docs(&[format!("What `{bearer}` looks like.")]);
            let constant = quote! {
                #comment
                pub(crate) static #name: Pattern = Pattern::new(#regex);
            };
            Some(constant.into())
        })
        .collect();
    (!items.is_empty()).then(|| File {
        docs: vec!["Patterns of the model, in the syntax of the `regex` crate.".to_owned()],
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_validation::Pattern; }],
        items,
    })
}
