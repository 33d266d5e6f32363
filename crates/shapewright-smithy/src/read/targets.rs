//! References between shapes: they must exist, and be of a type that fits.

use super::Draft;
use super::reader::Reader;
use crate::diagnostics::Place;
use crate::model::{Kind, Shape, ShapeId};
use crate::prelude;

/// Checks what shapes refer to.
pub(super) struct Targets<'d, 'r, 'a> {
    pub(super) draft: &'d Draft,
    pub(super) reader: &'r mut Reader<'a>,
}

impl Targets<'_, '_, '_> {
    /// Reports the references of a shape that lead nowhere or to the wrong type.
    pub(super) fn check(&mut self, id: &ShapeId, shape: &Shape) {
        let place = self.reader.shape(id);
        match &shape.kind {
            Kind::Operation(operation) => {
                self.one(operation.input.iter(), &place, "input", "structure");
                self.one(operation.output.iter(), &place, "output", "structure");
                self.errors(&operation.errors, &place);
            }
            Kind::Service(service) => {
                self.one(service.operations.iter(), &place, "operations", "operation");
                self.one(service.resources.iter(), &place, "resources", "resource");
                self.errors(&service.errors, &place);
            }
            Kind::Resource(resource) => {
                self.one(resource.operations.iter(), &place, "operations", "operation");
                self.one(resource.resources.iter(), &place, "resources", "resource");
            }
            _ => self.members(id, shape),
        }
    }

    fn members(&mut self, id: &ShapeId, shape: &Shape) {
        for member in &shape.members {
            let place = self.reader.member(id, &member.name);
            let Some(kind) = self.kind(&member.target, &place) else { continue };
            let is_enum = matches!(shape.kind, Kind::Enum | Kind::IntEnum);
            if is_enum && member.target.as_str() != prelude::UNIT {
                self.wrong(
                    &place,
                    &member.target,
                    &kind,
                    "target",
                    "smithy.api#Unit, the target of all members of enums",
                );
            } else if matches!(shape.kind, Kind::Map) && member.name == "key" {
                if !matches!(kind, Kind::String | Kind::Enum) {
                    self.wrong(&place, &member.target, &kind, "key", "a string or an enum");
                }
            } else if matches!(kind, Kind::Operation(_) | Kind::Service(_) | Kind::Resource(_)) {
                self.wrong(&place, &member.target, &kind, "target", "a shape that holds data");
            }
        }
    }

    fn one<'s>(&mut self, ids: impl Iterator<Item = &'s ShapeId>, place: &Place, what: &str, expected: &str) {
        for id in ids {
            let Some(kind) = self.kind(id, place) else { continue };
            if kind.as_str() != expected {
                self.wrong(place, id, &kind, what, &format!("shapes of type {expected}"));
            }
        }
    }

    fn errors(&mut self, ids: &[ShapeId], place: &Place) {
        for id in ids {
            let Some(kind) = self.kind(id, place) else { continue };
            let marked = self.draft.model.shapes.get(id).is_some_and(is_error);
            if !matches!(kind, Kind::Structure) {
                self.wrong(place, id, &kind, "errors", "shapes of type structure");
            } else if !marked {
                self.reader.error(
                    place.clone(),
                    format!("`errors` names `{id}`, which is not an error"),
                    format!("give `{id}` the trait smithy.api#error, or remove it from `errors`"),
                );
            }
        }
    }

    /// The type of a target; reports one that does not exist, unless the file has it and it was reported itself.
    fn kind(&mut self, id: &ShapeId, place: &Place) -> Option<Kind> {
        if let Some(shape) = self.draft.model.shapes.get(id) {
            return Some(shape.kind.clone());
        }
        let kind = Kind::of_prelude(id.as_str());
        if kind.is_some() || self.draft.broken.contains(id) {
            return kind;
        }
        let (message, help) = if self.draft.mixins.contains(id) {
            (format!("the target `{id}` is a mixin"), "target a shape that has the mixin instead")
        } else {
            (format!("the target `{id}` does not exist"), "add the shape to the model, or correct the target")
        };
        self.reader.error(place.clone(), message, help);
        None
    }

    fn wrong(&mut self, place: &Place, id: &ShapeId, kind: &Kind, what: &str, expected: &str) {
        self.reader.error(
            place.clone(),
            format!("`{what}` names `{id}`, which is of type {}", kind.as_str()),
            format!("use {expected} there"),
        );
    }
}

fn is_error(shape: &Shape) -> bool {
    shape.traits.contains_key(prelude::ERROR)
}
