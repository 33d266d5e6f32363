//! Nested modules: declarations for files such as `distribution/origin.rs`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Files;
use crate::emit::words::ident;
use crate::print::File;

/// Declares each module in the file of its parent, which is created if needed. Returns the declarations of
/// the outermost modules. The files are in `directory`, which is empty or ends with a slash.
pub(super) fn declare<'a>(
    files: &mut Files,
    directory: &str,
    modules: impl Iterator<Item = &'a str>,
) -> Vec<TokenStream> {
    let mut outermost = BTreeSet::new();
    let mut inner: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in modules {
        let mut path = module;
        while let Some((above, name)) = path.rsplit_once('/') {
            inner.entry(above).or_default().insert(name);
            path = above;
        }
        outermost.insert(path);
    }
    for (above, names) in inner {
        let file = files.entry(format!("{directory}{above}.rs"));
        let file = file.or_insert_with(|| File {
            docs: vec![format!("The files of `{above}`.")].into(),
            ..File::default()
        });
        file.modules.extend(names.into_iter().map(ident).map(|name| quote! { pub(crate) mod #name; }));
    }
    outermost.into_iter().map(ident).map(|name| quote! { mod #name; }).collect()
}

/// Declarations that re-export everything in the modules with `visibility`.
pub(super) fn reexports<'a>(
    modules: impl Iterator<Item = &'a str>,
    visibility: &TokenStream,
) -> Vec<TokenStream> {
    modules.map(path).map(|path| quote! { #visibility use self::#path::*; }).collect()
}

/// `distribution/origin` as `distribution::origin`.
pub(super) fn path(module: &str) -> TokenStream {
    let segments = module.split('/').map(ident);
    quote! { #(#segments)::* }
}

#[cfg(test)]
mod tests {
    use super::{declare, path, reexports};
    use crate::emit::Files;
    use crate::print::File;
    use quote::quote;

    fn text(tokens: &[proc_macro2::TokenStream]) -> Vec<String> {
        tokens.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn modules_are_declared_where_they_are() {
        let mut files = Files::from([("a.rs".to_owned(), File::default())]);
        let outermost = declare(&mut files, "", ["a", "a/x", "b/c/y"].into_iter());
        assert_eq!(text(&outermost), ["mod a ;", "mod b ;"]);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.rs", "b.rs", "b/c.rs"]);
        assert_eq!(text(&files["a.rs"].modules), ["pub (crate) mod x ;"]);
        assert_eq!(text(&files["b.rs"].modules), ["pub (crate) mod c ;"]);
        assert_eq!(text(&files["b/c.rs"].modules), ["pub (crate) mod y ;"]);
    }

    #[test]
    fn paths_have_colons() {
        assert_eq!(path("a/b").to_string(), "a :: b");
        assert_eq!(text(&reexports(["a/b"].into_iter(), &quote! { pub })), ["pub use self :: a :: b :: * ;"]);
    }
}
