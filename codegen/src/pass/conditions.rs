//! Compiles the conditions of requests, and checks the members that rules blame.

use std::collections::BTreeSet;

use crate::ir::{Check, Condition, Member, RuleFacts, Service, Type};
use crate::jmes::{self, Body, Expr, Problem, Test};
use crate::markdown::{code, prose};
use crate::naming;
use crate::pass::docs::text;
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

/// Compiles every condition; reports expressions and places that do not fit the model.
pub(super) fn compile(service: &mut Service, diagnostics: &mut Diagnostics) {
    let ids: Vec<ShapeId> = service.structures.keys().cloned().collect();
    let mut functions = BTreeSet::new();
    for id in ids {
        let Some(structure) = service.structures.get(&id) else { continue };
        let mut conditions = structure.conditions.clone();
        let mut checks = structure.checks.clone();
        for condition in &mut conditions {
            compile_one(&id, condition, service, diagnostics);
            let name = naming::field_name(&condition.facts.id);
            condition.function = naming::unique(name, "_", |name| functions.contains(name));
            functions.insert(condition.function.clone());
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
            "write the path of members to the list, separated by dots",
        );
        return;
    };
    let mut compile = |text: &str, scope: &ShapeId| {
        let compiled = jmes::compile(text, scope, service).and_then(|expr| undecided(&expr).map(|()| expr));
        compiled.map_err(|problem| {
            let Problem { offset, message, help } = problem;
            let rule = &condition.facts.id;
            diagnostics.error(
                place(),
                format!("rule `{rule}`, position {offset} of `{text}`: {message}"),
                help,
            );
        })
    };
    let compiled = compile(&condition.expression, &element).ok();
    let compiled_when = condition.when.as_ref().and_then(|text| compile(text, id).ok());
    check_place(id, Some(&element), &condition.facts, service, diagnostics);
    condition.body = compiled.as_ref().map(Body::function);
    condition.compiled = compiled;
    condition.compiled_when = compiled_when;
    condition.when_body = condition.compiled_when.as_ref().map(Body::inline);
    condition.each_rust = fields;
    condition.subject = service.structures.get(&element).map_or("", |shape| &shape.header.rust).to_owned();
    condition.docs = docs(condition);
    name_targets(id, &condition.each, &mut condition.facts, service);
}

/// Reports a condition that does not depend on the value.
fn undecided(expr: &Expr) -> Result<(), Problem> {
    let Test::Always(holds) = Test::of(expr) else { return Ok(()) };
    let always = if holds { "always holds" } else { "never holds" };
    let message = format!("the condition {always}, whatever the value is");
    Err(Problem { offset: 0, message, help: "correct the expression, or remove it".to_owned() })
}

/// Doc comment of the function of a condition: its expression, its subject, and the message if it is false.
fn docs(condition: &Condition) -> Vec<String> {
    let mut paragraphs = vec![code(&condition.expression)];
    if !condition.each.is_empty() {
        let mut about = format!("On each element of {}", code(&condition.each.join(".")));
        if let Some(when) = &condition.when {
            about = format!("{about}, when {}", code(when));
        }
        paragraphs.push(about + ".");
    }
    if !condition.facts.message.is_empty() {
        paragraphs.push(format!("Fails with: {}.", prose(condition.facts.message.trim_end_matches('.'))));
    }
    text::paragraphs(paragraphs)
}

/// Rust fields along `path`, and the structure at its end: that of the list elements, or `id` for an empty path.
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

/// The structure of the list elements that a check blames; if the elements are not structures, the element
/// itself is blamed. `None` if the list does not exist, which is reported.
fn elements<'s>(
    id: &'s ShapeId,
    check: &Check,
    service: &'s Service,
    diagnostics: &mut Diagnostics,
) -> Option<Option<&'s ShapeId>> {
    let Some(last) = along(Some(id), check.each.iter().map(String::as_str), element, service).last() else {
        return Some(Some(id));
    };
    let list = last.member.filter(|member| matches!(member.ty, Type::List(_)));
    if list.is_none() {
        diagnostics.error(
            Place::shape(&check.facts.origin.file, id),
            format!("rule `{}`: `{}` is not a list", check.facts.id, check.each.join(".")),
            "write the path of members to the list, separated by dots; it may pass through lists of structures",
        );
    }
    list.map(|member| element(&member.ty))
}

