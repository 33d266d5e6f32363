//! The types of all members.

/// The structures and unions that a value may consist of. The first is the value itself.
#[derive(Default)]
pub(crate) struct Schema {
    pub(crate) shapes: Vec<Shape>,
}

/// A structure or union.
pub(crate) struct Shape {
    /// Tells it from others.
    pub(crate) name: String,
    /// Its members, but for the quantity, which follows from the list that it counts.
    pub(crate) members: Vec<(&'static str, Type)>,
    /// The member that counts the elements of another.
    pub(crate) quantity: Option<&'static str>,
    /// Whether it has one member only.
    pub(crate) is_union: bool,
}

/// What a member is read as. Enums are texts or numbers here: validators tell their values.
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
    /// The structure or union of a type.
    pub(crate) fn shape(&self, ty: &Type) -> Option<&Shape> {
        match ty {
            Type::Shape(index) => self.shapes.get(*index),
            _ => None,
        }
    }
}
