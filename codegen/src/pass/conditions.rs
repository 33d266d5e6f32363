//! Compiles the conditions of the request side, and checks the places that rules blame.

use crate::diagnostics::{Diagnostics, Place};
use crate::ir::{Check, Condition, Member, RuleFacts, Service, Type};
use crate::jmes::{self, Problem};
use crate::model::ShapeId;

/// Fills what is compiled of every condition; reports expressions and places that do not fit the model.
pub(super) fn compile(service: &mut Service, diagnostics: &mut Diagnostics) {
    let ids: Vec<ShapeId> = service.structures.keys().cloned().collect();
    for id in ids {
        let Some(structure) = service.structures.get(&id) else { continue };
        let mut conditions = structure.conditions.clone();
        let mut checks = structure.checks.clone();
        for condition in &mut conditions {
            compile_one(&id, condition, service, diagnostics);
        }
        for check in &mut checks {
            if let Some(scope) = elements(&id, check, service, diagnostics) {
                check_place(&id, scope, &check.facts, service, diagnostics);
            }
            check_reads(&id, check, service, diagnostics);
            name_targets(&id, &check.each, &mut check.facts, service);
        }
        if let Some(structure) = service.structures.get_mut(&id) {
            structure.conditions = conditions;
            structure.checks = checks;
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
    check_place(id, Some(&element), &condition.facts, service, diagnostics);
    condition.compiled = compiled;
    condition.compiled_when = when.and_then(Result::ok);
    condition.each_rust = fields;
    name_targets(id, &condition.each, &mut condition.facts, service);
}

/// Rust fields along `path`, and the structure at its end: that of the list's elements, or `id` for an empty path.
fn list(id: &ShapeId, path: &[String], service: &Service) -> Option<(Vec<String>, ShapeId)> {
    let mut current = id.clone();
    let mut fields = Vec::new();
    for (position, name) in path.iter().enumerate() {
        let member = member(&current, name, service)?;
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

/// What the elements of the list are that a check blames, if they are structures; where they are not, the element itself
/// is to blame. None for a list that is not there, which is reported.
fn elements<'s>(
    id: &'s ShapeId,
    check: &Check,
    service: &'s Service,
    diagnostics: &mut Diagnostics,
) -> Option<Option<&'s ShapeId>> {
    let mut current = Some(id);
    let mut is_list = true;
    for name in &check.each {
        let member = current.and_then(|id| member(id, name, service));
        is_list = member.is_some_and(|member| matches!(member.ty, Type::List(_)));
        current = member.and_then(|member| element(&member.ty));
        if member.is_none() {
            break;
        }
    }
    if !is_list {
        diagnostics.error(
            Place::shape(&check.facts.origin.file, id),
            format!("rule `{}`: `{}` is not a list", check.facts.id, check.each.join(".")),
            "give the members that lead to the list, separated by dots; on the way may be other lists of structures",
        );
    }
    is_list.then_some(current)
}

/// Says of a rule what it is about: from the structure that bears it (`CacheBehaviors$Items[]$MinTTL`), and from the one
/// that the blamed member is in (`CacheBehavior$MinTTL`).
fn name_targets(id: &ShapeId, each: &[String], facts: &mut RuleFacts, service: &Service) {
    facts.target = id.name().to_owned();
    facts.blames = id.name().to_owned();
    let mut current = Some(id);
    for name in each {
        let member = current.and_then(|id| member(id, name, service));
        let is_list = member.is_some_and(|member| matches!(member.ty, Type::List(_)));
        let step = format!("${name}{}", if is_list { "[]" } else { "" });
        let next = member.and_then(|member| element(&member.ty));
        facts.blames = next.map_or_else(|| facts.blames.clone() + &step, |next| next.name().to_owned());
        facts.target.push_str(&step);
        current = next;
    }
    for name in facts.at.split('/').skip(1) {
        let holder = current.map_or("", ShapeId::name);
        facts.blames = format!("{holder}${name}");
        facts.target.extend(["$", name]);
        current = current.and_then(|id| member(id, name, service)).and_then(|member| structure(&member.ty));
    }
}

/// A member of a structure.
fn member<'s>(id: &ShapeId, name: &str, service: &'s Service) -> Option<&'s Member> {
    service.structures.get(id)?.members.iter().find(|member| member.wire == name)
}

/// The place that a rule blames must exist.
fn check_place(
    bearer: &ShapeId,
    scope: Option<&ShapeId>,
    facts: &RuleFacts,
    service: &Service,
    diagnostics: &mut Diagnostics,
) {
    if let Some(name) = unknown(scope, facts.at.split('/').skip(1), structure, service) {
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
        let member = current.and_then(|id| member(id, name, service));
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
