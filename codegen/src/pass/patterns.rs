//! Compiles the regular expressions of the model, and reports those that cannot be compiled.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Constraint, Pattern, PatternConstant, Rule, Service, Type};
use crate::markdown::code;
use crate::naming;
use shapewright_pattern::compile::{self, Compiled, compile as compile_pattern};
use shapewright_smithy::{Diagnostics, Place};

/// Collects the patterns of all members of requests; constraints whose pattern cannot be compiled are removed.
pub(super) fn compile(service: &mut Service, diagnostics: &mut Diagnostics) {
    let mut patterns = Patterns::default();
    let structures = service.structures.values_mut().map(|shape| (&shape.header, &mut shape.members));
    let unions = service.unions.values_mut().map(|shape| (&shape.header, &mut shape.members));
    for (header, members) in structures.chain(unions) {
        if header.usage.inputs.is_empty() {
            continue;
        }
        for member in members {
            keep_compilable(&mut member.constraints, &mut patterns, diagnostics);
            visit_elements(&mut member.ty, &mut |constraints| {
                keep_compilable(constraints, &mut patterns, diagnostics);
            });
        }
    }
    name(&mut patterns.by_bearer);
    service.pattern_constants = constants(&patterns.by_bearer);
    service.patterns = patterns.by_bearer;
}

/// The patterns compiled so far.
#[derive(Default)]
struct Patterns {
    by_bearer: BTreeMap<String, Pattern>,
    /// Equal expressions are compiled once.
    by_text: BTreeMap<String, Result<Compiled, compile::Error>>,
}

fn visit_elements(ty: &mut Type, visit: &mut impl FnMut(&mut Vec<Constraint>)) {
    match ty {
        Type::List(element) => {
            visit(&mut element.constraints);
            visit_elements(&mut element.ty, visit);
        }
        Type::Map(elements) => {
            visit(&mut elements.key);
            visit(&mut elements.value.constraints);
            visit_elements(&mut elements.value.ty, visit);
        }
        _ => {}
    }
}

fn keep_compilable(
    constraints: &mut Vec<Constraint>,
    patterns: &mut Patterns,
    diagnostics: &mut Diagnostics,
) {
    constraints.retain(|constraint| {
        let Rule::Pattern(text) = &constraint.rule else { return true };
        let origin = &constraint.origin;
        let Patterns { by_bearer, by_text } = &mut *patterns;
        let known = by_bearer.entry(origin.bearer.clone()).or_insert_with(|| {
            let compiled = by_text.entry(text.clone()).or_insert_with(|| compile_pattern(text));
            if let Err(problem) = compiled {
                diagnostics.warning(
                    Place::shape(&origin.file, &origin.bearer),
                    format!("pattern `{text}` is not enforced: {problem}"),
                    "replace it with an equivalent that the `regex` crate compiles, in an overlay",
                );
            }
            Pattern { rust: String::new(), text: text.clone(), compiled: compiled.clone().ok() }
        });
        known.compiled.is_some()
    });
}

/// Names each distinct pattern after its members if they have the same name, otherwise after the first one.
fn name(patterns: &mut BTreeMap<String, Pattern>) {
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (bearer, pattern) in &*patterns {
        bearers.entry(pattern.text.clone()).or_default().push(bearer.clone());
    }
    let mut taken = BTreeSet::new();
    for bearers in bearers.into_values() {
        let local = local_name(&bearers);
        let name = naming::unique(naming::constant_name(&local), "_", |name| taken.contains(name));
        for bearer in &bearers {
            if let Some(pattern) = patterns.get_mut(bearer) {
                pattern.rust.clone_from(&name);
            }
        }
        taken.insert(name);
    }
}

/// One constant for all that bear the same pattern.
fn constants(patterns: &BTreeMap<String, Pattern>) -> Vec<PatternConstant> {
    let mut found: BTreeMap<&str, (&Compiled, Vec<&str>)> = BTreeMap::new();
    for (bearer, pattern) in patterns {
        let Some(compiled) = &pattern.compiled else { continue };
        let bearer = bearer.rsplit('#').next().unwrap_or(bearer);
        found.entry(&pattern.rust).or_insert((compiled, Vec::new())).1.push(bearer);
    }
    let constants = found.into_iter().map(|(rust, (compiled, bearers))| PatternConstant {
        rust: rust.to_owned(),
        docs: vec![match bearers.as_slice() {
            [] => String::new(),
            [one] => format!("Pattern of {}.", code(one)),
            [one, other] => format!("Pattern of {} and {}.", code(one), code(other)),
            [first, more @ ..] => format!("Pattern of {} and {} more.", code(first), more.len()),
        }],
        compiled: compiled.clone(),
    });
    constants.collect()
}

/// The common member name of all uses of a pattern, or else the name of the first use.
fn local_name(bearers: &[String]) -> String {
    let mut members = bearers.iter().map(|bearer| bearer.split_once('$').map(|(_, member)| member));
    let first = bearers.first().map(String::as_str).unwrap_or_default();
    match members.next().flatten() {
        Some(member) if bearers.len() > 1 && members.all(|other| other == Some(member)) => member.to_owned(),
        _ => first.rsplit('#').next().unwrap_or(first).replace('$', "_"),
    }
}
