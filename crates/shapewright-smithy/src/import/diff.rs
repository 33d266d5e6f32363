//! Compares two models, shape by shape.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::change::{Change, ChangeKind};
use super::rust_type::{has_item, rust_type};
use crate::model::{Kind, Member, Model, Operation, Shape, ShapeId};
use crate::prelude;
use crate::traits::{Trait, Traits};

const ENUM_VALUE: &str = prelude::ENUM_VALUE;
/// Makes the items of a collection optional.
const SPARSE: &str = prelude::SPARSE;

/// Everything that differs, in the order of what it is about.
///
/// Members are optional and enums open in the generated code, so nothing that is added breaks it.
pub fn diff(old: &Model, new: &Model) -> Vec<Change> {
    let mut diff = Diff { old, new, changes: Vec::new() };
    diff.shapes();
    diff.changes.sort();
    diff.changes
}

struct Diff<'m> {
    old: &'m Model,
    new: &'m Model,
    changes: Vec<Change>,
}

impl<'m> Diff<'m> {
    fn push(&mut self, kind: ChangeKind, what: String, detail: Option<String>, breaking: bool) {
        self.changes.push(Change { what, kind, detail, breaking });
    }

    fn shapes(&mut self) {
        let (old, new) = (self.old, self.new);
        let services = service(old).zip(service(new));
        if let Some((before, after)) = services {
            self.service(before, after);
        }
        let is_service = |id: &ShapeId| services.is_some_and(|(before, after)| id == before || id == after);
        for (id, shape) in old.shapes.iter().filter(|(id, _)| !is_service(id)) {
            match new.shapes.get(id) {
                Some(other) => self.shape(id, shape, other),
                None => self.push(ChangeKind::Removed, subject(id, shape), None, has_item(&shape.kind)),
            }
        }
        for (id, shape) in new.shapes.iter().filter(|(id, _)| !is_service(id)) {
            if !old.shapes.contains_key(id) {
                self.push(ChangeKind::Added, subject(id, shape), None, false);
            }
        }
    }

    /// A model has one service, whatever its name: a file of the other format may name it otherwise.
    fn service(&mut self, before: &ShapeId, after: &ShapeId) {
        let (Some(old), Some(new)) = (self.old.shapes.get(before), self.new.shapes.get(after)) else {
            return;
        };
        if before != after {
            let detail = format!("name {} -> {}", before.name(), after.name());
            self.push(ChangeKind::Changed, subject(after, new), Some(detail), false);
        }
        if let (Kind::Service(old), Kind::Service(new)) = (&old.kind, &new.kind)
            && old.version != new.version
        {
            let detail = format!("version {} -> {}", old.version, new.version);
            self.push(ChangeKind::Changed, format!("service {}", after.name()), Some(detail), false);
        }
        self.traits(after.name(), &old.traits, &new.traits);
    }

    fn shape(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        if old.kind.as_str() != new.kind.as_str() {
            let detail = format!("type {} -> {}", old.kind.as_str(), new.kind.as_str());
            self.push(ChangeKind::Changed, subject(id, new), Some(detail), true);
        }
        if let (Kind::Operation(old), Kind::Operation(new)) = (&old.kind, &new.kind) {
            self.operation(id, old, new);
        }
        self.traits(id.name(), &old.traits, &new.traits);
        match (&old.kind, &new.kind) {
            (Kind::Enum | Kind::IntEnum, Kind::Enum | Kind::IntEnum) => self.values(id, old, new),
            (old_kind, new_kind) if old_kind.as_str() == new_kind.as_str() => self.members(id, old, new),
            _ => {}
        }
    }

    fn operation(&mut self, id: &ShapeId, old: &Operation, new: &Operation) {
        let name = |id: &Option<ShapeId>| id.as_ref().map_or("none", ShapeId::name).to_owned();
        for (what, old, new) in [("input", &old.input, &new.input), ("output", &old.output, &new.output)] {
            if old != new {
                let detail = format!("{what} {} -> {}", name(old), name(new));
                self.push(ChangeKind::Changed, format!("operation {}", id.name()), Some(detail), true);
            }
        }
        let what = |error: &ShapeId| format!("error {}${}", id.name(), error.name());
        for error in old.errors.iter().filter(|error| !new.errors.contains(error)) {
            self.push(ChangeKind::Removed, what(error), None, true);
        }
        for error in new.errors.iter().filter(|error| !old.errors.contains(error)) {
            self.push(ChangeKind::Added, what(error), None, false);
        }
    }

