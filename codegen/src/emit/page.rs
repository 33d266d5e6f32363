//! `RULES.md` and the pages that it links: all rules, defaults and deprecations of requests.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::ir::page::{CodeLink, EvidenceCounts, Expectation, PageRow, PageTable, ResourcePage};
use crate::ir::recorded::{RecordedAssumption, RecordedDeprecation};
use crate::ir::{Assumed, Evidence, Recorded, Service, Severity};
use crate::markdown::{cell, code, prose, text};
use crate::print::PAGE_HEADER;

/// The pages by path below the crate: an index with defaults and deprecations, and the rules of each resource.
pub(super) fn rules(service: &Service) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::from([("RULES.md".to_owned(), index(service))]);
    for (resource, page) in &service.output.pages {
        pages.insert(format!("rules/{resource}.md"), resource_page(service, page));
    }
    pages
}

fn index(service: &Service) -> String {
    let mut page = format!(
        "{PAGE_HEADER}\n# Rules of {} {}\n{INTRODUCTION}{}\n| Resource | Rules |\n| --- | ---: |\n",
        text(&service.sdk_id),
        text(&service.version),
        evidence(service),
    );
    for (resource, ResourcePage { title, count, .. }) in &service.output.pages {
        // Writing to a string does not fail.
        let _ = writeln!(page, "| [{title}](rules/{resource}.md) | {count} |");
    }
    assumptions(&mut page, &service.output.recorded);
    deprecations(&mut page, &service.output.recorded);
    page
}

