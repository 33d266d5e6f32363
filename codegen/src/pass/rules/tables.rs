//! Decides what the tables of rules hold: which rules, and which fields of each.

use crate::ir::tables::{RuleField, RuleRow, RuleTables};
use crate::ir::{Evidence, RuleEntry, Service, Severity};
use crate::pass::rules::MODEL;

/// Fills `tables` of the output. Moves the rules there.
pub(in crate::pass) fn fill(service: &mut Service) {
    let general = service.answers.default.clone();
    let rules = std::mem::take(&mut service.rules);
    let mut tables = RuleTables { has_common: !rules.is_empty(), ..RuleTables::default() };
    for mut rule in rules {
        let table = tables.files.entry(std::mem::take(&mut rule.file)).or_default();
        table.imports.extend(["Kind", "Rule"]);
        table.imports.extend((rule.evidence != Evidence::Assumed).then_some("Evidence"));
        table.imports.extend((rule.severity != Severity::Error).then_some("Severity"));
        table.rows.push(row(rule, &general));
    }
    service.output.tables = RuleTables { general, ..tables };
}

/// The fields in which the rule differs from most.
fn row(rule: RuleEntry, general: &str) -> RuleRow {
    let code = (rule.code != general).then_some(RuleField::Name("code", rule.code));
    let overrides = rule.code_overrides;
    let overrides = (!overrides.is_empty()).then_some(RuleField::CodeOverrides(overrides));
    let evidence = (rule.evidence != Evidence::Assumed).then_some(RuleField::Evidence(rule.evidence));
    let severity = (rule.severity != Severity::Error).then_some(RuleField::Severity(rule.severity));
    let source = (rule.source != MODEL).then(|| text("source", rule.source)).flatten();
    let fields = [
        Some(RuleField::Name("id", rule.id)),
        Some(RuleField::Name("target", rule.target)),
        text("blamed_member", rule.blamed_member),
        Some(RuleField::Kind(rule.kind)),
        text("expected", rule.expected),
        code,
        overrides,
        evidence,
        severity,
        names("warning_in", rule.warning_in.into_iter().map(|(_, input)| input).collect()),
        source,
        text("pointer", rule.pointer),
        text("message", rule.message),
        text("remedy", rule.remedy),
        names("depends_on", rule.depends_on),
        names("literals", rule.literals),
    ];
    RuleRow { fields: fields.into_iter().flatten().collect() }
}

fn text(name: &'static str, text: String) -> Option<RuleField> {
    (!text.is_empty()).then_some(RuleField::Text(name, text))
}

fn names(name: &'static str, names: Vec<String>) -> Option<RuleField> {
    (!names.is_empty()).then_some(RuleField::Names(name, names))
}
