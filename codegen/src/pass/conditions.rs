//! Compiles the conditions of the request side, and checks the places that rules blame.

use crate::diagnostics::{Diagnostics, Place};
use crate::ir::{Check, Condition, RuleFacts, Service, Type};
use crate::jmes::{self, Problem};
use crate::model::ShapeId;

/// Fills what is compiled of every condition; reports expressions and places that do not fit the model.
pub(super) fn compile(service: &mut Service, diagnostics: &mut Diagnostics) {
    let ids: Vec<ShapeId> = service.structures.keys().cloned().collect();
    for id in ids {
        let Some(structure) = service.structures.get(&id) else { continue };
        let mut conditions = structure.conditions.clone();
        let checks = structure.checks.clone();
        for condition in &mut conditions {
            compile_one(&id, condition, service, diagnostics);
        }
        for check in &checks {
            // Where the elements are no structures, the element itself is to blame.
            let scope = list(&id, &check.each, service).map(|(_, element)| element);
            check_place(&id, scope, &check.facts, service, diagnostics);
            check_reads(&id, check, service, diagnostics);
        }
        if let Some(structure) = service.structures.get_mut(&id) {
            structure.conditions = conditions;
        }
    }
}

fn compile_one(id: &ShapeId, condition: &mut Condition, service: &Service, diagnostics: &mut Diagnostics) {
    let place = || Place::shape(&condition.facts.origin.file, id);
    let Some((fields, element)) = list(id, &condition.each, service) else {
        diagnostics.error(
            place(),
            format!(
                "rule `{}`: `{}` is not a list of structures",
                condition.facts.id,
                condition.each.join(".")
            ),
            "give the members that lead to the list, separated by dots",
        );
        return;
    };
    let mut report = |text: &str, problem: Problem| {
        diagnostics.error(
            place(),
            format!(
                "rule `{}`, position {} of `{text}`: {}",
                condition.facts.id, problem.offset, problem.message
            ),
            problem.help,
        );
    };
    let compiled = jmes::compile(&condition.expression, &element, service);
    let compiled = compiled.map_err(|problem| report(&condition.expression, problem)).ok();
    let when = condition
        .when
        .as_ref()
        .map(|text| jmes::compile(text, id, service).map_err(|problem| report(text, problem)));
    check_place(id, Some(element), &condition.facts, service, diagnostics);
    condition.compiled = compiled;
    condition.compiled_when = when.and_then(Result::ok);
    condition.each_rust = fields;
}

/// Rust fields along `path`, and the structure at its end: that of the list's elements, or `id` for an empty path.
fn list(id: &ShapeId, path: &[String], service: &Service) -> Option<(Vec<String>, ShapeId)> {
    let mut current = id.clone();
    let mut fields = Vec::new();
    for (position, name) in path.iter().enumerate() {
        let structure = service.structures.get(&current)?;
        let member = structure.members.iter().find(|member| member.wire == *name)?;
        fields.push(member.rust.clone());
        let is_last = position + 1 == path.len();
        current = match &member.ty {
            Type::Structure(next) if !is_last => next.clone(),
            Type::List(element) if is_last => match &element.ty {
                Type::Structure(next) => next.clone(),
                _ => return None,
            },
            _ => return None,
        };
    }
    Some((fields, current))
}

/// The place that a rule blames must exist.
fn check_place(
    bearer: &ShapeId,
    scope: Option<ShapeId>,
    facts: &RuleFacts,
    service: &Service,
    diagnostics: &mut Diagnostics,
) {
    if let Some(name) = unknown(scope.as_ref(), facts.at.split('/').skip(1), structure, service) {
        diagnostics.error(
            Place::shape(&facts.origin.file, bearer),
            format!("rule `{}` blames `{}`, and there is no member `{name}`", facts.id, facts.at),
            "blame a member of the structure, as a JSON Pointer: `/MinTTL`",
        );
        return;
    }
    let is_pointer = facts.at.is_empty() || facts.at.starts_with('/');
    if !is_pointer {
        diagnostics.error(
            Place::shape(&facts.origin.file, bearer),
            format!("rule `{}` blames `{}`, which is not a JSON Pointer", facts.id, facts.at),
            "begin it with `/`",
        );
    }
}

/// What a check reads must exist.
fn check_reads(bearer: &ShapeId, check: &Check, service: &Service, diagnostics: &mut Diagnostics) {
    for path in &check.reads {
        if let Some(name) = unknown(Some(bearer), path.split('.'), element, service) {
            diagnostics.error(
                Place::shape(&check.facts.origin.file, bearer),
                format!("rule `{}` reads `{path}`, and there is no member `{name}`", check.facts.id),
                "list members of the structure, separated by dots: `Origins.Items.Id`",
            );
        }
    }
}

/// The first name that is no member where the names before it lead, from the structure `scope`.
fn unknown<'n>(
    scope: Option<&ShapeId>,
    names: impl Iterator<Item = &'n str>,
    step: fn(&Type) -> Option<&ShapeId>,
    service: &Service,
) -> Option<&'n str> {
    let mut current = scope;
    for name in names {
        let shape = current.and_then(|id| service.structures.get(id));
        let member = shape.and_then(|shape| shape.members.iter().find(|member| member.wire == name));
        let Some(member) = member else { return Some(name) };
        current = step(&member.ty);
    }
    None
}

/// The structure that a member holds.
fn structure(ty: &Type) -> Option<&ShapeId> {
    match ty {
        Type::Structure(id) => Some(id),
        _ => None,
    }
}

/// The same, or the one that the elements of its list are.
fn element(ty: &Type) -> Option<&ShapeId> {
    match ty {
        Type::List(element) => structure(&element.ty),
        other => structure(other),
    }
}