/// Sets the target of a rule: from the structure that has it (`CacheBehaviors$Items[]$MinTTL`), and from the
/// one that contains the blamed member (`CacheBehavior$MinTTL`).
fn name_targets(id: &ShapeId, each: &[String], facts: &mut RuleFacts, service: &Service) {
    let (mut target, mut blames) = (id.name().to_owned(), id.name().to_owned());
    let mut scope = Some(id);
    for Step { name, member, .. } in along(scope, each.iter().map(String::as_str), element, service) {
        let is_list = member.is_some_and(|member| matches!(member.ty, Type::List(_)));
        let step = format!("${name}{}", if is_list { "[]" } else { "" });
        scope = member.and_then(|member| element(&member.ty));
        blames = scope.map_or_else(|| blames.clone() + &step, |scope| scope.name().to_owned());
        target.push_str(&step);
    }
    for Step { name, holder, .. } in along(scope, facts.at.split('/').skip(1), structure, service) {
        blames = format!("{}${name}", holder.map_or("", ShapeId::name));
        target.extend(["$", name]);
    }
    (facts.target, facts.blames) = (target, blames);
}

/// A step of a path of member names: the structure, and its member, if both exist.
struct Step<'n, 's> {
    name: &'n str,
    holder: Option<&'s ShapeId>,
    member: Option<&'s Member>,
}

/// The steps of a path from the structure `scope`; `next` returns the structure of a member.
fn along<'n, 's>(
    scope: Option<&'s ShapeId>,
    names: impl Iterator<Item = &'n str>,
    next: fn(&Type) -> Option<&ShapeId>,
    service: &'s Service,
) -> impl Iterator<Item = Step<'n, 's>> {
    names.scan(scope, move |current, name| {
        let holder = *current;
        let member = holder.and_then(|id| member(id, name, service));
        *current = member.and_then(|member| next(&member.ty));
        Some(Step { name, holder, member })
    })
}

/// A member of a structure.
fn member<'s>(id: &ShapeId, name: &str, service: &'s Service) -> Option<&'s Member> {
    service.structures.get(id)?.members.iter().find(|member| member.wire == name)
}

/// Reports a blamed member that does not exist.
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
            format!("rule `{}` blames `{}`, but there is no member `{name}`", facts.id, facts.at),
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

/// Reports a read member that does not exist.
fn check_reads(bearer: &ShapeId, check: &Check, service: &Service, diagnostics: &mut Diagnostics) {
    for path in &check.reads {
        if let Some(name) = unknown(Some(bearer), path.split('.'), element, service) {
            diagnostics.error(
                Place::shape(&check.facts.origin.file, bearer),
                format!("rule `{}` reads `{path}`, but there is no member `{name}`", check.facts.id),
                "list members of the structure, separated by dots: `Origins.Items.Id`",
            );
        }
    }
}

/// The first name of a path from the structure `scope` that is not a member.
fn unknown<'n>(
    scope: Option<&ShapeId>,
    names: impl Iterator<Item = &'n str>,
    step: fn(&Type) -> Option<&ShapeId>,
    service: &Service,
) -> Option<&'n str> {
    along(scope, names, step, service).find(|step| step.member.is_none()).map(|step| step.name)
}

/// The structure type of a member.
fn structure(ty: &Type) -> Option<&ShapeId> {
    match ty {
        Type::Structure(id) => Some(id),
        _ => None,
    }
}

/// The structure type of a member, or of the elements of its list.
fn element(ty: &Type) -> Option<&ShapeId> {
    match ty {
        Type::List(element) => structure(&element.ty),
        other => structure(other),
    }
}
