//! Matches the properties of an object with the members of a structure.

use std::collections::BTreeMap;

use crate::formats::Property;
use crate::ir::dialect::{Counts, Form, Row, Supplied, Wrapper};
use crate::ir::exceptions::{Exceptions, Settings, StatedDialects};
use crate::ir::{Member, Service};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

use super::tables::Tables;
use super::used::{Part, Used};
use super::{api, names, supplied};

/// An object of the tool.
#[derive(Clone, Copy)]
pub(super) struct Object<'f> {
    pub(super) properties: &'f BTreeMap<String, Property>,
    /// The properties that lead to it, with dots.
    pub(super) path: &'f str,
}

/// A structure whose members an object has, and the members that lead to it.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) path: Vec<String>,
    pub(super) id: ShapeId,
}

/// Maps the objects of a resource.
pub(super) struct Mapper<'a, 'u, 'd> {
    pub(super) service: &'a Service,
    pub(super) stated: &'a StatedDialects,
    pub(super) settings: &'a Settings,
    pub(super) dialect: &'a str,
    pub(super) file: &'a str,
    pub(super) resource: &'a str,
    pub(super) tables: &'u mut Tables,
    pub(super) used: &'u mut Used<'d>,
    pub(super) counts: &'u mut Counts,
    pub(super) diagnostics: &'u mut Diagnostics,
    pub(super) is_counting: bool,
    /// The property with which the tool chooses the request; empty if it is the only one.
    pub(super) when: &'a str,
}

/// A property and the member that it becomes.
pub(super) struct Match<'a> {
    pub(super) path: Vec<String>,
    /// The structure that has the member.
    pub(super) owner: ShapeId,
    pub(super) member: &'a Member,
}

impl<'a> Mapper<'a, '_, '_> {
    /// Maps the properties of the resource to the input of a request. `sent_otherwise` are those that lead to another
    /// request. Returns the constant of the table.
    pub(super) fn request(
        &mut self,
        object: &Object<'_>,
        input: &ShapeId,
        sent_otherwise: &[&str],
    ) -> String {
        let targets = self.targets(object, input);
        self.table(object, &targets, sent_otherwise)
    }

    /// Maps an object to a structure. Returns the constant of the table.
    pub(super) fn structure(&mut self, object: &Object<'_>, id: &ShapeId) -> String {
        self.table(object, &[Target { path: Vec::new(), id: id.clone() }], &[])
    }

    /// The structures that the properties of a resource belong to: the input, and the required structures below it that
    /// no property has.
    fn targets(&self, object: &Object<'_>, input: &ShapeId) -> Vec<Target> {
        let mut targets = vec![Target { path: Vec::new(), id: input.clone() }];
        let mut next = 0;
        while let Some(target) = targets.get(next).cloned() {
            next += 1;
            let members = api::members(self.service, &target.id).iter();
            for member in members.filter(|member| member.is_required()) {
                let Some(id) = api::structure(member) else { continue };
                let is_property =
                    object.properties.keys().any(|name| self.leads_to(name, &target.id, member));
                // A structure that contains itself is followed once.
                let is_known = targets.iter().any(|target| target.id == *id);
                if !is_property && !is_known {
                    let path = target.path.iter().chain([&member.wire]).cloned().collect();
                    targets.push(Target { path, id: id.clone() });
                }
            }
        }
        targets
    }

    /// Whether a property becomes the member of that structure, or is part of it.
    pub(super) fn leads_to(&self, name: &str, id: &ShapeId, member: &Member) -> bool {
        let stated = self.exceptions(id).and_then(|found| found.properties.get(name));
        match stated.and_then(|exception| exception.path.as_deref()) {
            Some(path) => path.split('.').next() == Some(&member.wire),
            None => names::fits(name, &member.wire),
        }
    }

