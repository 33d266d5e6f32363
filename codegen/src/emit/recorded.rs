//! Tables of what is known of requests without a verdict.

use std::fmt::Write;

use quote::quote;

use crate::emit::rules::cell;
use crate::ir::{Assumed, Deprecation, Service};
use crate::print::{File, Listing};

/// The file.
pub(super) fn file(service: &Service) -> File {
    let listing = |name, entries| Listing { name, head: String::new(), entries, tail: String::new() };
    File {
        docs: vec![
            "What is known of requests without a verdict: what absent members are assumed to be, and what is \
             deprecated."
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
        let (kind, text) = match assumption.assumed {
            Assumed::Json(value) => ("Json", value),
            Assumed::Member(name) => ("Member", name),
            Assumed::Words(words) => ("Words", words),
        };
        format!("{target:?} {kind} {text:?} {:?}", assumption.when.unwrap_or_default())
    });
    entries.collect()
}

fn deprecations(service: &Service) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let entries = service.deprecations().map(|(target, Deprecation { since, message })| {
        format!("{target:?} {:?} {:?}", text(since), text(message))
    });
    entries.collect()
}

/// The same for people: sections of the page of rules.
pub(super) fn page(service: &Service) -> String {
    let mut page = String::new();
    // Writing to a text does not fail.
    let assumptions = service.assumptions();
    if !assumptions.is_empty() {
        page.push_str("\n## What is assumed where members are absent\n\n");
        page.push_str("| Member | Assumed | Where |\n| --- | --- | --- |\n");
    }
    for (target, assumption) in assumptions {
        let assumed = match assumption.assumed {
            Assumed::Json(value) => format!("`{}`", cell(&value)),
            Assumed::Member(name) => format!("that of `{name}`"),
            Assumed::Words(words) => cell(&words),
        };
        let when = cell(&assumption.when.unwrap_or_default());
        let _ = writeln!(page, "| `{target}` | {assumed} | {when} |");
    }
    let mut deprecations = service.deprecations().peekable();
    if deprecations.peek().is_some() {
        page.push_str(
            "\n## What is deprecated as a whole\n\n| Structure | Since | Why |\n| --- | --- | --- |\n",
        );
    }
    for (target, Deprecation { since, message }) in deprecations {
        let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
        let _ = writeln!(page, "| `{target}` | {} | {} |", text(since), text(message));
    }
    page
}
