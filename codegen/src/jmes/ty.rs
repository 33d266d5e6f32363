//! Types of expressions, and what conditions have to know of a model.

use std::fmt;

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
    /// A blob, map, union, timestamp or document, which can be present or absent and no more.
    Opaque,
}

/// Kinds of numbers in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// `i8`
    Byte,
    /// `i16`
    Short,
    /// `i32`
    Integer,
    /// `i64`
    Long,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `usize`, the length of a list or text
    Count,
}

impl NumberKind {
    /// Whether it holds integers alone.
    pub fn is_whole(self) -> bool {
        !matches!(self, NumberKind::Float | NumberKind::Double)
    }

    /// Whether a constant can be written as a number of this kind.
    pub(super) fn holds(self, number: f64) -> bool {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let most = match self {
            NumberKind::Byte => i8::MAX.into(),
            NumberKind::Short => i16::MAX.into(),
            NumberKind::Integer => i32::MAX.into(),
            NumberKind::Long | NumberKind::Count => EXACT,
            NumberKind::Float | NumberKind::Double => return true,
        };
        let least = if self == NumberKind::Count { 0.0 } else { -most };
        number.fract() == 0.0 && (least..=most).contains(&number)
    }
}

/// A member of a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Name in the model.
    pub wire: String,
    /// Rust field.
    pub rust: String,
    /// Whether the value is in a `Box`.
    pub boxed: bool,
    /// Type of the value.
    pub ty: Ty,
    /// Kind of the number, or of the numbers in a list.
    pub number: Option<NumberKind>,
}

/// What conditions have to know of a model.
pub(crate) trait Model {
    /// The member of that name.
    fn member(&self, structure: &ShapeId, name: &str) -> Option<Field>;

    /// The names of all members of a structure.
    fn members(&self, structure: &ShapeId) -> Vec<&str>;

    /// The Rust names of an enum and of its variant for a text.
    fn variant(&self, enumeration: &ShapeId, text: &str) -> Option<(String, String)>;
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ty::Null => f.write_str("null"),
            Ty::Boolean => f.write_str("a boolean"),
            Ty::Number => f.write_str("a number"),
            Ty::Text | Ty::Enum(_) => f.write_str("a text"),
            Ty::List(_) => f.write_str("a list"),
            Ty::Structure(id) => write!(f, "a structure {}", id.name()),
            Ty::Opaque => f.write_str("a blob, map, union, timestamp or list of lists"),
        }
    }
}
