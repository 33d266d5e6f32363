//! The table of all rules as Rust data: a file per resource, or per structure if that would be too long.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::words::{ident, string};
use crate::emit::{Files, Roots, tree};
use crate::ir::{RuleEntry, Service, Severity};
use crate::print::{File, Item};

/// The tables, and the file that combines them.
pub(super) fn files(service: &Service, roots: &Roots) -> Files {
    let mut tables: BTreeMap<&str, Vec<&RuleEntry>> = BTreeMap::new();
    for rule in &service.rules {
        tables.entry(&rule.file).or_default().push(rule);
    }
    let mut files: Files = tables
        .iter()
        .map(|(name, rules)| (format!("rules/{name}.rs"), table(service, name, rules, roots)))
        .collect();
    let modules = tree::declare(&mut files, "rules/", tables.keys().copied());
    files.insert("rules.rs".to_owned(), root(service, modules, tables.keys().copied()));
    files
}

fn root<'a>(service: &Service, modules: Vec<TokenStream>, tables: impl Iterator<Item = &'a str>) -> File {
    let general = &service.answers.default;
    let common = (!service.rules.is_empty()).then(|| {
        quote! {
            /// The values that most rules have.
            pub(crate) const COMMON: Rule = Rule { code: #general, ..Rule::DEFAULT };
        }
    });
    let tables = tables.map(tree::path);
    File {
        docs: vec!["All rules, for programs that list, explain or switch them.".to_owned()],
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

fn table(service: &Service, name: &str, rules: &[&RuleEntry], roots: &Roots) -> File {
    let root = &roots.validators;
    let entries = rules.iter().map(|rule| entry(service, rule));
    let has_severity = rules.iter().any(|rule| rule.severity != Severity::Error);
    let severity = has_severity.then(|| quote! { , Severity });
    File {
        docs: vec![format!("Rules of the shapes in `{name}`, sorted by id.")],
        modules: Vec::new(),
        uses: vec![
            quote! { use shapewright_validation::{Kind, Rule #severity}; },
            quote! { use #root::rules::COMMON; },
        ],
        items: vec![
            quote! {
                /// The rules.
                pub(crate) static RULES: &[Rule] = &[#(#entries),*];
            }
            .into(),
        ],
    }
}

/// The fields in which the rule differs from `COMMON`.
fn entry(service: &Service, rule: &RuleEntry) -> TokenStream {
    let RuleEntry { id, target, code, depends_on, .. } = rule;
    let kind = ident(&format!("{:?}", rule.kind));
    let severity = ident(&format!("{:?}", rule.severity));
    let severity = (rule.severity != Severity::Error).then(|| quote! { severity: Severity::#severity, });
    let code = (*code != service.answers.default).then(|| quote! { code: #code, });
    let overrides = rule.code_overrides.iter().map(|(operation, code)| quote! { (#operation, #code) });
    let overrides = (!rule.code_overrides.is_empty()).then(|| quote! { code_overrides: &[#(#overrides),*], });
    let depends_on = (!depends_on.is_empty()).then(|| quote! { depends_on: &[#(#depends_on),*], });
    let literals = &rule.literals;
    let literals = (!literals.is_empty()).then(|| quote! { literals: &[#(#literals),*], });
    let blamed_member = field("blamed_member", &rule.blamed_member);
    let expected = field("expected", &rule.expected);
    let source = (rule.source != "model").then(|| field("source", &rule.source));
    let pointer = field("pointer", &rule.pointer);
    let message = field("message", &rule.message);
    let remedy = field("remedy", &rule.remedy);
    quote! {
        Rule {
            id: #id,
            target: #target,
            #blamed_member
            kind: Kind::#kind,
            #expected
            #code
            #overrides
            #severity
            #source
            #pointer
            #message
            #remedy
            #depends_on
            #literals
            ..COMMON
        }
    }
}

/// `remedy: "…",`, or nothing for an empty string, which is the default.
fn field(name: &str, value: &str) -> Option<TokenStream> {
    let (name, value) = (ident(name), string(value, 12));
    (!value.to_string().eq("\"\"")).then(|| quote! { #name: #value, })
}
