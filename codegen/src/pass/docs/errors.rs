//! Doc comments of error codes and of the error enums of operations.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{CommonError, ErrorShape, Service};
use crate::markdown::{code, prose};
use crate::pass::docs::text::{decapitalised, listed, wrapped};
use crate::pass::docs::{add_paragraph, named};

/// Maximum number of rules that a comment lists; otherwise it has their number.
const NAMED_RULES: usize = 3;

/// Fills `docs` of errors, and of the error enums of operations.
pub(in crate::pass) fn write(service: &mut Service) {
    let mut rules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in &service.rules {
        let codes = rule.code_overrides.iter().map(|(_, code)| code.as_str()).chain([rule.code.as_str()]);
        for code in codes {
            rules.entry(code).or_default().insert(&rule.id);
        }
    }
    let general = service.answers.default.clone();
    for error in service.errors.values_mut() {
        error.docs = wrapped(&sentences(error));
        error.code_docs = error.docs.clone();
        let rules = rules.get(error.code.as_str()).filter(|_| error.code != general);
        add_paragraph(rules.map(broken).unwrap_or_default(), &mut error.code_docs);
    }
    for error in &mut service.common_errors.errors {
        error.docs = wrapped(&common_sentences(error));
        error.code_docs = error.docs.clone();
        add_paragraph(wrapped(&format!("Source: {}.", source(&error.source))), &mut error.docs);
        let rules = rules.get(error.code.as_str()).filter(|_| error.code != general);
        add_paragraph(rules.map(broken).unwrap_or_default(), &mut error.code_docs);
    }
    let reference = service.reference.as_deref();
    for operation in service.operations.values_mut() {
        let (name, target) = named(&operation.name, reference);
        let text = match &operation.summary {
            Some(summary) => format!("Errors of {name}: {}", decapitalised(&prose(summary))),
            None => format!("Errors of {name}."),
        };
        operation.error_docs = wrapped(&text);
        add_paragraph(target, &mut operation.error_docs);
    }
}

/// The meaning of the code, and the status if it is not the usual one.
fn sentences(error: &ErrorShape) -> String {
    let summary = error.summary.as_deref().map(prose);
    let status = (error.status != 400 || summary.is_none()).then(|| format!("HTTP {}.", error.status));
    let retryable = error.retryable.then_some("The request may be sent again.");
    let parts = [summary.as_deref(), status.as_deref(), retryable];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Addresses are not links in doc comments unless they are marked.
fn source(text: &str) -> String {
    let parts =
        text.split("; ").map(|part| if part.starts_with("https://") { code(part) } else { prose(part) });
    parts.collect::<Vec<_>>().join("; ")
}

fn common_sentences(error: &CommonError) -> String {
    let status = (error.status != 400).then(|| format!("HTTP {}.", error.status));
    let retryable = error.retryable.then_some("The request may be sent again.");
    let summary = prose(&error.summary);
    let parts = [Some(summary.as_str()), status.as_deref(), retryable];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The rules that lead to the code.
fn broken(rules: &BTreeSet<&str>) -> Vec<String> {
    let names: Vec<String> = rules.iter().map(|rule| code(rule)).collect();
    let text = match names.len() {
        1 => format!("Rule: {}.", names[0]),
        count if count > NAMED_RULES => {
            format!("{count} rules lead to it; `RULES.md` of the validators lists them.")
        }
        _ => format!("Rules: {}.", listed(&names, NAMED_RULES)),
    };
    wrapped(&text)
}
