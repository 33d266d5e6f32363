//! Types of values.

use super::{Constraint, Xml};
use shapewright_smithy::model::ShapeId;

/// Type of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `bool`
    Boolean,
    /// `i8`
    Byte,
    /// `i16`
    Short,
    /// `i32`; the values are given if the set is closed
    Integer,
    /// `i64`
    Long,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `String`
    String,
    /// Bytes
    Blob,
    /// Instant
    Timestamp,
    /// Untyped data
    Document,
    /// An [`Enumeration`]
    Enum(ShapeId),
    /// A [`Structure`]
    Structure(ShapeId),
    /// A [`Union`]
    Union(ShapeId),
    /// `Vec`
    List(Box<Element>),
    /// `BTreeMap` with `String` keys
    Map(Box<MapElements>),
}

impl Type {
    /// The structure, union or enum that the type names, looking through lists and maps.
    pub fn named(&self) -> Option<&ShapeId> {
        match self {
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => Some(id),
            Type::List(element) => element.ty.named(),
            Type::Map(elements) => elements.value.ty.named(),
            _ => None,
        }
    }
}

/// Elements of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Type of each element.
    pub ty: Type,
    /// Whether elements may be null.
    pub sparse: bool,
    /// Constraints on each element.
    pub constraints: Vec<Constraint>,
    /// XML form of each element in a document.
    pub xml: Xml,
}

/// Keys and values of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapElements {
    /// Constraints on each key.
    pub key: Vec<Constraint>,
    /// XML form of each key in a document.
    pub key_xml: Xml,
    /// The values.
    pub value: Element,
}
