//! Tables of what is known of requests without a verdict.

use std::fmt::Write;

use quote::quote;

use crate::emit::rules::cell;
use crate::ir::{Assumed, Service};
use crate::print::{File, Listing};

/// The file.
pub(super) fn file(service: &Service) -> File {
    let listing = |name, entries| Listing { name, head: String::new(), entries, tail: String::new() };
    File {
        docs: vec![
            "What is known of requests without a verdict: what absent members are assumed to be, and what is deprecated."
                .to_owned(),
        ],
        modules: Vec::new(),
        uses: vec![quote! { use shapewright_validation::{assumptions, deprecations}; }],
        items: vec![
            listing("assumptions", assumptions(service)).into(),
            listing("deprecations", deprecations(service)).into(),
        ],
    }
}

fn assumptions(service: &Service) -> Vec<String> {
    let entries = service.assumptions().into_iter().map(|(target, assumption)| {
        let when = assumption.when.unwrap_or_default();
        match assumption.assumed {
            Assumed::Json(value) => format!("{target:?} Json {value:?} {when:?}"),
            Assumed::Member(name) => format!("{target:?} Member {name:?} {when:?}"),
            Assumed::Words(words) => format!("{target:?} Words {words:?} {when:?}"),
        }
    });
    entries.collect()
}

fn deprecations(service: &Service) -> Vec<String> {
    service.deprecations().map(|(target, reason)| format!("{target:?} {reason:?}")).collect()
}

/// The same for people: sections of the page of rules.
pub(super) fn page(service: &Service) -> String {
    let mut page = String::new();
    // Writing to a text does not fail.
    let assumptions = service.assumptions();
    if !assumptions.is_empty() {
        page.push_str("\n## What is assumed where members are absent\n\n| Member | Assumed | Where |\n| --- | --- | --- |\n");
    }
    for (target, assumption) in assumptions {
        let assumed = match assumption.assumed {
            Assumed::Json(value) => format!("`{value}`"),
            Assumed::Member(name) => format!("that of `{name}`"),
            Assumed::Words(words) => cell(&words),
        };
        let when = cell(&assumption.when.unwrap_or_default());
        let _ = writeln!(page, "| `{target}` | {assumed} | {when} |");
    }
    let mut deprecations = service.deprecations().peekable();
    if deprecations.peek().is_some() {
        page.push_str("\n## What is deprecated as a whole\n\n| Structure | Reason |\n| --- | --- |\n");
    }
    for (target, reason) in deprecations {
        let _ = writeln!(page, "| `{target}` | {} |", cell(reason));
    }
    page
}
