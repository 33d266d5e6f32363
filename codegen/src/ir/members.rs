//! Questions about members that several stages ask.

use super::{Location, Member, Rule, Service};
use crate::model::ShapeId;

impl Service {
    /// The members of a structure or union.
    pub fn members(&self, id: &ShapeId) -> Option<&[Member]> {
        let structure = self.structures.get(id).map(|shape| shape.members.as_slice());
        structure.or_else(|| Some(self.unions.get(id)?.members.as_slice()))
    }
}

impl Member {
    /// The query parameter that it is bound to, if a request cannot do without it.
    pub fn required_query(&self) -> Option<&str> {
        let is_required = self.constraints.iter().any(|constraint| constraint.rule == Rule::Required);
        match &self.location {
            Location::Query(name) if is_required => Some(name),
            _ => None,
        }
    }
}
