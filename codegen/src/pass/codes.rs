//! Attaches the error codes that depend on the operation, and checks those of overlays.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Answers, Header, Location, Member, Role, Rule, Service, Structure};
use crate::options::GenerateOptions;
use shapewright_smithy::{Diagnostics, Place};

/// The error codes that each operation models, by name of the operation.
pub(super) struct Modelled(BTreeMap<String, BTreeSet<String>>);

impl Modelled {
    pub(super) fn of(service: &Service) -> Modelled {
        let operations = service.operations.values().map(|operation| {
            let codes = operation.errors.iter().filter_map(|id| service.errors.get(id));
            (operation.name.clone(), codes.map(|error| error.code.clone()).collect())
        });
        Modelled(operations.collect())
    }

    /// The operations whose input reaches a shape.
    fn reaching(&self, header: &Header) -> impl Iterator<Item = (&String, &BTreeSet<String>)> {
        header.usage.inputs.iter().filter_map(|name| self.0.get_key_value(name))
    }

    /// The operations that reach a shape and do not model the first code, each with the code that they model.
    pub(super) fn overrides(&self, header: &Header, codes: &[&str]) -> Vec<(String, String)> {
        let first_modelled =
            |modelled: &BTreeSet<String>| codes.iter().position(|code| modelled.contains(*code));
        let others = self.reaching(header).filter_map(|(name, modelled)| {
            let position = first_modelled(modelled).filter(|position| *position > 0)?;
            Some((name.clone(), codes.get(position)?.to_string()))
        });
        others.collect()
    }
}

/// Sets the code of rules of inputs that have none and do not use the default, and reports codes that no
/// operation reaching the member models.
pub(super) fn attach(service: &mut Service, options: &GenerateOptions, diagnostics: &mut Diagnostics) {
    let answers = service.answers.clone();
    let modelled = Modelled::of(service);
    // If only some operations are generated, the only operation that models the code may be missing.
    let is_whole = options.operations.is_empty();
    if is_whole {
        report_unknown(service, &answers, diagnostics);
    }
    for structure in service.structures.values_mut() {
        let reaching = modelled.reaching(&structure.header);
        let codes: BTreeSet<&str> = reaching.flat_map(|(_, codes)| codes).map(String::as_str).collect();
        if matches!(structure.role, Role::Input(_)) {
            for member in &mut structure.members {
                answer_input(member, &answers, &codes);
            }
        }
        if is_whole && !structure.header.usage.inputs.is_empty() {
            report_unmodelled(structure, &codes, diagnostics);
        }
    }
}

fn answer_input(member: &mut Member, answers: &Answers, modelled: &BTreeSet<&str>) {
    let is_modelled = |code: &&String| modelled.contains(code.as_str());
    let addressed = || {
        if modelled.contains(answers.default.as_str()) {
            None
        } else {
            answers.addresses.iter().find(is_modelled)
        }
    };
    let code = match &member.location {
        Location::Payload => answers.payload.as_ref(),
        Location::Header(name) => answers.headers.get(name),
        Location::Label | Location::Query(_) => addressed(),
        _ => None,
    };
    let Some(code) = code.filter(is_modelled) else { return };
    // A label that breaks a rule cannot refer to an existing resource.
    let is_label = member.location == Location::Label;
    for constraint in &mut member.constraints {
        if (is_label || constraint.rule == Rule::Required) && constraint.codes.is_empty() {
            constraint.codes = vec![code.clone()];
        }
    }
}

/// Codes of general answers that are not errors of the service: misspelled or removed. Unreadable requests may get
/// a code that no operation models.
fn report_unknown(service: &Service, answers: &Answers, diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&str> = service.errors.values().map(|error| error.code.as_str()).collect();
    let default = answers.is_said.then_some(&answers.default);
    let codes = default.into_iter().chain(&answers.payload).chain(answers.headers.values());
    let codes = codes.chain(&answers.addresses);
    for code in codes.filter(|code| !known.contains(code.as_str())) {
        diagnostics.error(
            Place::shape(&answers.file, &service.id),
            format!("`shapewright#answers` has the code `{code}`, which no operation models"),
            "correct the code, or remove it",
        );
    }
}

fn report_unmodelled(structure: &Structure, modelled: &BTreeSet<&str>, diagnostics: &mut Diagnostics) {
    let constraints = structure.members.iter().flat_map(|member| &member.constraints);
    let constraints = constraints.map(|constraint| (&constraint.codes, &constraint.origin));
    let conditions = structure.conditions.iter().map(|condition| &condition.facts);
    let facts = conditions.chain(structure.checks.iter().map(|check| &check.facts));
    for (codes, origin) in constraints.chain(facts.map(|facts| (&facts.codes, &facts.origin))) {
        for code in codes.iter().filter(|code| !modelled.contains(code.as_str())) {
            diagnostics.error(
                Place::shape(&origin.file, &origin.bearer),
                format!("no operation that reaches {} models the error `{code}`", structure.header.id.name()),
                "use a code that one of them models",
            );
        }
    }
}
