//! The table of all rules as Rust data: a file per resource, or per structure if that would be too long.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::declaration;
use crate::emit::words::{ident, literal, string};
use crate::emit::{Files, Roots, tree};
use crate::ir::tables::{RuleField, RuleRow, RuleTable, RuleTables};
use crate::ir::{Answer, Evidence};
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
    let model = tables.model.as_ref().filter(|_| tables.has_model);
    let is_observed = model.is_some_and(|answer| answer.observed.is_some());
    let model = model.map(|Answer { code, observed }| {
        let observed = observed.as_ref().map(|reports| {
            let reports = string(reports, 8);
            quote! { evidence: Evidence::Observed(#reports), }
        });
        quote! {
            /// The values that constraints of the service's own model have.
            pub(crate) const OF_MODEL: Rule = Rule { code: #code, #observed ..Rule::DEFAULT };
        }
    });
    let of_model = tables.model.as_ref().map_or("", |answer| &answer.code);
    let common = tables.has_common.then(|| {
        quote! {
            /// The values that most rules have.
            pub(crate) const COMMON: Rule = Rule { code: #general, ..Rule::DEFAULT };
        }
    });
    let imports = is_observed.then_some("Evidence").into_iter().chain(["Rule", "Rules"]);
    let tables = tables.files.keys().map(|name| tree::path(name));
    File {
        docs: vec!["All rules, for programs that list, explain or switch them.".to_owned()].into(),
        modules,
        uses: declaration(&quote! { shapewright_validation }, imports).into_iter().collect(),
        items: [
            Some(quote! {
                /// All rules of the service.
                pub static RULES: Rules = Rules {
                    tables: &[#(#tables::RULES),*],
                    general: #general,
                    of_model: #of_model,
                };
            }),
            common,
            model,
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
    let bases = [("COMMON", table.has_common), ("OF_MODEL", table.has_model)];
    let bases = bases.into_iter().filter(|(_, is_used)| *is_used).map(|(name, _)| name);
    uses.extend(declaration(&quote! { #root::rules }, bases));
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
    let base = ident(if row.is_of_model { "OF_MODEL" } else { "COMMON" });
    quote! { Rule { #(#fields,)* ..#base } }
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