    pub(super) fn exceptions(&self, id: &ShapeId) -> Option<&'a Exceptions> {
        self.stated.exceptions.get(id)?.1.get(self.dialect)
    }

    fn table(&mut self, object: &Object<'_>, targets: &[Target], sent_otherwise: &[&str]) -> String {
        let mut rows = Vec::new();
        let mut supplied = Vec::new();
        for (name, property) in object.properties {
            let is_top = object.path.is_empty();
            let row = if sent_otherwise.contains(&name.as_str()) {
                Some(row(name, Vec::new(), Form::Ignored))
            } else {
                self.row(name, property, object, targets, is_top)
            };
            if let Some(row) = row {
                supplied.extend(supplied::count_of_nothing(&row));
                rows.push(row);
            }
        }
        for target in targets {
            supplied.extend(self.supplied(object, target, &rows));
        }
        if let Some(input) = targets.first() {
            supplied.sort_by_key(|given: &Supplied| api::positions(self.service, &input.id, &given.path));
        }
        self.check(object, targets, &rows, &supplied);
        if self.is_counting {
            self.counts.supplied += supplied.len();
        }
        let api = targets.first().map_or("", |target| target.id.name());
        self.tables.add(api, rows, supplied)
    }

    fn row(
        &mut self,
        name: &str,
        property: &Property,
        object: &Object<'_>,
        targets: &[Target],
        is_top: bool,
    ) -> Option<Row> {
        for target in targets {
            let found = self.exceptions(&target.id).and_then(|found| found.properties.get(name));
            let Some(exception) = found else { continue };
            self.used.exception(&target.id, Part::Property, name, 0);
            return self.excepted(name, property, object, (target, targets), exception);
        }
        if property.is_output() {
            return Some(self.ignored(name));
        }
        if let Some(found) = self.conventional(name, targets) {
            self.count(|counts| &mut counts.by_convention);
            return Some(self.matched(name, property, object, found));
        }
        if is_top && self.settings.ignored.contains_key(name) {
            self.used.ignored(name);
            return Some(self.ignored(name));
        }
        let structures: Vec<&str> = targets.iter().map(|target| target.id.name()).collect();
        let place = self.place(object, name);
        self.diagnostics.error(
            place,
            format!("no member of {} has this name", structures.join(", ")),
            format!(
                "add it to `properties` of `{}` in `shapewright#inDialects` of the structure, with `path`, or with \
                 `ignored` and the reason",
                self.dialect
            ),
        );
        None
    }

    /// The member that convention finds: one with the same name, or else with the plural, in the first structure.
    pub(super) fn conventional(&self, name: &str, targets: &[Target]) -> Option<Match<'a>> {
        targets.iter().find_map(|target| {
            let members = api::members(self.service, &target.id);
            let same = members.iter().find(|member| names::is_same(name, &member.wire));
            let member =
                same.or_else(|| members.iter().find(|member| names::is_singular(name, &member.wire)))?;
            let path = target.path.iter().chain([&member.wire]).cloned().collect();
            Some(Match { path, owner: target.id.clone(), member })
        })
    }

    /// The member at a path of members with dots.
    pub(super) fn member_at(&self, target: &Target, dotted: &str) -> Option<Match<'a>> {
        let mut path = target.path.clone();
        let mut owner = &target.id;
        let mut found = None;
        for name in dotted.split('.') {
            if let Some(above) = found {
                owner = api::structure(above)?;
            }
            found = Some(api::member(self.service, owner, name)?);
            path.push(name.to_owned());
        }
        Some(Match { path, owner: owner.clone(), member: found? })
    }

    pub(super) fn matched(
        &mut self,
        name: &str,
        property: &Property,
        object: &Object<'_>,
        found: Match<'_>,
    ) -> Row {
        let Match { mut path, owner, member } = found;
        let Some(mut form) = self.form(property, &member.ty, &inner(object, name)) else {
            // The error is reported: the member counts as reached.
            return row(name, path, Form::Ignored);
        };
        if let Form::List(wrapper, _) = &mut form
            && let Some(beside) = self.beside(object, &owner, &path)
        {
            *wrapper = beside;
            path.pop();
        }
        let mut row = row(name, path, form);
        row.required = property.required;
        row.create_only = property.create_only;
        row
    }

    /// What is around a list that is a member beside its length, if the object does not have the length.
    fn beside(&self, object: &Object<'_>, owner: &ShapeId, path: &[String]) -> Option<Wrapper> {
        let has = |name| object.properties.keys().any(|property| names::is_same(property, name));
        let is_items = path.last().is_some_and(|name| name == api::ITEMS);
        if !is_items || !api::is_counted(self.service, owner) || has(api::QUANTITY) {
            return None;
        }
        let wrapped = api::wrapped(self.service, owner).map(|(wrapper, _)| wrapper);
        let is_enabled = wrapped == Some(Wrapper::Enabled) && !has(api::ENABLED);
        Some(if is_enabled { Wrapper::Enabled } else { Wrapper::Counted })
    }

    pub(super) fn ignored(&mut self, name: &str) -> Row {
        self.count(|counts| &mut counts.ignored);
        row(name, Vec::new(), Form::Ignored)
    }

    pub(super) fn count(&mut self, of: impl FnOnce(&mut Counts) -> &mut usize) {
        if self.is_counting {
            *of(self.counts) += 1;
        }
    }

    /// Where the exceptions of a structure are.
    pub(super) fn stated_at(&self, target: &Target, key: &str) -> Place {
        let file = self.stated.exceptions.get(&target.id).map_or("", |(file, _)| file);
        Place::member(file, &target.id, key)
    }

    /// A property in the schema of the tool.
    pub(super) fn place(&self, object: &Object<'_>, name: &str) -> Place {
        match inner(object, name) {
            path if path.is_empty() => Place::shape(self.file, self.resource),
            path => Place::member(self.file, self.resource, &path),
        }
    }
}

/// The path of a property of an object, with dots; that of the object itself for an empty name.
fn inner(object: &Object<'_>, name: &str) -> String {
    let parts = [object.path, name].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}

pub(super) fn row(name: &str, path: Vec<String>, form: Form) -> Row {
    let (unless, only_with) = (Vec::new(), Vec::new());
    Row { name: name.to_owned(), path, form, required: false, create_only: false, unless, only_with }
}
