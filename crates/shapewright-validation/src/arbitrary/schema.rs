//! The types of all members, found out by watching how empty structures are read.

use shapewright_runtime::Structure;

use super::probe::Probe;

/// The structures and unions that a value may consist of. The first is the value itself.
#[derive(Default)]
pub(super) struct Schema {
    pub(super) shapes: Vec<Shape>,
}

/// A structure or union.
pub(super) struct Shape {
    /// Tells it from others.
    pub(super) name: String,
    /// Its members, but for the quantity, which follows from the list that it counts.
    pub(super) members: Vec<(&'static str, Type)>,
    /// The member that counts the elements of another.
    pub(super) quantity: Option<&'static str>,
    /// Whether it has one member only.
    pub(super) is_union: bool,
}

/// What a member is read as. Enums are texts or numbers here: validators tell their values.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Type {
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
    /// The types of an empty structure and of all below it.
    pub(super) fn of(root: &mut dyn Structure) -> Schema {
        let mut schema = Schema::default();
        Probe::new(&mut schema).shape(root);
        schema
    }

    /// The structure or union of a type.
    pub(super) fn shape(&self, ty: &Type) -> Option<&Shape> {
        match ty {
            Type::Shape(index) => self.shapes.get(*index),
            _ => None,
        }
    }
}
