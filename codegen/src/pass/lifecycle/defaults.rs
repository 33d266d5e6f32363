//! What create adds where a request says nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::lifecycle::{Filled, Only, Path, stated};
use shapewright_smithy::Diagnostics;
use shapewright_smithy::model::ShapeId;

use super::kinds::Kind;
use super::{Context, json, paths};

/// The structures of a resource to which create adds something, in the order of the model.
pub(super) fn list(
    context: &Context<'_>,
    kind: &Kind<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Path, Vec<Filled>)> {
    let service = context.service;
    let mut places: Vec<(Path, &ShapeId)> = vec![(Path::new(), kind.id)];
    paths::walk(service, kind.id, &mut |path, _, member| {
        let mut path = path.clone();
        let mut ty = &member.ty;
        while let crate::ir::Type::List(element) = ty {
            path.push(paths::EACH.to_owned());
            ty = &element.ty;
        }
        places.extend(paths::structure(ty).map(|id| (path, id)));
    });
    let mut by_structure: BTreeMap<&str, Vec<Filled>> = BTreeMap::new();
    for group in &kind.stated.defaults {
        let values = group.members.iter().map(|(key, value)| (key, Some(value), ""));
        let copies = group.copies.iter().map(|(key, from)| (key, None, from.as_str()));
        for (key, value, copy) in values.chain(copies) {
            let Some((structure, name)) = key.split_once('$') else {
                let help = "write `Structure$Member`";
                diagnostics.error(
                    context.place(kind),
                    format!("`defaults` has `{key}`, which is no member"),
                    help,
                );
                continue;
            };
            let id = places.iter().find(|(_, id)| id.name() == structure).map(|(_, id)| *id);
            if let Some(fault) = fault(context, id, name, value, group, copy) {
                let help = "correct the name or the value: structures are those inside of the resource";
                diagnostics.error(context.place(kind), format!("`defaults` of `{key}`: {fault}"), help);
                continue;
            }
            let only = group.only.as_ref().map(|only| {
                let path = paths::check(service, kind.id, &only.path, &context.place(kind), diagnostics);
                Only { path, values: only.values.clone(), absent: only.absent.clone() }
            });
            by_structure.entry(structure).or_default().push(Filled {
                member: name.to_owned(),
                json: value.map(ToString::to_string).unwrap_or_default(),
                copy: copy.to_owned(),
                unless: group.unless.clone(),
                only_with: group.only_with.clone(),
                only,
            });
        }
    }
    let mut seen = BTreeSet::new();
    let places = places.into_iter().filter(|(path, _)| seen.insert(path.clone()));
    places.filter_map(|(path, id)| Some((path, by_structure.get(id.name())?.clone()))).collect()
}

/// What is wrong with a default.
fn fault(
    context: &Context<'_>,
    id: Option<&ShapeId>,
    name: &str,
    value: Option<&serde_json::Value>,
    group: &stated::Defaults,
    copy: &str,
) -> Option<String> {
    let Some(id) = id else { return Some("the resource has no such structure".to_owned()) };
    let service = context.service;
    let named = group.unless.iter().chain(&group.only_with).map(String::as_str);
    let named = named.chain((!copy.is_empty()).then_some(copy)).chain([name]);
    if let Some(unknown) = named.into_iter().find(|name| paths::member(service, id, name).is_none()) {
        return Some(format!("{} has no member `{unknown}`", id.name()));
    }
    json::fault(service, &paths::member(service, id, name)?.ty, value?)
}
