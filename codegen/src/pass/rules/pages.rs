//! Decides what the pages about rules hold: a page for each resource, with a table for each source file.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::page::{CodeLink, EvidenceCounts, Expectation, PageRow, PageTable, ResourcePage};
use crate::ir::{Evidence, RuleEntry, Service};
use crate::pass::rules::tables;

/// Fills `pages` of the output.
pub(in crate::pass) fn fill(service: &mut Service) {
    let mut modules: BTreeMap<&str, Vec<&RuleEntry>> = BTreeMap::new();
    for rule in &service.rules {
        modules.entry(&rule.module).or_default().push(rule);
    }
    let mut pages: BTreeMap<String, ResourcePage> = BTreeMap::new();
    let mut codes: BTreeMap<String, BTreeSet<CodeLink>> = BTreeMap::new();
    for (module, rules) in modules {
        let resource = module.split('/').next().unwrap_or(module);
        let page = pages.entry(resource.to_owned()).or_default();
        page.title = title(resource);
        page.count += rules.len();
        let links = rules.iter().flat_map(|rule| links(service, rule));
        codes.entry(resource.to_owned()).or_default().extend(links);
        let rows = rules.into_iter().map(|rule| row(service, rule)).collect();
        page.tables.push(PageTable { title: title(module), rows });
    }
    for (page, links) in pages.values_mut().zip(codes.into_values()) {
        page.links = links.into_iter().collect();
    }
    service.output.pages = pages;
    service.output.evidence = counts(&service.rules);
}

/// How the codes of rules are known. Warnings and deprecations do not count: the service need not refuse the value.
fn counts(rules: &[RuleEntry]) -> EvidenceCounts {
    let mut counts = EvidenceCounts::default();
    for rule in rules.iter().filter(|rule| rule.severity.is_invalid()) {
        match rule.evidence {
            Evidence::Observed(_) => counts.observed += 1,
            Evidence::Documented => counts.documented += 1,
            Evidence::Assumed => counts.assumed += 1,
        }
    }
    counts
}

/// `distribution/cache_behavior` becomes `distribution: cache behavior`.
fn title(module: &str) -> String {
    module.replace('/', ": ").replace('_', " ")
}

fn row(service: &Service, rule: &RuleEntry) -> PageRow {
    let expected = match (rule.message.as_str(), rule.expected.strip_prefix("pattern ")) {
        ("", Some(pattern)) => Expectation::Pattern(pattern.to_owned()),
        ("", None) => Expectation::Text(rule.expected.clone()),
        (message, _) => Expectation::Problem(message.to_owned(), rule.remedy.clone()),
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    PageRow {
        id: rule.id.clone(),
        target: some(&rule.target),
        expected,
        code: rule.code.clone(),
        code_overrides: rule.code_overrides.clone(),
        evidence: rule.evidence.clone(),
        is_of_model: service.answers.model.as_ref().is_some_and(|model| tables::is_of_model(rule, model)),
        severity: rule.severity,
        warning_in: rule.warning_in.iter().map(|(operation, _)| operation.clone()).collect(),
        source: rule.source.clone(),
        confidence: some(&rule.confidence),
    }
}

/// The error codes of a rule.
fn links<'s>(service: &'s Service, rule: &'s RuleEntry) -> impl Iterator<Item = CodeLink> + 's {
    let codes = rule.code_overrides.iter().map(|(_, code)| code).chain([&rule.code]);
    codes.map(|code| {
        let modelled = service.errors.values().map(|error| (&error.code, &error.rust));
        let common = service.common_errors.errors.iter().map(|error| (&error.code, &error.rust));
        let error = modelled.chain(common).find(|(known, _)| *known == code);
        CodeLink { code: code.clone(), variant: error.map(|(_, rust)| rust.clone()) }
    })
}
