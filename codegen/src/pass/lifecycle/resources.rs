//! What a resource is: its stored structure and the errors of its operations tell, and the trait states the rest.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToTitleCase};

use crate::ir::Type;
use crate::ir::lifecycle::stated::Id;
use crate::ir::lifecycle::{
    Action, Guard, Made, Only, Operation, Path, Quota, Resource, Stages, Status, Unique, stated,
};
use shapewright_smithy::{Diagnostics, Place};

use super::inputs::TAGS;
use super::kinds::Kind;
use super::{Context, codes, defaults, json, paths, references};

/// The members of a resource that convention knows.
const STATUS: &str = "Status";
const ENABLED: &str = "Enabled";
const NAME: &str = "Name";
const CALLER_REFERENCE: &str = "CallerReference";

/// The table of a resource.
pub(super) fn complete(
    context: &Context<'_>,
    kind: &Kind<'_>,
    operations: &[Operation],
    diagnostics: &mut Diagnostics,
) -> Resource {
    let own = || operations.iter().filter(|operation| operation.resource == kind.shape());
    let service = context.service;
    let codes_of = |wanted: fn(&Action) -> bool| -> BTreeSet<&str> {
        let found = own().filter(|operation| wanted(&operation.action));
        found.flat_map(|found| codes::of(service, &service.operations[&found.name])).collect()
    };
    let create = codes_of(|action| matches!(action, Action::Create { .. }));
    let update = codes_of(|action| matches!(action, Action::Update { .. }));
    let delete = codes_of(|action| matches!(action, Action::Delete));
    let set: Vec<Path> = own().flat_map(Operation::sets).map(|set| set.to.clone()).collect();
    let mut builder =
        Builder { context, kind, place: context.place(kind), create, update, delete, diagnostics };
    let has_tags =
        |operation: &Operation| matches!(&operation.action, Action::Create { tags, .. } if !tags.is_empty());
    Resource {
        shape: kind.shape().to_owned(),
        thing: builder.thing(),
        key: kind.key.clone(),
        id: kind.stated.id.clone(),
        arn: kind.arn.clone(),
        parents: builder.parents(),
        taggable: own().any(has_tags),
        tags: paths::member(service, kind.id, TAGS)
            .map_or_else(Path::new, |member| vec![member.wire.clone()]),
        fills: builder.fills(),
        defaults: defaults::list(context, kind, builder.diagnostics),
        status: builder.status(),
        stages: builder.stages(),
        first_version: kind.stated.first_version,
        unique: builder.unique(),
        references: references::list(
            context,
            kind,
            &builder.place,
            &builder.create,
            &set,
            builder.diagnostics,
        ),
        quotas: builder.quotas(),
        guards: builder.guards(),
        newest_first: kind.stated.newest_first,
        managed: builder.managed(),
    }
}

struct Builder<'c, 'a, 'd> {
    context: &'c Context<'a>,
    kind: &'c Kind<'a>,
    place: Place,
    /// The codes of the operations that create, update and delete the resource.
    create: BTreeSet<&'c str>,
    update: BTreeSet<&'c str>,
    delete: BTreeSet<&'c str>,
    diagnostics: &'d mut Diagnostics,
}

