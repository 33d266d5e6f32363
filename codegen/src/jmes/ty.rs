//! Types of expressions.

use std::fmt;

use crate::ir::{Service, Type};
use shapewright_smithy::model::ShapeId;

/// Type of an expression; every one may also be null.
#[derive(Clone, Debug, PartialEq)]
pub enum Ty {
    /// Nothing but null.
    Null,
    /// True or false.
    Boolean,
    /// Any number.
    Number,
    /// Text.
    Text,
    /// A value of an enum, which is text to most expressions.
    Enum(ShapeId),
    /// A list; its elements are never null.
    List(Box<Ty>),
    /// A structure.
    Structure(ShapeId),
    /// Something of which only its presence can be told: a blob, map, union, timestamp or document.
    Opaque,
}

impl Ty {
    /// What a value of the model's type is to an expression.
    pub(super) fn of(ty: &Type) -> Ty {
        match ty {
            Type::Boolean => Ty::Boolean,
            Type::Byte | Type::Short | Type::Integer | Type::Long | Type::Float | Type::Double => Ty::Number,
            Type::String => Ty::Text,
            Type::Enum(id) => Ty::Enum(id.clone()),
            Type::Structure(id) => Ty::Structure(id.clone()),
            Type::List(element) if !element.sparse => match Ty::of(&element.ty) {
                Ty::Opaque | Ty::List(_) | Ty::Boolean => Ty::Opaque,
                element => Ty::List(Box::new(element)),
            },
            _ => Ty::Opaque,
        }
    }

    /// The members of a structure that a wrong name may have meant.
    pub(super) fn members(id: &ShapeId, service: &Service) -> String {
        let members = service.structures.get(id).map(|shape| shape.members.as_slice()).unwrap_or_default();
        members.iter().map(|member| member.wire.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ty::Null => f.write_str("null"),
            Ty::Boolean => f.write_str("a boolean"),
            Ty::Number => f.write_str("a number"),
            Ty::Text | Ty::Enum(_) => f.write_str("text"),
            Ty::List(_) => f.write_str("a list"),
            Ty::Structure(id) => write!(f, "a structure {}", id.name()),
            Ty::Opaque => f.write_str("a value of which only the presence can be told"),
        }
    }
}
