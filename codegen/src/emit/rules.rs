//! The table of all rules as Rust data: a file per resource, or per structure if that would be too long.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{ident, literal, string};
use crate::emit::{Files, Roots, tree};
use crate::ir::Evidence;
use crate::ir::tables::{RuleField, RuleRow, RuleTable, RuleTables};
use crate::print::{File, Item};

/// The tables, and the file that combines them.
pub(super) fn files(tables: &RuleTables, roots: &Roots) -> Files {
    let files = tables.files.iter();
    let mut files: Files =
        files.map(|(name, rules)| (format!("rules/{name}.rs"), table(name, rules, roots))).collect();
    let modules = tree::declare(&mut files, "rules/", tables.files.keys().map(String::as_str));
    files.insert("rules.rs".to_owned(), root(tables, modules));
    files
}

fn root(tables: &RuleTables, modules: Vec<TokenStream>) -> File {
    let general = &tables.general;
    let common = tables.has_common.then(|| {
        quote! {
            /// The values that most rules have.
            pub(crate) const COMMON: Rule = Rule { code: #general, ..Rule::DEFAULT };
        }
    });
    let tables = tables.files.keys().map(|name| tree::path(name));
    File {
        docs: vec!["All rules, for programs that list, explain or switch them.".to_owned()].into(),
        modules,
        uses: vec![quote! { use shapewright_validation::{Rule, Rules}; }],
        items: [
            Some(quote! {
                /// All rules of the service.
                pub static RULES: Rules = Rules {
                    tables: &[#(#tables::RULES),*],
                    general: #general,
                };
            }),
            common,
            Some(quote! {
                /// Every rule of the service.
                pub fn rules() -> impl Iterator<Item = &'static Rule> {
                    RULES.iter()
                }
            }),
        ]
        .into_iter()
        .flatten()
        .map(Item::from)
        .collect(),
    }
}

fn table(name: &str, table: &RuleTable, roots: &Roots) -> File {
    let root = &roots.validators;
    let rows = table.rows.iter().map(row);
    let mut uses =
        Vec::from_iter(declaration(&quote! { shapewright_validation }, table.imports.iter().copied()));
    uses.push(quote! { use #root::rules::COMMON; });
    File {
        docs: vec![format!("Rules of the shapes in `{name}`, sorted by id.")].into(),
        modules: Vec::new(),
        uses,
        items: vec![
            quote! {
                /// The rules.
                pub(crate) static RULES: &[Rule] = &[#(#rows),*];
            }
            .into(),
        ],
    }
}

fn row(row: &RuleRow) -> TokenStream {
    let fields = row.fields.iter().map(field);
    quote! { Rule { #(#fields,)* ..COMMON } }
}

fn field(field: &RuleField) -> TokenStream {
    match field {
        RuleField::Name(name, text) => {
            let (name, text) = (ident(name), literal(text));
            quote! { #name: #text }
        }
        RuleField::Text(name, text) => {
            let (name, text) = (ident(name), string(text, 12));
            quote! { #name: #text }
        }
        RuleField::Names(name, texts) => {
            let name = ident(name);
            quote! { #name: &[#(#texts),*] }
        }
        RuleField::Kind(kind) => {
            let kind = ident(&format!("{kind:?}"));
            quote! { kind: Kind::#kind }
        }
        RuleField::Evidence(Evidence::Observed(reports)) => {
            let reports = string(reports, 12);
            quote! { evidence: Evidence::Observed(#reports) }
        }
        RuleField::Evidence(evidence) => {
            let evidence = ident(&format!("{evidence:?}"));
            quote! { evidence: Evidence::#evidence }
        }
        RuleField::Severity(severity) => {
            let severity = ident(&format!("{severity:?}"));
            quote! { severity: Severity::#severity }
        }
        RuleField::CodeOverrides(codes) => {
            let codes = codes.iter().map(|(operation, code)| quote! { (#operation, #code) });
            quote! { code_overrides: &[#(#codes),*] }
        }
    }
}
