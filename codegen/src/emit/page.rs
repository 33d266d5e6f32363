//! `RULES.md` and the pages that it links: all rules, defaults and deprecations of requests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::ir::{Assumed, Deprecation, RuleEntry, Service, Severity};
use crate::markdown::code;
use crate::print::PAGE_HEADER;

/// The pages by path below the crate: an index with defaults and deprecations, and the rules of each resource.
pub(super) fn rules(service: &Service) -> BTreeMap<String, String> {
    let mut resources: BTreeMap<&str, BTreeMap<&str, Vec<&RuleEntry>>> = BTreeMap::new();
    for rule in &service.rules {
        let resource = rule.module.split('/').next().unwrap_or(&rule.module);
        resources.entry(resource).or_default().entry(&rule.module).or_default().push(rule);
    }
    let mut pages = BTreeMap::from([("RULES.md".to_owned(), index(service, &resources))]);
    for (resource, tables) in resources {
        pages.insert(format!("rules/{resource}.md"), resource_page(service, resource, &tables));
    }
    pages
}

/// The tables of rules by resource and module.
type Resources<'s> = BTreeMap<&'s str, BTreeMap<&'s str, Vec<&'s RuleEntry>>>;

fn index(service: &Service, resources: &Resources<'_>) -> String {
    let mut page = format!(
        "{PAGE_HEADER}\n# Rules of {} {}\n{INTRODUCTION}\n| Resource | Rules |\n| --- | ---: |\n",
        service.sdk_id, service.version
    );
    for (resource, tables) in resources {
        let count: usize = tables.values().map(Vec::len).sum();
        // Writing to a string does not fail.
        let _ = writeln!(page, "| [{}](rules/{resource}.md) | {count} |", title(resource));
    }
    assumptions(&mut page, service);
    deprecations(&mut page, service);
    page
}

fn resource_page(service: &Service, resource: &str, tables: &BTreeMap<&str, Vec<&RuleEntry>>) -> String {
    let mut page = format!(
        "{PAGE_HEADER}\n# Rules of {} {}: {}\n\n[All resources](../RULES.md)\n",
        service.sdk_id,
        service.version,
        title(resource)
    );
    for (module, rules) in tables {
        let _ = write!(
            page,
            "\n## {}\n\n| Rule | Member | Expected | Error | Severity | Source |\n\
             | --- | --- | --- | --- | --- | --- |\n",
            title(module)
        );
        page.extend(rules.iter().map(|rule| row(rule)));
    }
    links(&mut page, service, tables.values().flatten().copied());
    page
}

/// `distribution/cache_behavior` becomes `distribution: cache behavior`.
fn title(module: &str) -> String {
    module.replace('/', ": ").replace('_', " ")
}

const INTRODUCTION: &str = "
Each resource has a page with its rules. The columns of a page:

- *Member*: the member that the rule checks, as `Structure$Member`. `[]` means the elements of a list.
- *Expected*: what a valid value is. For rules over several members: the problem if the rule is broken, then the
  remedy.
- *Error*: the error code that the service returns. Operations that return a different code are in parentheses.
- *Severity*: the service rejects an *error*. It rejects a *quota* unless the quota of the account was raised. A
  *warning* may be rejected, or has another effect than it seems to have. *Deprecated* values are no longer
  recommended.
- *Source*: *model* for rules of the service's own model. For other rules, the source and in parentheses the
  confidence in it: *stated*, *known* or *implied*.
";

fn row(rule: &RuleEntry) -> String {
    let expected = match rule.message.as_str() {
        "" => match rule.expected.strip_prefix("pattern ") {
            Some(pattern) => format!("pattern {}", code(&pattern.replace('|', "\\|"))),
            None => cell(&rule.expected),
        },
        message => cell(&format!("{message}: {}", rule.remedy)),
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
        expected,
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
    page.push_str("\n## Defaults\n\nThe value that the service uses if a member is absent.\n");
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
fn links<'s>(page: &mut String, service: &Service, rules: impl Iterator<Item = &'s RuleEntry>) {
    let overrides =
        |rule: &RuleEntry| rule.code_overrides.iter().map(|(_, code)| code.clone()).collect::<Vec<_>>();
    let codes: BTreeSet<String> =
        rules.flat_map(|rule| overrides(rule).into_iter().chain([rule.code.clone()])).collect();
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
