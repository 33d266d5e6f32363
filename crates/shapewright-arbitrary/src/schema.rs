//! The types of all members.

/// The structures and unions that a value may contain. The first one is the type of the value.
#[derive(Default)]
pub(crate) struct Schema {
    pub(crate) shapes: Vec<Shape>,
}

/// A structure or union.
pub(crate) struct Shape {
    /// The unique name.
    pub(crate) name: String,
    /// The members without the quantity, which is computed from its list.
    pub(crate) members: Vec<(&'static str, Type)>,
    /// The member that is the quantity of a list.
    pub(crate) quantity: Option<&'static str>,
    /// Whether the shape is a union.
    pub(crate) is_union: bool,
}

/// The type of a member. Enums are texts or numbers: their values are learned from reports.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer,
    Double,
    Text,
    Blob,
    Timestamp,
    Document,
    List(Box<Type>),
    Map(Box<Type>),
    Shape(usize),
}

impl Schema {
    /// Returns the structure or union of a type.
    pub(crate) fn shape(&self, ty: &Type) -> Option<&Shape> {
        match ty {
            Type::Shape(index) => self.shapes.get(*index),
            _ => None,
        }
    }
}