fn resource_page(service: &Service, resource: &ResourcePage) -> String {
    let mut page = format!(
        "{PAGE_HEADER}\n# Rules of {} {}: {}\n\n[All resources](../RULES.md)\n",
        text(&service.sdk_id),
        text(&service.version),
        resource.title
    );
    for PageTable { title, rows } in &resource.tables {
        let _ = write!(
            page,
            "\n## {title}\n\n| Rule | Member | Expected | Error | Evidence | Severity | Source |\n\
             | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        page.extend(rows.iter().map(row));
    }
    links(&mut page, &service.package, &resource.links);
    page
}

const INTRODUCTION: &str = "
Each resource has a page with its rules. The columns of a page:

- *Member*: the member that the rule checks, as `Structure$Member`. `[]` means the elements of a list.
- *Expected*: what a valid value is. For rules over several members: the problem if the rule is broken, then the
  remedy.
- *Error*: the error code that the service returns. Operations that return a different code are in parentheses.
- *Evidence*: how the error code is known. *Observed*: public reports show it. *Documented*: the source of the rule
  names it. *Assumed*: nothing better is known.
- *Severity*: the service rejects an *error*. It rejects a *quota* unless the quota of the account was raised. A
  *warning* may be rejected, or has another effect than it seems to have. *Deprecated* values are no longer
  recommended. Operations in which a rule is only a warning are in parentheses.
- *Source*: *model* for rules of the service's own model. For other rules, the source and in parentheses the
  confidence in it: *stated*, *known* or *implied*.
";

/// How the codes are known, in numbers.
fn evidence(service: &Service) -> String {
    let EvidenceCounts { observed, documented, assumed } = service.output.evidence;
    let model = service.answers.model.as_ref();
    let model = model.and_then(|answer| Some((&answer.code, answer.observed.as_ref()?)));
    let of_model = model.map_or_else(String::new, |(error, reports)| {
        let (error, reports) = (code(error), text(reports));
        format!(
            "\nThe service refuses what breaks a constraint of its own model with {error}, as in {reports}.\n"
        )
    });
    let all = observed + documented + assumed;
    let share = |count: usize| (count * 1000 + all / 2).checked_div(all).unwrap_or_default();
    let row = |name: &str, count| {
        let share = share(count);
        format!("| {name} | {count} | {}.{} % |\n", share / 10, share % 10)
    };
    let rows = [row("observed", observed), row("documented", documented), row("assumed", assumed)].concat();
    format!(
        "\n## Evidence\n\nOf the {all} rules of severity *error* or *quota*, so many error codes are:\n\n\
         | Evidence | Rules | Share |\n| --- | ---: | ---: |\n{rows}{of_model}\n## Resources\n"
    )
}

fn row(rule: &PageRow) -> String {
    let expected = match &rule.expected {
        Expectation::Pattern(pattern) => format!("pattern {}", code(pattern)),
        Expectation::Text(text) => prose(text),
        Expectation::Problem(message, remedy) => format!("{}: {}", prose(message), prose(remedy)),
    };
    let confidence =
        rule.confidence.as_ref().map_or_else(String::new, |confidence| format!(" ({})", text(confidence)));
    let severity = match rule.severity {
        Severity::Error => "error",
        Severity::Quota => "quota",
        Severity::Warning => "warning",
        Severity::Deprecated => "deprecated",
    };
    let lenient: String =
        rule.warning_in.iter().map(|operation| format!(" ({}: warning)", text(operation))).collect();
    let evidence = match &rule.evidence {
        Evidence::Observed(_) if rule.is_of_model => "observed: [model](../RULES.md#evidence)".to_owned(),
        Evidence::Observed(reports) => format!("observed: {}", text(reports)),
        Evidence::Documented => "documented".to_owned(),
        Evidence::Assumed => "assumed".to_owned(),
    };
    let target = rule
        .target
        .as_ref()
        .map_or_else(|| "every string in the body of a request".to_owned(), |target| code(target));
    format!(
        "| {} | {} | {} | {} | {} | {severity}{} | {}{} |\n",
        cell(&code(&rule.id)),
        cell(&target),
        cell(&expected),
        cell(&errors(rule)),
        cell(&evidence),
        cell(&lenient),
        cell(&prose(&rule.source)),
        cell(&confidence),
    )
}

/// `[InvalidOrigin] (UpdateDistribution: [InvalidArgument])`
fn errors(rule: &PageRow) -> String {
    let others: Vec<String> = rule
        .code_overrides
        .iter()
        .map(|(operation, code)| format!("{}: {}", text(operation), link(code)))
        .collect();
    if others.is_empty() { link(&rule.code) } else { format!("{} ({})", link(&rule.code), others.join(", ")) }
}

/// A link to the error code; a code that is not a word is not a label of a link.
fn link(error: &str) -> String {
    if is_label(error) { format!("[{error}]") } else { code(error) }
}

fn is_label(error: &str) -> bool {
    !error.is_empty() && error.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

fn assumptions(page: &mut String, recorded: &Recorded) {
    if recorded.assumptions.is_empty() {
        return;
    }
    page.push_str("\n## Defaults\n\nThe value that the service uses if a member is absent.\n");
    page.push_str("\n| Member | Default | Condition |\n| --- | --- | --- |\n");
    for RecordedAssumption { target, assumed, when } in &recorded.assumptions {
        let assumed = match assumed {
            Assumed::Json(value) => code(value),
            Assumed::Member(name) => format!("the value of {}", code(name)),
            Assumed::Words(words) => prose(words),
        };
        let _ = writeln!(page, "| {} | {} | {} |", cell(&code(target)), cell(&assumed), cell(&prose(when)));
    }
}

fn deprecations(page: &mut String, recorded: &Recorded) {
    if recorded.deprecations.is_empty() {
        return;
    }
    page.push_str("\n## Deprecated structures\n\n| Structure | Since | Reason |\n| --- | --- | --- |\n");
    for RecordedDeprecation { target, since, message } in &recorded.deprecations {
        let _ = writeln!(page, "| {} | {} | {} |", cell(&code(target)), cell(&text(since)), cell(message));
    }
}

/// Link targets of the error codes.
fn links(page: &mut String, package: &str, links: &[CodeLink]) {
    let krate = package.replace('-', "_");
    page.push('\n');
    for CodeLink { code, variant } in links.iter().filter(|link| is_label(&link.code)) {
        let fragment = variant.as_ref().map_or_else(String::new, |variant| format!("#variant.{variant}"));
        let _ = writeln!(
            page,
            "[{code}]: https://docs.rs/{package}-errors/latest/{krate}_errors/enum.Code.html{fragment}"
        );
    }
}
