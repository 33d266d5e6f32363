//! What conditions need to know about a service.

use super::{Member, Service, Type};
use crate::jmes::{Field, Model, NumberKind, Ty};
use shapewright_smithy::model::ShapeId;

impl Model for Service {
    fn member(&self, structure: &ShapeId, name: &str) -> Option<Field> {
        let members = &self.structures.get(structure)?.members;
        members.iter().find(|member| member.wire == name).map(field)
    }

    fn members(&self, structure: &ShapeId) -> Vec<&str> {
        let members = self.structures.get(structure).map(|shape| shape.members.as_slice());
        members.unwrap_or_default().iter().map(|member| member.wire.as_str()).collect()
    }

    fn variant(&self, enumeration: &ShapeId, text: &str) -> Option<(String, String)> {
        let enumeration = self.enums.get(enumeration)?;
        let value = enumeration.values.iter().find(|value| value.wire == text)?;
        Some((enumeration.header.rust.clone(), value.rust.clone()))
    }
}

fn field(member: &Member) -> Field {
    Field {
        wire: member.wire.clone(),
        rust: member.rust.clone(),
        boxed: member.boxed,
        ty: ty(&member.ty),
        number: match &member.ty {
            Type::List(element) => number(&element.ty),
            other => number(other),
        },
    }
}

fn ty(ty: &Type) -> Ty {
    match ty {
        Type::Boolean => Ty::Boolean,
        Type::Byte | Type::Short | Type::Integer | Type::Long | Type::Float | Type::Double => Ty::Number,
        Type::String => Ty::Text,
        Type::Enum(id) => Ty::Enum(id.clone()),
        Type::Structure(id) => Ty::Structure(id.clone()),
        Type::List(element) if !element.sparse => match self::ty(&element.ty) {
            Ty::Opaque | Ty::List(_) | Ty::Boolean => Ty::Opaque,
            element => Ty::List(Box::new(element)),
        },
        _ => Ty::Opaque,
    }
}

fn number(ty: &Type) -> Option<NumberKind> {
    Some(match ty {
        Type::Byte => NumberKind::Byte,
        Type::Short => NumberKind::Short,
        Type::Integer => NumberKind::Integer,
        Type::Long => NumberKind::Long,
        Type::Float => NumberKind::Float,
        Type::Double => NumberKind::Double,
        _ => return None,
    })
}
