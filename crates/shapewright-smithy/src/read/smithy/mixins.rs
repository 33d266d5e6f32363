//! Merges mixins into the shapes that use them, and removes the mixins.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::apply;
use super::shape::sorted;
use super::{File, Raw};
use crate::model::{Kind, Member, Shape, ShapeId};
use crate::prelude::MIXIN;
use crate::read::Draft;
use crate::read::reader::Reader;
use crate::traits::Traits;

/// Flattens all shapes, mixins before those who use them.
pub(super) fn flatten(file: File, reader: &mut Reader<'_>) -> Draft {
    let File { mut shapes, mut broken } = file;
    let order = order(&shapes, &mut broken, reader);
    let mut done: BTreeMap<ShapeId, Shape> = BTreeMap::new();
    for id in order {
        let Some(raw) = shapes.remove(&id) else { continue };
        let shape = flatten_one(&id, raw, &done, &broken, reader);
        done.insert(id, shape);
    }
    let mut draft = Draft { broken, ..Draft::default() };
    for (id, shape) in done {
        if shape.traits.contains_key(MIXIN) {
            draft.mixins.insert(id);
        } else {
            draft.model.shapes.insert(id, shape);
        }
    }
    draft
}

/// The ids such that mixins come before their users. A stack of our own, so that no chain of mixins is too long.
fn order(
    shapes: &BTreeMap<ShapeId, Raw>,
    broken: &mut BTreeSet<ShapeId>,
    reader: &mut Reader<'_>,
) -> Vec<ShapeId> {
    let mut order = Vec::new();
    let mut finished: BTreeSet<&ShapeId> = BTreeSet::new();
    for start in shapes.keys() {
        let mut path: Vec<(&ShapeId, usize)> = vec![(start, 0)];
        let mut open: BTreeSet<&ShapeId> = BTreeSet::from([start]);
        while let Some((id, next)) = path.last_mut() {
            let id = *id;
            let mixin = shapes.get(id).and_then(|raw| raw.mixins.get(*next));
            *next += 1;
            match mixin {
                _ if finished.contains(id) => drop(path.pop()),
                None => {
                    path.pop();
                    open.remove(id);
                    finished.insert(id);
                    order.push(id.clone());
                }
                Some(mixin) if open.contains(mixin) => {
                    report_cycle(id, mixin, reader);
                    broken.insert(id.clone());
                }
                Some(mixin) if shapes.contains_key(mixin) && !finished.contains(mixin) => {
                    open.insert(mixin);
                    path.push((mixin, 0));
                }
                Some(_) => {}
            }
        }
    }
    order
}

fn report_cycle(id: &ShapeId, mixin: &ShapeId, reader: &mut Reader<'_>) {
    let place = reader.shape(id);
    reader.error(
        place,
        format!("the mixin `{mixin}` is mixed into itself by way of this shape"),
        format!("remove `{mixin}` from the mixins of this shape"),
    );
}

fn flatten_one(
    id: &ShapeId,
    raw: Raw,
    done: &BTreeMap<ShapeId, Shape>,
    broken: &BTreeSet<ShapeId>,
    reader: &mut Reader<'_>,
) -> Shape {
    let Raw { shape: mut own, mixins, applied } = raw;
    let written = written(&own);
    if !mixins.is_empty() {
        let mut base = Shape { traits: Traits::new(), members: Vec::new(), ..own.clone() };
        for mixin in &mixins {
            match done.get(mixin) {
                Some(shape) if shape.traits.contains_key(MIXIN) => inherit(&mut base, shape),
                _ if broken.contains(mixin) || broken.contains(id) => {}
                found => report_no_mixin(id, mixin, found.is_some(), reader),
            }
        }
        merge_members(&mut base.members, own.members);
        base.traits.extend(std::mem::take(&mut own.traits));
        own = base;
    }
    let is_own =
        |member: Option<&str>, id: &str| written.contains(&(member.map(str::to_owned), id.to_owned()));
    apply::apply(&mut own, &applied, is_own, reader);
    own
}

/// The traits that the shape itself sets, on itself (no name) and on its members.
fn written(shape: &Shape) -> BTreeSet<(Option<String>, String)> {
    let own = shape.traits.keys().map(|id| (None, id.clone()));
    let members = shape
        .members
        .iter()
        .flat_map(|member| member.traits.keys().map(|id| (Some(member.name.clone()), id.clone())));
    own.chain(members).collect()
}

fn report_no_mixin(id: &ShapeId, mixin: &ShapeId, exists: bool, reader: &mut Reader<'_>) {
    let place = reader.shape(id);
    if exists {
        reader.error(
            place,
            format!("`{mixin}` is used as a mixin, but is not one"),
            format!("give `{mixin}` the trait smithy.api#mixin, or remove it from `mixins`"),
        );
    } else {
        reader.error(
            place,
            format!("the mixin `{mixin}` does not exist"),
            "add the mixin to the model, or correct its id in `mixins`",
        );
    }
}

/// Adds what a mixin hands on: its members, its traits except local ones, and what belongs to its type.
fn inherit(base: &mut Shape, mixin: &Shape) {
    merge_members(&mut base.members, mixin.members.clone());
    let local = mixin.traits.get(MIXIN).and_then(|mixin| mixin.value.get("localTraits"));
    let is_local = |id: &str| {
        let listed = |list: &Vec<Value>| list.iter().any(|local| local.as_str() == Some(id));
        id == MIXIN || local.and_then(Value::as_array).is_some_and(listed)
    };
    for (id, value) in &mixin.traits {
        if !is_local(id) {
            base.traits.insert(id.clone(), value.clone());
        }
    }
    inherit_kind(&mut base.kind, &mixin.kind);
}

fn inherit_kind(base: &mut Kind, mixin: &Kind) {
    match (base, mixin) {
        (Kind::Operation(base), Kind::Operation(mixin)) => {
            base.errors = sorted([&base.errors[..], &mixin.errors].concat());
        }
        (Kind::Service(base), Kind::Service(mixin)) => {
            if base.version.is_empty() {
                base.version.clone_from(&mixin.version);
            }
            base.operations = sorted([&base.operations[..], &mixin.operations].concat());
            base.resources = sorted([&base.resources[..], &mixin.resources].concat());
            base.errors = sorted([&base.errors[..], &mixin.errors].concat());
            for (id, name) in &mixin.rename {
                base.rename.entry(id.clone()).or_insert_with(|| name.clone());
            }
        }
        (Kind::Resource(base), Kind::Resource(mixin)) => {
            for (key, value) in &mixin.other {
                base.other.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        _ => {}
    }
}

/// A member that is already there keeps its place; the newer target and traits win.
fn merge_members(base: &mut Vec<Member>, newer: Vec<Member>) {
    for member in newer {
        match base.iter_mut().find(|known| known.name == member.name) {
            Some(known) => {
                known.target = member.target;
                known.traits.extend(member.traits);
            }
            None => base.push(member),
        }
    }
}
