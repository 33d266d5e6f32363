//! The table of all rules: as Rust, a file for each resource, and as a page for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Files, recorded, tree};
use crate::ir::{RuleEntry, Service, Severity};
use crate::print::{File, Listing};

/// The tables, and the file that joins them.
pub(super) fn files(service: &Service) -> Files {
    let tables = by_module(service);
    let mut files = Files::new();
    for (module, rules) in &tables {
        let entries = rules.iter().map(|rule| entry(rule)).collect();
        let listing = Listing { name: "rules", head: String::new(), entries, tail: String::new() };
        let file = File {
            docs: vec![format!("Rules of the shapes in `{module}`, sorted by id.")],
            modules: Vec::new(),
            uses: vec![quote! { use shapewright_validation::rules; }],
            items: vec![listing.into()],
        };
        files.insert(format!("rules/{module}.rs"), file);
    }
    let modules = tree::declare(&mut files, "rules/", tables.keys().copied());
    files.insert("rules.rs".to_owned(), root(service, modules, tables.keys().copied()));
    files
}

fn by_module(service: &Service) -> BTreeMap<&str, Vec<&RuleEntry>> {
    let mut tables: BTreeMap<&str, Vec<&RuleEntry>> = BTreeMap::new();
    for rule in &service.rules {
        tables.entry(&rule.module).or_default().push(rule);
    }
    tables
}

fn root<'a>(service: &Service, modules: Vec<TokenStream>, tables: impl Iterator<Item = &'a str>) -> File {
    let general = &service.answers.default;
    let tables = tables.map(tree::path);
    File {
        docs: vec!["All rules, for programs that list, explain or switch them.".to_owned()],
        modules,
        uses: vec![quote! { use shapewright_validation::{Rule, Rules}; }],
        items: vec![
            quote! {
                /// The rules of the service, in one table a resource.
                pub static RULES: Rules = Rules {
                    tables: &[#(#tables::RULES),*],
                    general: #general,
                };
            }
            .into(),
            quote! {
                /// Every rule of the service.
                pub fn rules() -> impl Iterator<Item = &'static Rule> {
                    RULES.tables.iter().copied().flatten()
                }
            }
            .into(),
        ],
    }
}

fn entry(rule: &RuleEntry) -> String {
    let RuleEntry { id, target, kind, limit, code, severity, source, at, message, remedy, reads, .. } = rule;
    let blames = if rule.blames.is_empty() { String::new() } else { format!(" in {:?}", rule.blames) };
    let reads = if reads.is_empty() { String::new() } else { format!(" {reads:?}") };
    let instead = rule.instead.iter().map(|(operation, code)| format!("{operation:?} => {code:?}"));
    let instead = match instead.collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        some => format!(" {{ {} }}", some.join(", ")),
    };
    format!(
        "{id:?} {target:?} {kind} {limit:?} {code:?} {severity:?} {source:?} {at:?} {message:?} \
         {remedy:?}{blames}{reads}{instead}"
    )
}

/// The page for people, one table a resource.
pub(super) fn page(service: &Service) -> String {
    let mut page =
        format!("{}\n# Rules of {} {}\n", crate::print::PAGE_HEADER, service.sdk_id, service.version);
    page.push_str(
        "\nWhat the service would refuse, with the error code of its answer. Weight: `error` is refused, `quota` is\n\
         refused unless the account's quota was raised, `warning` may be refused or does not do what it seems to do,\n\
         `deprecated` is no longer recommended. A rule whose source is `model` is a trait of the service's own model,\n\
         or follows from how it counts lists. Behind a code stand operations that answer another one.\n\
         Rules over several members are told by what is wrong where they do not hold, and what to do.\n",
    );
    for (module, rules) in by_module(service) {
        // Writing to a text does not fail.
        let _ = write!(
            page,
            "\n## {}\n\n| Rule | Where | What | Code | Weight | Source |\n| --- | --- | --- | --- | --- | --- |\n",
            module.replace('/', ": ").replace('_', " ")
        );
        for rule in rules {
            let what = match rule.message.as_str() {
                "" => rule.limit.clone(),
                message => format!("{message}: {}", rule.remedy),
            };
            let severity = weight(rule.severity);
            let certainty =
                if rule.confidence.is_empty() { String::new() } else { format!(" ({})", rule.confidence) };
            let _ = writeln!(
                page,
                "| `{}` | `{}` | {} | {} | {severity} | {}{certainty} |",
                rule.id,
                rule.target,
                cell(&what),
                answers(rule),
                cell(&rule.source),
            );
        }
    }
    page.push_str(&recorded::page(service));
    page
}

/// `InvalidOrigin (UpdateDistribution: InvalidArgument)`
fn answers(rule: &RuleEntry) -> String {
    let instead: Vec<String> =
        rule.instead.iter().map(|(operation, code)| format!("{operation}: {code}")).collect();
    if instead.is_empty() { rule.code.clone() } else { format!("{} ({})", rule.code, instead.join(", ")) }
}

fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Quota => "quota",
        Severity::Warning => "warning",
        Severity::Deprecated => "deprecated",
    }
}

/// Text that cannot break the table.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ").replace('<', "&lt;")
}
