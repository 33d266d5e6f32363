//! Types of expressions, and the properties of a model that conditions need.

use std::fmt;

use shapewright_smithy::model::ShapeId;

/// The type of an expression. Every expression may also be null.
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
    /// A blob, map, union, timestamp or document. Conditions can only test whether it is present.
    Opaque,
}

/// The Rust types of numbers.
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
    /// Returns whether the type has only integers.
    pub fn is_whole(self) -> bool {
        !matches!(self, NumberKind::Float | NumberKind::Double)
    }

    /// Returns whether a constant is in the range of this type.
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
    /// The Rust type of the number, or of the numbers in a list.
    pub number: Option<NumberKind>,
}

/// The properties of a model that conditions need.
pub(crate) trait Model {
    /// Returns the member of that name.
    fn member(&self, structure: &ShapeId, name: &str) -> Option<Field>;

    /// Returns the names of all members of a structure.
    fn members(&self, structure: &ShapeId) -> Vec<&str>;

    /// Returns the Rust names of an enum and of its variant for a text.
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
