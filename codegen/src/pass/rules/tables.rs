//! Decides what the tables of rules hold: which rules, and which fields of each.

use crate::ir::tables::{RuleField, RuleRow, RuleTables};
use crate::ir::{Answer, Evidence, RuleEntry, Service, Severity};
use crate::pass::rules::MODEL;

/// Fills `tables` of the output. Moves the rules there.
pub(in crate::pass) fn fill(service: &mut Service) {
    let general = service.answers.default.clone();
    let model = service.answers.model.clone();
    let rules = std::mem::take(&mut service.rules);
    let mut tables = RuleTables::default();
    for mut rule in rules {
        let table = tables.files.entry(std::mem::take(&mut rule.file)).or_default();
        table.imports.extend(["Kind", "Rule"]);
        let is_of_model = model.as_ref().is_some_and(|model| is_of_model(&rule, model));
        table.has_common |= !is_of_model;
        table.has_model |= is_of_model;
        let has_evidence = rule.evidence != Evidence::Assumed && !is_of_model;
        table.imports.extend(has_evidence.then_some("Evidence"));
        table.imports.extend((rule.severity != Severity::Error).then_some("Severity"));
        table.rows.push(row(rule, &general, is_of_model));
    }
    tables.has_common = tables.files.values().any(|table| table.has_common);
    tables.has_model = tables.files.values().any(|table| table.has_model);
    service.output.tables = RuleTables { general, model, ..tables };
}

/// Whether a rule has the code of constraints of the service's own model, known from the same reports.
pub(super) fn is_of_model(rule: &RuleEntry, model: &Answer) -> bool {
    let observed = match &rule.evidence {
        Evidence::Observed(reports) => Some(reports),
        _ => None,
    };
    rule.code == model.code && observed == model.observed.as_ref()
}

/// The fields in which the rule differs from most.
fn row(rule: RuleEntry, general: &str, is_of_model: bool) -> RuleRow {
    let code = (rule.code != general && !is_of_model).then_some(RuleField::Name("code", rule.code));
    let overrides = rule.code_overrides;
    let overrides = (!overrides.is_empty()).then_some(RuleField::CodeOverrides(overrides));
    let has_evidence = rule.evidence != Evidence::Assumed && !is_of_model;
    let evidence = has_evidence.then_some(RuleField::Evidence(rule.evidence));
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
    RuleRow { is_of_model, fields: fields.into_iter().flatten().collect() }
}

fn text(name: &'static str, text: String) -> Option<RuleField> {
    (!text.is_empty()).then_some(RuleField::Text(name, text))
}

fn names(name: &'static str, names: Vec<String>) -> Option<RuleField> {
    (!names.is_empty()).then_some(RuleField::Names(name, names))
}
