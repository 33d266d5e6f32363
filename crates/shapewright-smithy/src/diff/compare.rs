//! Compares two models, shape by shape.

use std::collections::BTreeSet;

use super::change::{Change, Event, Subject};
use crate::model::{Kind, Member, Model, Operation, Service, Shape, ShapeId};
use crate::prelude;
use crate::traits::Traits;

/// Everything that differs, in the order of what it is about.
///
/// The services of the two models are compared with each other, whatever their names are. Values of enums are compared
/// by what they are on the wire; documentation is compared as any other trait. An operation that is bound neither to
/// the service nor to its resources does not count.
#[must_use]
pub fn diff(old: &Model, new: &Model) -> Vec<Change> {
    let mut diff = Diff { old, new, changes: Vec::new() };
    diff.shapes();
    diff.changes.sort_by(|a, b| a.subject.cmp(&b.subject));
    diff.changes
}

struct Diff<'m> {
    old: &'m Model,
    new: &'m Model,
    changes: Vec<Change>,
}

impl Diff<'_> {
    fn push(&mut self, subject: Subject, event: Event) {
        self.changes.push(Change { subject, event });
    }

    fn shapes(&mut self) {
        let (old, new) = (self.old, self.new);
        let services = old.service().zip(new.service());
        if let Some(((before, old, old_service), (after, new, new_service))) = services {
            self.service((before, old, old_service), (after, new, new_service));
        }
        let is_service =
            |id: &ShapeId| services.is_some_and(|((before, ..), (after, ..))| id == before || id == after);
        for (id, shape) in old.shapes.iter().filter(|(id, _)| !is_service(id)) {
            match new.shapes.get(id) {
                Some(other) => self.shape(id, shape, other),
                None => self.push(subject(id, shape), Event::Removed),
            }
        }
        for (id, shape) in new.shapes.iter().filter(|(id, _)| !is_service(id)) {
            if !old.shapes.contains_key(id) {
                self.push(subject(id, shape), Event::Added);
            }
        }
        self.bindings();
    }

    /// An operation that is bound to the service in one model only counts as added or removed.
    fn bindings(&mut self) {
        let (before, after) = (self.old.operations(), self.new.operations());
        let in_both = |id: &&ShapeId| self.old.shapes.contains_key(*id) && self.new.shapes.contains_key(*id);
        let removed = before.difference(&after).filter(in_both).map(|id| (id, Event::Removed));
        let added = after.difference(&before).filter(in_both).map(|id| (id, Event::Added));
        let changes = removed.chain(added).map(|(id, event)| (Subject::Operation(id.clone()), event));
        for (subject, event) in changes.collect::<Vec<_>>() {
            self.push(subject, event);
        }
    }

    fn service(
        &mut self,
        (before, old, old_service): (&ShapeId, &Shape, &Service),
        (after, new, new_service): (&ShapeId, &Shape, &Service),
    ) {
        if before != after {
            let (old, new) = (before.name().to_owned(), after.name().to_owned());
            self.push(Subject::Service(after.clone()), Event::Name { old, new });
        }
        if old_service.version != new_service.version {
            let (old, new) = (old_service.version.clone(), new_service.version.clone());
            self.push(Subject::Service(after.clone()), Event::Version { old, new });
        }
        self.errors(after, &old_service.errors, &new_service.errors);
        self.traits(after, None, &old.traits, &new.traits);
    }

    fn shape(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        if old.kind.as_str() != new.kind.as_str() {
            let event = Event::Kind { old: old.kind.clone(), new: new.kind.clone() };
            self.push(subject(id, new), event);
        }
        if let (Kind::Operation(old), Kind::Operation(new)) = (&old.kind, &new.kind) {
            self.operation(id, old, new);
        }
        self.traits(id, None, &old.traits, &new.traits);
        match (&old.kind, &new.kind) {
            (Kind::Enum | Kind::IntEnum, Kind::Enum | Kind::IntEnum) => self.values(id, old, new),
            (old_kind, new_kind) if old_kind.as_str() == new_kind.as_str() => self.members(id, old, new),
            _ => {}
        }
    }

    fn operation(&mut self, id: &ShapeId, old: &Operation, new: &Operation) {
        let subject = Subject::Operation(id.clone());
        if old.input != new.input {
            let event = Event::Input { old: old.input.clone(), new: new.input.clone() };
            self.push(subject.clone(), event);
        }
        if old.output != new.output {
            let event = Event::Output { old: old.output.clone(), new: new.output.clone() };
            self.push(subject, event);
        }
        self.errors(id, &old.errors, &new.errors);
    }

    fn errors(&mut self, of: &ShapeId, old: &[ShapeId], new: &[ShapeId]) {
        let subject = |error: &ShapeId| Subject::Error { of: of.clone(), error: error.clone() };
        for error in old.iter().filter(|error| !new.contains(error)) {
            self.push(subject(error), Event::Removed);
        }
        for error in new.iter().filter(|error| !old.contains(error)) {
            self.push(subject(error), Event::Added);
        }
    }

    fn members(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        let subject = |member: &Member| Subject::Member { shape: id.clone(), member: member.name.clone() };
        for member in &old.members {
            let Some(other) = new.member(&member.name) else {
                self.push(subject(member), Event::Removed);
                continue;
            };
            if member.target != other.target {
                let event = Event::Target { old: member.target.clone(), new: other.target.clone() };
                self.push(subject(member), event);
            }
            self.traits(id, Some(&member.name), &member.traits, &other.traits);
        }
        for member in new.members.iter().filter(|member| old.member(&member.name).is_none()) {
            self.push(subject(member), Event::Added);
        }
        if !common(old, new).eq(common(new, old)) {
            self.push(Subject::Shape(id.clone()), Event::Order);
        }
    }

    /// Values of an enum, by what they are on the wire.
    fn values(&mut self, id: &ShapeId, old: &Shape, new: &Shape) {
        let subject = |member: &Member| Subject::Value { shape: id.clone(), member: member.name.clone() };
        for member in &old.members {
            let Some(other) = new.members.iter().find(|other| value(other) == value(member)) else {
                self.push(subject(member), Event::Removed);
                continue;
            };
            if member.name != other.name {
                let event = Event::Name { old: member.name.clone(), new: other.name.clone() };
                self.push(subject(member), event);
            }
            self.traits(id, Some(&member.name), &member.traits, &other.traits);
        }
        let known: BTreeSet<String> = old.members.iter().map(value).collect();
        for member in new.members.iter().filter(|member| !known.contains(&value(member))) {
            self.push(subject(member), Event::Added);
        }
    }

    fn traits(&mut self, shape: &ShapeId, member: Option<&str>, old: &Traits, new: &Traits) {
        let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for id in ids {
            let value = |traits: &Traits| traits.get(id).map(|applied| applied.value.clone());
            let (old, new) = (value(old), value(new));
            if old != new {
                let member = member.map(str::to_owned);
                let subject = Subject::Trait { shape: shape.clone(), member, id: id.clone() };
                self.push(subject, Event::Trait { old, new });
            }
        }
    }
}

fn subject(id: &ShapeId, shape: &Shape) -> Subject {
    match shape.kind {
        Kind::Operation(_) => Subject::Operation(id.clone()),
        Kind::Service(_) => Subject::Service(id.clone()),
        Kind::Resource(_) => Subject::Resource(id.clone()),
        _ => Subject::Shape(id.clone()),
    }
}

/// Names of the members that `other` has too, in order.
fn common<'s>(shape: &'s Shape, other: &'s Shape) -> impl Iterator<Item = &'s str> {
    let names = shape.members.iter().map(|member| member.name.as_str());
    names.filter(|name| other.member(name).is_some())
}

fn value(member: &Member) -> String {
    let value = member.traits.get(prelude::ENUM_VALUE);
    value.map_or_else(|| member.name.clone(), |applied| applied.value.to_string())
}
