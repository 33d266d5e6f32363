//! Checks that each entry of `shapewright#rule` refers to a rule of the same shape or member. The rule may come from
//! another overlay, so this runs after all of them are merged.

use shapewright_smithy::overlay::{Overlay, Statement};
use shapewright_smithy::{Diagnostics, Model, Place, ShapeId, TraitValue, Traits, prelude};

use crate::traits::{Checks, Conditions, ElementConditions, Immutable, Quota, Rules};

/// Traits that are rules on a member, and on the shape that it targets.
const ON_VALUES: &[&str] =
    &[Quota::ID, prelude::LENGTH, prelude::PATTERN, prelude::RANGE, prelude::UNIQUE_ITEMS];

/// Traits that are rules on a member alone.
const ON_MEMBERS: &[&str] = &[Immutable::ID, prelude::DEPRECATED, prelude::HTTP_LABEL, prelude::REQUIRED];

/// Traits of structures whose keys are ids of rules.
const OF_STRUCTURES: &[&str] = &[Checks::ID, ElementConditions::ID, Conditions::ID];

/// An entry of `shapewright#rule` in an overlay.
#[derive(Clone, Debug)]
struct Entry {
    place: Place,
    shape: ShapeId,
    member: Option<String>,
    rule: String,
}

/// The entries of a statement.
fn of(statement: &Statement) -> Vec<Entry> {
    let Some(found) = statement.traits.get(Rules::ID) else { return Vec::new() };
    let place = Place {
        file: found.file.to_string(),
        shape: Some(statement.shape.to_string()),
        member: statement.member.clone(),
    };
    let rules = found.value.as_object().into_iter().flatten();
    let entries = rules.map(|(rule, _)| Entry {
        place: place.clone(),
        shape: statement.shape.clone(),
        member: statement.member.clone(),
        rule: rule.clone(),
    });
    entries.collect()
}

/// Reports entries about rules that do not exist.
pub(crate) fn check(model: &Model, overlays: &[Overlay], diagnostics: &mut Diagnostics) {
    let statements = overlays.iter().flat_map(|overlay| &overlay.statements);
    for entry in &statements.flat_map(of).collect::<Vec<_>>() {
        let Some(shape) = model.shapes.get(&entry.shape) else { continue };
        let member = entry.member.as_ref().and_then(|name| shape.member(name));
        if entry.member.is_some() && member.is_none() {
            continue; // The statement has no target, which is reported already.
        }
        let traits = member.map_or(&shape.traits, |member| &member.traits);
        if !has_rule(traits, entry) {
            let target = member.and_then(|member| model.shapes.get_key_value(&member.target));
            let target = target.filter(|(_, target)| target.traits.contains_key(&entry.rule));
            report(entry, target.map(|(id, _)| id), diagnostics);
        }
    }
}

fn has_rule(traits: &Traits, entry: &Entry) -> bool {
    let Entry { rule, .. } = entry;
    if rule.contains('#') {
        return is_constraint(entry) && traits.contains_key(rule);
    }
    let mut bearers = OF_STRUCTURES.iter().filter_map(|bearer| traits.get(bearer));
    bearers.any(|found| found.value.get(rule).is_some())
}

fn is_constraint(entry: &Entry) -> bool {
    let rule = entry.rule.as_str();
    ON_VALUES.contains(&rule) || (entry.member.is_some() && ON_MEMBERS.contains(&rule))
}

/// `target` is the target of the member, if that has the trait.
fn report(entry: &Entry, target: Option<&ShapeId>, diagnostics: &mut Diagnostics) {
    let rule = &entry.rule;
    let (what, help) = match target {
        _ if !rule.contains('#') => (
            "which is not a condition or check of the shape",
            "correct the id, or remove the entry".to_owned(),
        ),
        _ if !is_constraint(entry) => ("which is not a rule here", "remove the entry".to_owned()),
        Some(target) => ("a trait of the target", format!("move the entry to {target}, or remove it")),
        None => ("which is not there", "apply the trait as well, or remove the entry".to_owned()),
    };
    diagnostics.error(entry.place.clone(), format!("`shapewright#rule` is about `{rule}`, {what}"), help);
}
