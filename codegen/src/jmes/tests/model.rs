//! A small model for tests of conditions.

use crate::jmes::{Field, Model, NumberKind, Ty};
use shapewright_smithy::model::ShapeId;

/// One structure, `a#Thing`, with members of every type, and one enum.
pub(crate) struct Things;

pub(crate) fn thing() -> ShapeId {
    ShapeId::new("a#Thing")
}

fn kind() -> ShapeId {
    ShapeId::new("a#Kind")
}

/// Values of the enum.
pub(crate) const KINDS: [&str; 3] = ["red", "green", "blue"];

const MEMBERS: [&str; 13] = [
    "Name", "Note", "Kind", "Other", "Size", "Width", "Share", "On", "Names", "Kinds", "Sizes", "Part",
    "Parts",
];

impl Model for Things {
    fn member(&self, structure: &ShapeId, name: &str) -> Option<Field> {
        if *structure != thing() {
            return None;
        }
        let list = |ty| Ty::List(Box::new(ty));
        let (ty, number) = match name {
            "Name" | "Note" => (Ty::Text, None),
            "Kind" | "Other" => (Ty::Enum(kind()), None),
            "Size" => (Ty::Number, Some(NumberKind::Integer)),
            "Width" => (Ty::Number, Some(NumberKind::Long)),
            "Share" => (Ty::Number, Some(NumberKind::Double)),
            "On" => (Ty::Boolean, None),
            "Names" => (list(Ty::Text), None),
            "Kinds" => (list(Ty::Enum(kind())), None),
            "Sizes" => (list(Ty::Number), Some(NumberKind::Integer)),
            "Part" => (Ty::Structure(thing()), None),
            "Parts" => (list(Ty::Structure(thing())), None),
            _ => return None,
        };
        Some(Field { wire: name.to_owned(), rust: name.to_lowercase(), boxed: name == "Part", ty, number })
    }

    fn members(&self, _structure: &ShapeId) -> Vec<&str> {
        MEMBERS.to_vec()
    }

    fn variant(&self, _enumeration: &ShapeId, text: &str) -> Option<(String, String)> {
        KINDS.contains(&text).then(|| ("Kind".to_owned(), text.to_owned()))
    }
}
