//! `RULES.md`: all rules, defaults and deprecations of requests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::ir::{Assumed, Deprecation, RuleEntry, Service, Severity};
use crate::print::PAGE_HEADER;

/// The page: rules by resource, then defaults and deprecations.
pub(super) fn rules(service: &Service) -> String {
    let mut page =
        format!("{PAGE_HEADER}\n# Rules of {} {}\n{INTRODUCTION}", service.sdk_id, service.version);
    let mut tables: BTreeMap<&str, Vec<&RuleEntry>> = BTreeMap::new();
    for rule in &service.rules {
        tables.entry(&rule.module).or_default().push(rule);
    }
    for (module, rules) in tables {
        let title = module.replace('/', ": ").replace('_', " ");
        // Writing to a string does not fail.
        let _ = write!(
            page,
            "\n## {title}\n\n| Rule | Member | Expected | Error | Severity | Source |\n\
             | --- | --- | --- | --- | --- | --- |\n"
        );
        page.extend(rules.into_iter().map(row));
    }
    assumptions(&mut page, service);
    deprecations(&mut page, service);
    links(&mut page, service);
    page
}

const INTRODUCTION: &str = "
The validators check these rules. An *error* is refused by the service with the error code of its row. A *quota* is
refused unless the account's quota was raised. A *warning* may be refused, or does not do what it seems to do. What
is *deprecated* is no longer recommended. Operations that return a different code are listed in parentheses. The
source *model* means that the rule is part of the service's own model; *stated*, *known* and *implied* say how
certain another source is. For rules over several members, *Expected* says what is wrong if the rule is broken,
then what to do.
";

fn row(rule: &RuleEntry) -> String {
    let expected = match rule.message.as_str() {
        "" => rule.expected.clone(),
        message => format!("{message}: {}", rule.remedy),
    };
    let confidence =
        if rule.confidence.is_empty() { String::new() } else { format!(" ({})", rule.confidence) };
    let severity = match rule.severity {
        Severity::Error => "error",
        Severity::Quota => "quota",
        Severity::Warning => "warning",
        Severity::Deprecated => "deprecated",
    };
    let target = match rule.target.as_str() {
        "" => "every string in the body of a request".to_owned(),
        target => format!("`{target}`"),
    };
    format!(
        "| `{}` | {target} | {} | {} | {severity} | {}{confidence} |\n",
        rule.id,
        cell(&expected),
        errors(rule),
        cell(&rule.source),
    )
}

/// `[InvalidOrigin] (UpdateDistribution: [InvalidArgument])`
fn errors(rule: &RuleEntry) -> String {
    let others: Vec<String> =
        rule.code_overrides.iter().map(|(operation, code)| format!("{operation}: [{code}]")).collect();
    if others.is_empty() {
        format!("[{}]", rule.code)
    } else {
        format!("[{}] ({})", rule.code, others.join(", "))
    }
}

fn assumptions(page: &mut String, service: &Service) {
    let assumptions = service.assumptions();
    if assumptions.is_empty() {
        return;
    }
    page.push_str("\n## Defaults\n\nWhat the service assumes if a member is absent.\n");
    page.push_str("\n| Member | Default | Condition |\n| --- | --- | --- |\n");
    for (target, assumption) in assumptions {
        let assumed = match assumption.assumed {
            Assumed::Json(value) => format!("`{}`", cell(&value)),
            Assumed::Member(name) => format!("the value of `{name}`"),
            Assumed::Words(words) => cell(&words),
        };
        let when = cell(&assumption.when.unwrap_or_default());
        let _ = writeln!(page, "| `{target}` | {assumed} | {when} |");
    }
}

fn deprecations(page: &mut String, service: &Service) {
    let mut deprecations = service.deprecations().peekable();
    if deprecations.peek().is_none() {
        return;
    }
    page.push_str("\n## Deprecated structures\n\n| Structure | Since | Reason |\n| --- | --- | --- |\n");
    for (target, Deprecation { since, message }) in deprecations {
        let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
        let _ = writeln!(page, "| `{target}` | {} | {} |", text(since), text(message));
    }
}

/// Link targets of the error codes.
fn links(page: &mut String, service: &Service) {
    let overrides =
        |rule: &RuleEntry| rule.code_overrides.iter().map(|(_, code)| code.clone()).collect::<Vec<_>>();
    let codes: BTreeSet<String> = service
        .rules
        .iter()
        .flat_map(|rule| overrides(rule).into_iter().chain([rule.code.clone()]))
        .collect();
    let krate = service.package.replace('-', "_");
    page.push('\n');
    for code in codes {
        let variant = service.errors.values().find(|error| error.code == code).map(|error| &error.rust);
        let fragment = variant.map_or(String::new(), |variant| format!("#variant.{variant}"));
        let package = &service.package;
        let _ = writeln!(
            page,
            "[{code}]: https://docs.rs/{package}-errors/latest/{krate}_errors/enum.Code.html{fragment}"
        );
    }
}

/// Text of a table cell, escaped.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ").replace('<', "&lt;")
}
