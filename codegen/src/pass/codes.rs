//! Attaches the error codes that depend on the operation, and checks those that overlays give.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostics, Place};
use crate::ir::{Answers, Constraint, Location, Member, Role, Rule, Service, Structure};

/// Gives `required` on inputs its code, and reports codes that no operation reaching the member models.
pub(super) fn attach(service: &mut Service, diagnostics: &mut Diagnostics) {
    let answers = service.answers.clone();
    let modelled: Vec<(String, BTreeSet<String>)> = service
        .operations
        .values()
        .map(|operation| {
            let codes = operation.errors.iter().filter_map(|id| service.errors.get(id));
            (operation.name.clone(), codes.map(|error| error.code.clone()).collect())
        })
        .collect();
    for structure in service.structures.values_mut() {
        let reaching = modelled.iter().filter(|(name, _)| structure.header.usage.inputs.contains(name));
        let codes: BTreeSet<&str> = reaching.flat_map(|(_, codes)| codes).map(String::as_str).collect();
        if matches!(structure.role, Role::Input(_)) {
            for member in &mut structure.members {
                answer_required(member, &answers, &codes);
            }
        }
        if !structure.header.usage.inputs.is_empty() {
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
    for member in &structure.members {
        for Constraint { code, origin, .. } in &member.constraints {
            let Some(code) = code.as_deref().filter(|code| !modelled.contains(code)) else { continue };
            // Trimmed to few operations, a rule may outlive the only operation that models its code.
            diagnostics.warning(
                Place::member(&origin.file, &structure.header.id, &member.wire),
                format!("no operation that reaches the member models the error `{code}`"),
                "give a code that one of them models",
            );
        }
    }
}
