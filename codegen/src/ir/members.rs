//! Queries about members that several stages share.

use super::{Enumeration, Location, Member, Module, Operation, Part, Rule, Service, Structure, Union};
use shapewright_smithy::model::ShapeId;

/// A structure, union or enum.
#[derive(Clone, Copy, Debug)]
pub enum Shape<'s> {
    /// A structure.
    Structure(&'s Structure),
    /// A union.
    Union(&'s Union),
    /// A string enum.
    Enumeration(&'s Enumeration),
}

impl Service {
    /// The types of a source file, in the order in which they are written.
    pub fn shapes_of(&self, module: &Module) -> impl Iterator<Item = Shape<'_>> {
        module.types.iter().filter_map(|id| {
            let structure = self.structures.get(id).map(Shape::Structure);
            let union = || self.unions.get(id).map(Shape::Union);
            structure.or_else(union).or_else(|| self.enums.get(id).map(Shape::Enumeration))
        })
    }

    /// Name of the Rust type of a shape.
    pub fn type_name(&self, id: &ShapeId) -> &str {
        let structure = self.structures.get(id).map(|shape| &shape.header);
        let union = self.unions.get(id).map(|shape| &shape.header);
        let enumeration = self.enums.get(id).map(|shape| &shape.header);
        structure.or(union).or(enumeration).map_or("", |header| &header.rust)
    }

    /// The members of a structure or union.
    pub fn members(&self, id: &ShapeId) -> Option<&[Member]> {
        let structure = self.structures.get(id).map(|shape| shape.members.as_slice());
        structure.or_else(|| Some(self.unions.get(id)?.members.as_slice()))
    }

    /// The members of an operation's input; empty if it has no input.
    pub fn input_members(&self, operation: &Operation) -> &[Member] {
        let input = operation.input.as_ref().and_then(|id| self.structures.get(id));
        input.map_or(&[], |input| &input.members)
    }
}

impl Member {
    /// Where messages have it. They ignore bindings that do not apply to them: nested structures ignore all, responses
    /// those to the URI, and requests that to the status. The member is in the document instead.
    pub fn location_in(&self, part: Part) -> &Location {
        match (part, &self.bound) {
            (Part::Nested, _)
            | (Part::Request, Location::ResponseCode)
            | (Part::Response, Location::Label | Location::Query(_) | Location::QueryParams) => {
                &Location::Document
            }
            (_, bound) => bound,
        }
    }

    /// Whether it has the rule.
    pub fn has_rule(&self, rule: &Rule) -> bool {
        self.constraints.iter().any(|constraint| constraint.rule == *rule)
    }

    /// Whether the model requires it.
    pub fn is_required(&self) -> bool {
        self.constraints.iter().any(|constraint| constraint.rule == Rule::Required)
    }

    /// The query parameter that it is bound to, if it is required.
    pub fn required_query(&self) -> Option<&str> {
        match &self.location {
            Location::Query(name) if self.is_required() => Some(name),
            _ => None,
        }
    }
}
