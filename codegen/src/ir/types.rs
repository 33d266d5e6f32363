//! Types of values.

use super::{Constraint, Service, Xml};
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
    /// An [`Enumeration`](super::Enumeration).
    Enum(ShapeId),
    /// A [`Structure`](super::Structure).
    Structure(ShapeId),
    /// A [`Union`](super::Union).
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

/// A type as Rust names it.
#[derive(Clone, Debug, PartialEq)]
pub enum RustType {
    /// A type without parameters.
    Plain(String),
    /// `Vec`
    Vec(Box<RustType>),
    /// `BTreeMap` with `String` keys
    Map(Box<RustType>),
    /// `Option`
    Option(Box<RustType>),
}

impl Service {
    /// The Rust type of a value.
    pub fn rust_type(&self, ty: &Type) -> RustType {
        let name = match ty {
            Type::Boolean => "bool",
            Type::Byte => "i8",
            Type::Short => "i16",
            Type::Integer => "i32",
            Type::Long => "i64",
            Type::Float => "f32",
            Type::Double => "f64",
            Type::String => "String",
            Type::Blob => "Blob",
            Type::Timestamp => "Timestamp",
            Type::Document => "Document",
            Type::Enum(id) | Type::Structure(id) | Type::Union(id) => self.type_name(id),
            Type::List(element) => return RustType::Vec(Box::new(self.element_type(element))),
            Type::Map(elements) => return RustType::Map(Box::new(self.element_type(&elements.value))),
        };
        RustType::Plain(name.to_owned())
    }

    /// The Rust type of the elements of a list, or of the values of a map.
    pub fn element_type(&self, element: &Element) -> RustType {
        let ty = self.rust_type(&element.ty);
        if element.sparse { RustType::Option(Box::new(ty)) } else { ty }
    }
}