impl Builder<'_, '_, '_> {
    fn error(&mut self, message: impl Into<String>, help: &str) {
        self.diagnostics.error(self.place.clone(), message, help);
    }

    fn path(&mut self, text: &str) -> Path {
        paths::check(self.context.service, self.kind.id, text, &self.place, self.diagnostics)
    }

    fn thing(&mut self) -> String {
        let own = self.kind.noun().to_title_case().to_lowercase();
        match &self.kind.stated.thing {
            Some(thing) if *thing == own => {
                self.error("`thing` says what the name of the resource says", "remove it");
                own
            }
            Some(thing) => thing.clone(),
            None => own,
        }
    }

    fn parents(&mut self) -> Vec<String> {
        for shape in &self.kind.stated.parents {
            if self.context.kind(shape).is_none() {
                let message = format!("`parents` has `{shape}`, which is no resource");
                self.error(message, "use the stored structure of a resource");
            }
        }
        self.kind.stated.parents.clone()
    }

    /// Stated values, and times by the names of members.
    fn fills(&mut self) -> Vec<(Path, Made)> {
        let service = self.context.service;
        let mut fills = Vec::new();
        for member in service.members(self.kind.id).unwrap_or_default() {
            fills.extend(time(&member.ty, &member.wire).map(|made| (vec![member.wire.clone()], made)));
            let below = paths::structure(&member.ty).and_then(|id| service.members(id)).unwrap_or_default();
            for inner in below {
                let path = vec![member.wire.clone(), inner.wire.clone()];
                fills.extend(time(&inner.ty, &inner.wire).map(|made| (path, made)));
            }
        }
        for (text, fill) in &self.kind.stated.fills {
            let path = self.path(text);
            let constant = fill.json.as_ref().or(fill.reset.as_ref());
            let fault = constant
                .and_then(|value| json::fault(service, paths::target(service, self.kind.id, &path)?, value));
            if let Some(fault) = fault {
                self.error(
                    format!("`fills` of `{text}`: {fault}"),
                    "write a value of the type that the model has there",
                );
            }
            let made = match (&fill.json, &fill.reset, &fill.text, &fill.pending) {
                (Some(value), ..) => Made::Json(value.to_string()),
                (_, Some(value), ..) => Made::Reset(value.to_string()),
                (_, _, Some(text), _) => Made::Text(text.clone()),
                (_, _, _, Some(shape)) => Made::Pending(shape.clone()),
                _ => continue,
            };
            fills.push((path, made));
        }
        fills
    }

    fn status(&mut self) -> Option<Status> {
        let stated = self.kind.stated.status.clone()?;
        let path = self.path(STATUS);
        Some(Status { path, stated })
    }

    fn stages(&mut self) -> Option<Stages> {
        let stated = self.kind.stated.stages.clone()?;
        let (path, status) = (self.path(&stated.path), self.path(STATUS));
        Some(Stages { path, status, stated })
    }

    /// Names and caller references of the structure or its configuration, and what is stated.
    fn unique(&mut self) -> Vec<Unique> {
        let nouns = &self.kind.nouns;
        let code = codes::find(&self.create, &self.context.stated.settings.codes.exists, nouns, "");
        let mut rows: Vec<Unique> = Vec::new();
        for name in [NAME, CALLER_REFERENCE] {
            let Some((path, code)) = self.in_config(name).zip(code.clone()) else { continue };
            rows.push(Unique { scope: self.scope(&path), path, code, replays: false, only: None });
        }
        if rows.is_empty() && self.kind.stated.id == Id::Parent {
            rows.extend(code.clone().map(|code| Unique {
                path: Path::new(),
                code,
                scope: self.scope(&[]),
                replays: false,
                only: None,
            }));
        }
        for (text, stated) in &self.kind.stated.unique {
            let path = self.path(text);
            if let Some(stated) = &stated.code {
                let codes = self.create.union(&self.update).copied().collect();
                codes::check(stated, &codes, "the resource", &self.place, self.diagnostics);
            }
            let Some(code) = stated.code.clone().or_else(|| code.clone()) else {
                self.error(
                    format!("`unique` of `{text}` has no code"),
                    "add `code`: no operation models one that fits",
                );
                continue;
            };
            let scope = stated.scope.clone().unwrap_or_else(|| self.scope(&path));
            let only = stated.only.as_ref().map(|only| self.only(only));
            let row = Unique { path, code, scope, replays: stated.replays, only };
            match rows.iter_mut().find(|known| known.path == row.path) {
                Some(known) if *known == row => {
                    self.error(format!("`unique` of `{text}` says what convention says"), "remove it");
                }
                Some(known) => *known = row,
                None => rows.push(row),
            }
        }
        rows
    }

    fn scope(&self, path: &[String]) -> String {
        [self.kind.shape()].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(".")
    }

    fn only(&mut self, stated: &stated::Only) -> Only {
        let path = self.path(&stated.path);
        Only { path, values: stated.values.clone(), absent: stated.absent.clone() }
    }

    /// The path of a member of the configuration, or of the structure if it has none.
    fn in_config(&self, name: &str) -> Option<Path> {
        let service = self.context.service;
        let config = self.kind.config;
        let inside = config
            .and_then(|config| Some((config, paths::member(service, paths::structure(&config.ty)?, name)?)));
        if let Some((config, member)) = inside {
            return Some(vec![config.wire.clone(), member.wire.clone()]);
        }
        paths::member(service, self.kind.id, name).map(|member| vec![member.wire.clone()])
    }

    fn quotas(&mut self) -> Vec<Quota> {
        let nouns = &self.kind.nouns;
        let found = codes::find(&self.create, &self.context.stated.settings.codes.too_many, nouns, "");
        let name = codes::plural(self.kind.noun()).to_snake_case();
        let own = self.kind.stated.quota.iter().map(|quota| (name.clone(), quota.clone()));
        let all: Vec<_> = own.chain(self.kind.stated.quotas.clone()).collect();
        if all.is_empty() && found.is_some() {
            let message =
                format!("creating models `{}`, but no quota is stated", found.clone().unwrap_or_default());
            self.error(message, "add `quota` with `limit` and `source` to `shapewright#lifecycle`");
        }
        let mut quotas = Vec::new();
        for (name, stated) in all {
            match &stated.code {
                Some(code) if found.as_ref() == Some(code) && stated.only.is_none() => {
                    self.error(
                        format!("`code` of the quota `{name}` is the one that convention finds"),
                        "remove it",
                    );
                }
                Some(code) => codes::check(code, &self.create, "creating", &self.place, self.diagnostics),
                None => {}
            }
            let Some(code) = stated.code.clone().or_else(|| found.clone()) else {
                self.error(
                    format!("the quota `{name}` has no code"),
                    "add `code`: no operation models one that fits",
                );
                continue;
            };
            let only = stated.only.as_ref().map(|only| self.only(only));
            quotas.push(Quota { name, limit: stated.limit, code, only });
        }
        quotas
    }

    /// The guards that the errors of operations tell.
    fn guards(&mut self) -> Vec<Guard> {
        let settings = &self.context.stated.settings.codes;
        let nouns = &self.kind.nouns;
        let mut guards = Vec::new();
        if self.kind.managed.is_some() {
            let update = codes::find(&self.update, &settings.managed_update, nouns, "").unwrap_or_default();
            let delete = codes::find(&self.delete, &settings.managed_delete, nouns, "").unwrap_or_default();
            guards.push(Guard::Managed(update, delete));
        }
        if let Some(code) = codes::find(&self.delete, &settings.not_disabled, nouns, "") {
            match self.in_config(ENABLED) {
                Some(path) => guards.push(Guard::Enabled(path, code)),
                None => self.error(
                    format!("deleting models `{code}`, but there is no member `{ENABLED}`"),
                    "correct `codes`",
                ),
            }
        }
        let in_use = codes::find(&self.delete, &settings.in_use, nouns, "");
        if let Some(stated) = &self.kind.stated.in_use {
            codes::check(&stated.code, &self.delete, "deleting", &self.place, self.diagnostics);
            if in_use.as_ref() == Some(&stated.code) {
                self.error("`inUse` says what convention says", "remove it");
            }
        }
        let in_use = self.kind.stated.in_use.as_ref().map(|stated| stated.code.clone()).or(in_use);
        guards.extend(in_use.map(Guard::InUse));
        guards.extend(codes::find(&self.update, &settings.update_in_use, nouns, "").map(Guard::UpdateInUse));
        guards
    }

    /// The structures that the service has from the start. Times are left to the service.
    fn managed(&mut self) -> Vec<(String, String)> {
        let Some((file, managed)) = self.kind.managed else { return Vec::new() };
        let service = self.context.service;
        let mut rows = Vec::new();
        for (key, found) in managed {
            for (name, value) in &found.stored {
                let fault = match paths::member(service, self.kind.id, name) {
                    Some(member) => json::fault(service, &member.ty, value),
                    None => Some(format!("{} has no member `{name}`", self.kind.shape())),
                };
                if let Some(fault) = fault {
                    let place = Place::shape(file, self.kind.id);
                    let help = "write the value as the service answers with it";
                    self.diagnostics.error(
                        place,
                        format!("`shapewright#managed` of `{key}`: `{name}`: {fault}"),
                        help,
                    );
                }
            }
            let mut stored = serde_json::Map::new();
            stored.extend(self.kind.key.first().map(|name| (name.clone(), key.clone().into())));
            stored.extend(found.stored.clone());
            rows.push((key.clone(), serde_json::Value::Object(stored).to_string()));
        }
        rows
    }
}

/// The time that a member shows.
fn time(ty: &Type, name: &str) -> Option<Made> {
    let made = match name {
        _ if *ty != Type::Timestamp => return None,
        _ if name.starts_with("Create") => Made::Created,
        _ if name.starts_with("LastModified") => Made::Modified,
        _ => return None,
    };
    Some(made)
}
