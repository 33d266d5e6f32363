//! Files of setters.

use super::{Imports, RustType};

/// A file of setters.
#[derive(Clone, Debug, PartialEq)]
pub struct SetterFile {
    /// What it imports.
    pub imports: Imports,
    /// The structures that have members.
    pub structures: Vec<Setters>,
}

/// The setters of a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Setters {
    /// Rust type of the structure.
    pub rust: String,
    /// The setters in model order.
    pub setters: Vec<Setter>,
}

/// A setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Setter {
    /// The field.
    pub field: String,
    /// What it accepts.
    pub accepts: Accepts,
    /// Its name, if that is not the name of the field.
    pub name: Option<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
}

/// What a setter accepts.
#[derive(Clone, Debug, PartialEq)]
pub enum Accepts {
    /// What converts into the type.
    Into(RustType),
    /// What converts into the type, which is boxed then.
    Boxed(RustType),
    /// An iterator over what converts into the type.
    Items(RustType),
    /// A value of the type.
    Whole(RustType),
}
