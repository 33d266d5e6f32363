//! Attaches the error codes that depend on the operation, and checks those that overlays give.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostics, Place};
use crate::ir::{Answers, Location, Member, Role, Rule, Service, Structure};
use crate::lower::Selection;

/// Gives `required` on inputs its code, and reports codes that no operation reaching the member models.
pub(super) fn attach(service: &mut Service, selection: &Selection, diagnostics: &mut Diagnostics) {
    let answers = service.answers.clone();
    let modelled: Vec<(String, BTreeSet<String>)> = service
        .operations
        .values()
        .map(|operation| {
            let codes = operation.errors.iter().filter_map(|id| service.errors.get(id));
            (operation.name.clone(), codes.map(|error| error.code.clone()).collect())
        })
        .collect();
    // Trimmed to few operations, a rule may outlive the only operation that models its code.
    let is_whole = selection.operations.is_empty();
    for structure in service.structures.values_mut() {
        let reaching = modelled.iter().filter(|(name, _)| structure.header.usage.inputs.contains(name));
        let codes: BTreeSet<&str> = reaching.flat_map(|(_, codes)| codes).map(String::as_str).collect();
        if matches!(structure.role, Role::Input(_)) {
            for member in &mut structure.members {
                answer_required(member, &answers, &codes);
            }
        }
        if is_whole && !structure.header.usage.inputs.is_empty() {
            report_unmodelled(structure, &codes, diagnostics);
        }
    }
}

fn answer_required(member: &mut Member, answers: &Answers, modelled: &BTreeSet<&str>) {
    let code = match &member.location {
        Location::Payload => answers.payload.as_ref(),
        Location::Header(name) => answers.headers.get(name),
        _ => None,
    };
    let Some(code) = code.filter(|code| modelled.contains(code.as_str())) else { return };
    for constraint in &mut member.constraints {
        if constraint.rule == Rule::Required && constraint.code.is_none() {
            constraint.code = Some(code.clone());
        }
    }
}

fn report_unmodelled(structure: &Structure, modelled: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    let constraints = structure.members.iter().flat_map(|member| &member.constraints);
    let constraints = constraints.map(|constraint| (&constraint.code, &constraint.origin));
    let conditions = structure.conditions.iter().map(|condition| &condition.facts);
    let facts = conditions.chain(structure.checks.iter().map(|check| &check.facts));
    for (code, origin) in constraints.chain(facts.map(|facts| (&facts.code, &facts.origin))) {
        let Some(code) = code.as_deref().filter(|code| !modelled.contains(code)) else { continue };
        diagnostics.error(
            Place::shape(&origin.file, &origin.bearer),
            format!("no operation that reaches {} models the error `{code}`", structure.header.id.name()),
            "give a code that one of them models",
        );
    }
}