    fn members(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        for member in &old.members {
            let what = format!("{}${}", id.name(), member.name);
            let Some(other) = new.members.iter().find(|other| other.name == member.name) else {
                self.push(ChangeKind::Removed, format!("member {what}"), None, true);
                continue;
            };
            if member.target != other.target {
                let detail = format!("target {} -> {}", member.target.name(), other.target.name());
                let breaking = rust_type(self.old, &member.target) != rust_type(self.new, &other.target);
                self.push(ChangeKind::Changed, format!("member {what}"), Some(detail), breaking);
            }
            self.traits(&what, &member.traits, &other.traits);
        }
        for member in added(old, new, |member| member.name.clone()) {
            let what = format!("member {}${}", id.name(), member.name);
            let required = member.traits.contains_key(prelude::REQUIRED);
            self.push(ChangeKind::Added, what, required.then(|| "required".to_owned()), false);
        }
    }

    /// Values of an enum: the wire knows them by value, Rust by a variant made of the name.
    fn values(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        for member in &old.members {
            let what = format!("value {}${}", id.name(), member.name);
            let Some(other) = new.members.iter().find(|other| value(other) == value(member)) else {
                self.push(ChangeKind::Removed, what, None, true);
                continue;
            };
            if member.name != other.name {
                let detail = format!("name {} -> {}", member.name, other.name);
                let breaking = member.name.to_upper_camel_case() != other.name.to_upper_camel_case();
                self.push(ChangeKind::Changed, what, Some(detail), breaking);
            }
            self.traits(&format!("{}${}", id.name(), member.name), &member.traits, &other.traits);
        }
        for member in added(old, new, value) {
            self.push(ChangeKind::Added, format!("value {}${}", id.name(), member.name), None, false);
        }
    }

    fn traits(&mut self, subject: &str, old: &Traits, new: &Traits) {
        let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for id in ids {
            let what = format!("trait {subject} {id}");
            match (old.get(id), new.get(id)) {
                (Some(old), None) => {
                    // A structure that is no error any more is not one in Rust either.
                    let breaking = id == prelude::ERROR || id == SPARSE;
                    self.push(ChangeKind::Removed, what, content(old), breaking);
                }
                (None, Some(new)) => self.push(ChangeKind::Added, what, content(new), id == SPARSE),
                (Some(old), Some(new)) if old.value != new.value => {
                    let detail = Some(difference(&old.value, &new.value));
                    self.push(ChangeKind::Changed, what, detail, false);
                }
                _ => {}
            }
        }
    }
}

fn service(model: &Model) -> Option<&ShapeId> {
    model.shapes.iter().find(|(_, shape)| matches!(shape.kind, Kind::Service(_))).map(|(id, _)| id)
}

fn subject(id: &ShapeId, shape: &Shape) -> String {
    let what = match shape.kind {
        Kind::Operation(_) => "operation",
        Kind::Service(_) => "service",
        Kind::Resource(_) => "resource",
        _ => "shape",
    };
    format!("{what} {}", id.name())
}

fn value(member: &Member) -> String {
    member.traits.get(ENUM_VALUE).map_or_else(|| member.name.clone(), |applied| applied.value.to_string())
}

fn added<'n>(old: &Shape, new: &'n Shape, key: impl Fn(&Member) -> String) -> Vec<&'n Member> {
    let known: BTreeSet<String> = old.members.iter().map(&key).collect();
    new.members.iter().filter(|member| !known.contains(&key(member))).collect()
}

/// The value of a trait that says something beyond being there.
fn content(applied: &Trait) -> Option<String> {
    let is_empty = applied.value.as_object().is_some_and(serde_json::Map::is_empty);
    (!is_empty).then(|| applied.value.to_string())
}

/// Entries that differ, when both are objects: `min 1 -> 2, max none -> 64`.
fn difference(old: &Value, new: &Value) -> String {
    let (Some(before), Some(after)) = (old.as_object(), new.as_object()) else {
        return format!("{old} -> {new}");
    };
    let text = |value: Option<&Value>| value.map_or_else(|| "none".to_owned(), Value::to_string);
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differing = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    let entry = |key: &String| format!("{key} {} -> {}", text(before.get(key)), text(after.get(key)));
    differing.map(entry).collect::<Vec<_>>().join(", ")
}
