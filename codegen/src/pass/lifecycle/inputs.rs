//! What requests set in the stored structure.

use std::collections::BTreeSet;

use crate::ir::lifecycle::{Path, Set, Value, stated};
use crate::ir::{self, Member, Service, Type};
use shapewright_smithy::model::ShapeId;

use super::kinds::Kind;
use super::operations::Builder;
use super::{Context, json, paths};

/// The member with tags.
pub(super) const TAGS: &str = "Tags";

/// The list inside a structure with a list.
const ITEMS: &str = "Items";

/// The members of an input. Each is used once.
pub(super) struct Input<'a> {
    service: &'a Service,
    members: &'a [Member],
    used: BTreeSet<String>,
}

impl<'a> Input<'a> {
    pub(super) fn new(
        context: &'a Context<'_>,
        operation: &'a ir::Operation,
        _kind: Option<&Kind<'_>>,
    ) -> Self {
        let members = context.service.input_members(operation);
        Input { service: context.service, members, used: BTreeSet::new() }
    }

    /// Uses a member. `None` if there is none, or if it is used.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let found = self.members.iter().find(|member| member.wire == name && !self.used.contains(name))?;
        self.used.insert(name.to_owned());
        Some(found.wire.clone())
    }

    /// The names of the members that are not used yet.
    pub(super) fn rest(&self) -> Vec<String> {
        let rest = self.members.iter().filter(|member| !self.used.contains(&member.wire));
        rest.map(|member| member.wire.clone()).collect()
    }

    pub(super) fn member(&self, name: &str) -> Option<&'a Member> {
        self.members.iter().find(|member| member.wire == name)
    }

    /// The member that names a copy of a resource: it has the type of the member with the copy.
    pub(super) fn stage(&mut self, kind: &Kind<'_>) -> String {
        let stages = kind.stated.stages.as_ref();
        let ty = stages.and_then(|stages| paths::target(self.service, kind.id, &paths::parse(&stages.path)));
        let found = ty.and_then(|ty| self.members.iter().find(|member| member.ty == *ty));
        found.and_then(|member| self.take(&member.wire)).unwrap_or_default()
    }

    /// The path to the list in the member with that name, which may be inside of a structure.
    pub(super) fn find(&self, name: &str) -> Path {
        self.member(name).map_or_else(Path::new, |member| list_in(self.service, member))
    }

    /// The path to the first list.
    pub(super) fn list(&self) -> Path {
        let found = self.members.iter().map(|member| list_in(self.service, member));
        found.into_iter().find(|path| !path.is_empty()).unwrap_or_default()
    }
}

/// The path to the list that a member is, or that is in it.
fn list_in(service: &Service, member: &Member) -> Path {
    match &member.ty {
        Type::List(_) => vec![member.wire.clone()],
        Type::Structure(id) if is_list(service, id) => vec![member.wire.clone(), ITEMS.to_owned()],
        _ => Path::new(),
    }
}

fn is_list(service: &Service, id: &ShapeId) -> bool {
    matches!(paths::member(service, id, ITEMS).map(|member| &member.ty), Some(Type::List(_)))
}

impl Builder<'_, '_, '_> {
    /// What a request sets, what is kept beside the structure, and the list of tags.
    pub(super) fn sets(&mut self, kind: &Kind<'_>, input: &mut Input<'_>) -> (Vec<Set>, Vec<String>, Path) {
        let service = self.context.service;
        let (mut sets, mut keeps, mut tags) = (Vec::new(), Vec::new(), Path::new());
        for (to, value) in &self.stated.sets {
            if let stated::Set::Input(from) = value {
                input.take(from.split('.').next().unwrap_or_default());
            }
            let set = self.stated_set(kind, to, value);
            sets.push(set);
        }
        for name in input.rest() {
            let Some(member) = input.member(&name) else { continue };
            input.take(&name);
            if name == TAGS {
                tags = list_in(service, member);
                continue;
            }
            match place(service, kind, member) {
                Some((to, from)) => sets.push(Set { to, value: Value::Input(from) }),
                None => keeps.push(name),
            }
            let beside = paths::structure(&member.ty).and_then(|id| paths::member(service, id, TAGS));
            if let Some(beside) = beside {
                tags.push(member.wire.clone());
                tags.extend(list_in(service, beside));
            }
        }
        (sets, keeps, tags)
    }

    fn stated_set(&mut self, kind: &Kind<'_>, to: &str, value: &stated::Set) -> Set {
        let service = self.context.service;
        let path = paths::check(service, kind.id, to, &self.place, self.diagnostics);
        let value = match value {
            stated::Set::Nothing => Value::Nothing,
            stated::Set::Input(from) => {
                self.check_input(from);
                Value::Input(paths::parse(from))
            }
            stated::Set::Json(value) => {
                let fault =
                    paths::target(service, kind.id, &path).and_then(|ty| json::fault(service, ty, value));
                if let Some(fault) = fault {
                    let help = "write a value of the type that the model has there";
                    self.diagnostics.error(self.place.clone(), format!("`sets` of `{to}`: {fault}"), help);
                }
                Value::Json(value.to_string())
            }
        };
        Set { to: path, value }
    }
}

/// Where the stored structure has a member of the input, and what of the input it has.
fn place(service: &Service, kind: &Kind<'_>, given: &Member) -> Option<(Path, Path)> {
    let stored = service.members(kind.id).unwrap_or_default();
    let from = vec![given.wire.clone()];
    if given.ty == Type::Structure(kind.id.clone()) {
        return Some((Path::new(), from));
    }
    if let Some(same) = stored.iter().find(|member| member.wire == given.wire) {
        return Some((vec![same.wire.clone()], from));
    }
    let config = kind.config?;
    if config.ty == given.ty {
        return Some((vec![config.wire.clone()], from));
    }
    let inside =
        service.members(paths::structure(&given.ty)?)?.iter().find(|member| member.ty == config.ty)?;
    Some((vec![config.wire.clone()], vec![given.wire.clone(), inside.wire.clone()]))
}
