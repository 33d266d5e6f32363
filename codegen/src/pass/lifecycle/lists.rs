//! Lists: how they are paged, what their elements are, and which resources are in them.

use std::collections::BTreeMap;

use crate::ir::lifecycle::{Action, Element, Filter, Key, List, Part};
use crate::ir::recorded::Assumed;
use crate::ir::{Member, Type};
use crate::naming;
use shapewright_smithy::model::ShapeId;

use super::inputs::Input;
use super::keys::identifier;
use super::kinds::Kind;
use super::operations::Builder;
use super::outputs::ETAG;
use super::{codes, paths};

/// The members of elements, by the constant with them.
pub(super) type Elements = BTreeMap<String, Vec<(String, Part)>>;

/// What lists and requests for them call their parts.
const MARKER: &str = "Marker";
const NEXT_MARKER: &str = "NextMarker";
const MAX_ITEMS: &str = "MaxItems";
const IS_TRUNCATED: &str = "IsTruncated";
const QUANTITY: &str = "Quantity";
const ITEMS: &str = "Items";

/// The member that says whether the service has a resource from the start, and its values.
const TYPE: &str = "Type";
const MANAGED: [&str; 2] = ["managed", "custom"];

impl Builder<'_, '_, '_> {
    /// The list that an operation answers with.
    pub(super) fn list(&mut self, kind: &Kind<'_>, input: &mut Input<'_>) -> Action {
        let service = self.context.service;
        let output: Option<&ShapeId> = self.operation.output.as_ref();
        let members: &[Member] = output.and_then(|id| service.members(id)).unwrap_or_default();
        let is_list = |member: &&Member| {
            let inside = paths::structure(&member.ty).and_then(|id| paths::member(service, id, ITEMS));
            inside.is_some_and(|items| matches!(items.ty, Type::List(_)))
        };
        let container = members.iter().find(is_list);
        let parts =
            container.and_then(|member| service.members(paths::structure(&member.ty)?)).unwrap_or(members);
        let called = |name: &str| {
            let found = parts.iter().find(|member| member.wire == name);
            found.map(|member| member.wire.clone()).unwrap_or_default()
        };
        let items = parts.iter().find(|member| matches!(member.ty, Type::List(_)));
        let element = match items.map(|member| &member.ty) {
            Some(Type::List(element)) => self.element(kind, &element.ty),
            _ => {
                let help = "add `custom` with the reason to `shapewright#action` of the operation";
                self.diagnostics.error(self.place.clone(), "the output has no list", help);
                Element::Key
            }
        };
        let list = List {
            marker: input.take(MARKER).unwrap_or_default(),
            max_items: input.take(MAX_ITEMS).unwrap_or_default(),
            container: container.map(|member| member.wire.clone()).unwrap_or_default(),
            echo: called(MARKER),
            next_marker: called(NEXT_MARKER),
            size: called(MAX_ITEMS),
            is_truncated: called(IS_TRUNCATED),
            quantity: called(QUANTITY),
            items: items.map(|member| member.wire.clone()).unwrap_or_default(),
            element,
            filters: self.filters(kind, input),
        };
        Action::List(Box::new(list))
    }

    fn element(&mut self, kind: &Kind<'_>, ty: &Type) -> Element {
        let Some(id) = paths::structure(ty) else { return Element::Key };
        if id == kind.id {
            return Element::Stored;
        }
        let constant = naming::constant_name(id.name());
        if self.elements.contains_key(&constant) {
            return Element::Structure(constant);
        }
        let mut parts = Vec::new();
        for member in self.context.service.members(id).unwrap_or_default() {
            let found = match kind.stated.summary.get(&member.wire) {
                Some(stated) => Some(self.stated_part(kind, member, stated)),
                None => self.shown(kind, member),
            };
            match found {
                Some(part) => parts.push((member.wire.clone(), part)),
                None => self.diagnostics.error(
                    self.context.place(kind),
                    format!("nothing says what {}${} is", id.name(), member.wire),
                    "add it to `summary` in `shapewright#lifecycle` of the resource",
                ),
            }
        }
        self.elements.insert(constant.clone(), parts);
        Element::Structure(constant)
    }

    /// What a member of an element is: the structure, part of it by equal name, or part of its configuration.
    fn shown(&self, kind: &Kind<'_>, member: &Member) -> Option<Part> {
        let service = self.context.service;
        if member.ty == Type::Structure(kind.id.clone()) {
            return Some(Part::Stored(Vec::new()));
        }
        if paths::member(service, kind.id, &member.wire).is_some() {
            return Some(Part::Stored(vec![member.wire.clone()]));
        }
        if member.wire == ETAG {
            return Some(Part::ETag);
        }
        if member.wire == TYPE && kind.managed.is_some() {
            return Some(Part::Managed(MANAGED[0].to_owned(), MANAGED[1].to_owned()));
        }
        let config = kind.config?;
        paths::member(service, paths::structure(&config.ty)?, &member.wire)?;
        Some(Part::Stored(vec![config.wire.clone(), member.wire.clone()]))
    }

    fn filters(&mut self, kind: &Kind<'_>, input: &mut Input<'_>) -> Vec<Filter> {
        let mut filters = Vec::new();
        for (text, stored) in &self.stated.filters {
            self.check_input(text);
            let member = paths::parse(text);
            input.take(&member[0]);
            let mut check = |path: &String| {
                paths::check(self.context.service, kind.id, path, &self.place, self.diagnostics)
            };
            let found = stored.paths.iter().map(&mut check).collect();
            filters.push(Filter::Has(member, found, stored.absent.clone()));
        }
        for name in input.rest() {
            input.take(&name);
            let Some(member) = input.member(&name) else { continue };
            let inside = paths::structure(&member.ty).and_then(|id| self.context.service.members(id));
            match inside {
                None => self.filter(kind, vec![name], member, &mut filters),
                Some(members) => {
                    for below in members {
                        self.filter(kind, vec![name.clone(), below.wire.clone()], below, &mut filters);
                    }
                }
            }
        }
        filters
    }

    /// Adds what a member of the input asks for.
    fn filter(&mut self, kind: &Kind<'_>, path: Vec<String>, member: &Member, filters: &mut Vec<Filter>) {
        let found = self.found(kind, &path, member);
        if found.is_none() {
            self.diagnostics.error(
                self.place.clone(),
                format!("nothing says which resources `{}` chooses", path.join(".")),
                "add it to `filters` in `shapewright#action` of the operation, or `custom` with the reason",
            );
        }
        filters.extend(found);
    }

    fn found(&self, kind: &Kind<'_>, path: &[String], member: &Member) -> Option<Filter> {
        let service = self.context.service;
        let name = member.wire.as_str();
        if name == TYPE && kind.managed.is_some() {
            return Some(Filter::Managed(TYPE.to_owned(), MANAGED[0].to_owned(), MANAGED[1].to_owned()));
        }
        for other in &self.context.kinds {
            for noun in &other.nouns {
                let Some(rest) = name.strip_prefix(noun.as_str()) else { continue };
                let by = match rest {
                    "Id" => vec![Vec::new()],
                    "Identifier" => identifier(other, String::new()).by,
                    "Name" => vec![vec!["Name".to_owned()]],
                    "Arn" | "ARN" => vec![other.arn.clone()],
                    _ => continue,
                };
                let codes = codes::of(service, self.operation);
                let patterns = &self.context.stated.settings.codes.missing;
                let missing = codes::find(&codes, patterns, &other.nouns, "").unwrap_or_default();
                let key = Key { member: path.to_vec(), by };
                return Some(Filter::Names(other.shape().to_owned(), key, missing));
            }
        }
        if paths::member(service, kind.id, name).is_some() {
            return Some(Filter::Has(path.to_vec(), vec![vec![name.to_owned()]], String::new()));
        }
        let config = kind.config?;
        let stored = paths::member(service, paths::structure(&config.ty)?, name)?;
        let assumed = stored.assumed.iter().find_map(|assumption| match &assumption.assumed {
            Assumed::Json(json) => Some(json.trim_matches('"').to_owned()),
            _ => None,
        });
        let stored = vec![config.wire.clone(), name.to_owned()];
        Some(Filter::Has(path.to_vec(), vec![stored], assumed.unwrap_or_default()))
    }
}
