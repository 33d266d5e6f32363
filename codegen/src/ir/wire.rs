//! Files of names on the wire.

use super::{Imports, RustType};

/// A file of names.
#[derive(Clone, Debug, PartialEq)]
pub struct WireFile {
    /// What it imports.
    pub imports: Imports,
    /// The types, in the order in which they are written.
    pub types: Vec<WireType>,
    /// The structures that are `Eq` and `Hash`.
    pub eq: Vec<String>,
}

/// A type with its name in the model.
#[derive(Clone, Debug, PartialEq)]
pub struct WireType {
    /// Rust type.
    pub rust: String,
    /// Name of the shape, if it differs.
    pub shape: Option<String>,
    /// Names of members or values, each with its field or variant, in model order.
    pub names: Vec<(String, String)>,
    /// Names of members that must not appear in logs and reports.
    pub hidden: Vec<String>,
    /// Its kind.
    pub kind: WireKind,
}

/// The kind of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum WireKind {
    /// A structure.
    Structure,
    /// A structure with a list and its count.
    Counted {
        /// Field of the count.
        quantity: String,
        /// Field of the list.
        items: String,
        /// Type of the elements.
        element: RustType,
    },
    /// A union, and its variant for unknown members.
    Union(String),
    /// An enum, and its variant for unknown values.
    Enumeration(String),
}
