//! Summaries as data, for programs that show them. Their crates have them behind a feature.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{ident, string};
use crate::emit::{Files, Roots, tree};
use crate::ir::{Service, Summary, SummaryFile};
use crate::print::File;

/// Name of the feature and of the module.
const NAME: &str = "summaries";

/// Adds the tables of operations and shapes, and returns the declaration of their module; nothing without summaries.
pub(super) fn of_shapes(service: &Service, roots: &Roots, files: &mut Files) -> Option<TokenStream> {
    if service.summaries.is_empty() {
        return None;
    }
    for (module, file) in &service.summaries {
        files.insert(format!("{NAME}/{module}.rs"), table(file, roots));
    }
    let names = || service.summaries.keys().map(String::as_str);
    let modules = tree::declare(files, &format!("{NAME}/"), names());
    let tables = names().map(tree::path).map(|path| quote! { #path::SUMMARIES });
    files.insert(format!("{NAME}.rs"), root(modules, tables));
    let feature = feature(roots);
    Some(quote! { #feature pub mod summaries; })
}

/// Adds the table of error codes, and returns the declaration of its module; nothing without summaries.
pub(super) fn of_errors(service: &Service, roots: &Roots, files: &mut Files) -> Option<TokenStream> {
    if service.output.error_summaries.is_empty() {
        return None;
    }
    let entries = service.output.error_summaries.iter().map(|(variant, text)| {
        let (name, text) = (ident(variant), string(text, 8));
        quote! { (Code::#name, #text) }
    });
    let root = &roots.errors;
    let file = File {
        docs: vec!["One sentence about each error code.".to_owned()].into(),
        modules: Vec::new(),
        uses: vec![quote! { use #root::Code; }],
        items: vec![
            quote! {
                impl Code {
                    /// What the code means, in one sentence; `None` if nothing is said about it.
                    #[must_use]
                    pub fn summary(self) -> Option<&'static str> {
                        SUMMARIES.iter().find(|(code, _)| *code == self).map(|(_, text)| *text)
                    }
                }
            }
            .into(),
            quote! { static SUMMARIES: &[(Code, &str)] = &[#(#entries),*]; }.into(),
        ],
    };
    files.insert(format!("{NAME}.rs"), file);
    let feature = feature(roots);
    Some(quote! { #feature mod summaries; })
}

fn feature(roots: &Roots) -> Option<TokenStream> {
    roots.are_crates.then(|| quote! { #[cfg(feature = #NAME)] })
}

fn root(modules: Vec<TokenStream>, tables: impl Iterator<Item = TokenStream>) -> File {
    File {
        docs: vec![
            "One sentence about each operation and shape, and about their members and values, for programs that"
                .to_owned(),
            "show them.".to_owned(),
        ].into(),
        modules,
        uses: Vec::new(),
        items: vec![
            quote! {
                /// What an operation, structure, union or enum is, by its name in the model; `None` if nothing is said
                /// about it.
                #[must_use]
                pub fn of(name: &str) -> Option<&'static str> {
                    find(name).map(|found| found.text).filter(|text| !text.is_empty())
                }
            }
            .into(),
            quote! {
                /// What a member of a structure or union is, or what a value of an enum means, by its name in the
                /// model; `None` if nothing is said about it.
                #[must_use]
                pub fn of_member(name: &str, member: &str) -> Option<&'static str> {
                    find(name)?.parts.iter().find(|(part, _)| *part == member).map(|(_, text)| *text)
                }
            }
            .into(),
            quote! {
                fn find(name: &str) -> Option<&'static Summary> {
                    TABLES.iter().find_map(|table| {
                        let position = table.binary_search_by_key(&name, |summary| summary.name).ok()?;
                        table.get(position)
                    })
                }
            }
            .into(),
            quote! {
                /// What is said about an operation or shape.
                struct Summary {
                    name: &'static str,
                    text: &'static str,
                    parts: &'static [(&'static str, &'static str)],
                }
            }
            .into(),
            quote! {
                /// Each is sorted by name.
                static TABLES: &[&[Summary]] = &[#(#tables),*];
            }
            .into(),
        ],
    }
}

fn table(file: &SummaryFile, roots: &Roots) -> File {
    let entries = file.summaries.iter().map(|Summary { name, text, parts }| {
        let text = string(text, 12);
        let parts = parts.iter().map(|(part, text)| {
            let text = string(text, 16);
            quote! { (#part, #text) }
        });
        quote! { Summary { name: #name, text: #text, parts: &[#(#parts),*] } }
    });
    let root = &roots.shapes;
    File {
        docs: vec![format!("Sentences about what is in {}.", file.title)].into(),
        modules: Vec::new(),
        uses: vec![quote! { use #root::summaries::Summary; }],
        items: vec![
            quote! { pub(in #root::summaries) static SUMMARIES: &[Summary] = &[#(#entries),*]; }.into(),
        ],
    }
}
