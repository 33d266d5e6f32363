//! Matches the properties of an object with the members of a structure.

use std::collections::BTreeMap;

use crate::formats::Property;
use crate::ir::dialect::{Counts, Form, Given, Row, Supplied, Wrapper};
use crate::ir::exceptions::{Exceptions, PropertyException, Settings, StatedDialects};
use crate::ir::{Member, Service};
use shapewright_smithy::model::ShapeId;
use shapewright_smithy::{Diagnostics, Place};

use super::tables::Tables;
use super::used::{Part, Used};
use super::{api, names};

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
struct Match<'a> {
    path: Vec<String>,
    /// The structure that has the member.
    owner: ShapeId,
    member: &'a Member,
    exception: Option<&'a PropertyException>,
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
                if !is_property {
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
                supplied.extend(count_of_nothing(&row));
                rows.push(row);
            }
        }
        for target in targets {
            supplied.extend(self.supplied(target, &rows));
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
            return self.matched(name, property, object, found);
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
    fn conventional(&self, name: &str, targets: &[Target]) -> Option<Match<'a>> {
        targets.iter().find_map(|target| {
            let members = api::members(self.service, &target.id);
            let same = members.iter().find(|member| names::is_same(name, &member.wire));
            let member =
                same.or_else(|| members.iter().find(|member| names::is_singular(name, &member.wire)))?;
            let path = target.path.iter().chain([&member.wire]).cloned().collect();
            Some(Match { path, owner: target.id.clone(), member, exception: None })
        })
    }

    /// The row of a property with an exception.
    fn excepted(
        &mut self,
        name: &str,
        property: &Property,
        object: &Object<'_>,
        (target, targets): (&Target, &[Target]),
        exception: &'a PropertyException,
    ) -> Option<Row> {
        let by_convention = self.conventional(name, targets);
        if exception.ignored.is_some() {
            if property.is_output() {
                self.report_idle(target, name);
            }
            return Some(self.ignored(name));
        }
        let found = match &exception.path {
            None => by_convention,
            Some(path) => {
                let found = self.member_at(target, path);
                let changes = exception.unknown.is_some()
                    || !exception.unless.is_empty()
                    || !exception.only_with.is_empty();
                let is_same = |other: Match<'_>| found.as_ref().is_some_and(|found| found.path == other.path);
                if !changes && by_convention.is_some_and(is_same) {
                    self.report_idle(target, name);
                }
                found
            }
        };
        let Some(found) = found else {
            let path = exception.path.as_deref().unwrap_or(name);
            self.diagnostics.error(
                self.stated_at(target, name),
                format!("`{}` has no member `{path}`", target.id.name()),
                "correct `path` of the property in `shapewright#inDialects`",
            );
            return None;
        };
        self.count(|counts| &mut counts.by_exception);
        if let Some(reason) = &exception.unknown {
            return Some(row(name, found.path, Form::Unknown(reason.clone())));
        }
        self.matched(name, property, object, Match { exception: Some(exception), ..found })
    }

    /// The member at a path of members with dots.
    fn member_at(&self, target: &Target, dotted: &str) -> Option<Match<'a>> {
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
        Some(Match { path, owner: owner.clone(), member: found?, exception: None })
    }

    fn matched(
        &mut self,
        name: &str,
        property: &Property,
        object: &Object<'_>,
        found: Match<'_>,
    ) -> Option<Row> {
        let Match { mut path, owner, member, exception } = found;
        let Some(mut form) = self.form(property, &member.ty, &inner(object, name)) else {
            // The error is reported: the member counts as reached.
            return Some(row(name, path, Form::Ignored));
        };
        if let Form::List(wrapper, _) = &mut form
            && let Some(beside) = self.beside(object, &owner, &path)
        {
            *wrapper = beside;
            path.pop();
        }
        let mut row = row(name, path, form);
        row.required = property.required;
        if let Some(exception) = exception {
            row.unless.clone_from(&exception.unless);
            row.only_with.clone_from(&exception.only_with);
        }
        Some(row)
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

    /// What the tool sends without being asked, except what it demands.
    fn supplied(&mut self, target: &Target, rows: &[Row]) -> Vec<Supplied> {
        let Some(exceptions) = self.exceptions(&target.id) else { return Vec::new() };
        let is_demanded = |path: &[String]| {
            rows.iter().any(|row| row.required && row.path == path && row.unless.is_empty())
        };
        let mut supplied = Vec::new();
        for (path, all) in &exceptions.supplied {
            for (position, stated) in all.all().iter().enumerate() {
                let full: Vec<String> =
                    target.path.iter().cloned().chain(path.split('.').map(str::to_owned)).collect();
                if !stated.holds_in(self.resource) || is_demanded(&full) {
                    continue;
                }
                self.used.exception(&target.id, Part::Supplied, path, position);
                if self.member_at(target, path).is_none() {
                    self.diagnostics.error(
                        self.stated_at(target, path),
                        format!("`{}` has no member `{path}`", target.id.name()),
                        "correct the path in `supplied` of `shapewright#inDialects`",
                    );
                    continue;
                }
                let json = stated.value.as_ref().map(|value| Given::Json(value.to_string()));
                let given =
                    json.unwrap_or_else(|| Given::Unknown(stated.unknown.clone().unwrap_or_default()));
                supplied.push(Supplied {
                    path: full,
                    given,
                    unless: stated.unless.clone(),
                    only_with: stated.only_with.clone(),
                });
            }
        }
        supplied
    }

    fn ignored(&mut self, name: &str) -> Row {
        self.count(|counts| &mut counts.ignored);
        row(name, Vec::new(), Form::Ignored)
    }

    fn count(&mut self, of: impl FnOnce(&mut Counts) -> &mut usize) {
        if self.is_counting {
            *of(self.counts) += 1;
        }
    }

    fn report_idle(&mut self, target: &Target, name: &str) {
        self.diagnostics.error(
            self.stated_at(target, name),
            format!("the exception of `{}` says what convention says anyway", self.dialect),
            "remove it",
        );
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

fn row(name: &str, path: Vec<String>, form: Form) -> Row {
    let (unless, only_with) = (Vec::new(), Vec::new());
    Row { name: name.to_owned(), path, form, required: false, unless, only_with }
}

/// The length 0 of a list that is not there, where the length is a member of the structure itself.
fn count_of_nothing(row: &Row) -> Option<Supplied> {
    let is_beside = matches!(row.form, Form::List(Wrapper::Counted | Wrapper::Enabled, _));
    (is_beside && row.path.is_empty() && !row.required).then(|| Supplied {
        path: vec![api::QUANTITY.to_owned()],
        given: Given::Json("0".to_owned()),
        unless: vec![row.name.clone()],
        only_with: Vec::new(),
    })
}
