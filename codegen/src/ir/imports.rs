//! Imports of the generated files of a module.

use std::collections::BTreeSet;

/// Imports of the files that a module has in the crates of shapes and validators.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileImports {
    /// The definitions of types.
    pub definitions: Imports,
    /// The setters; `None` if no structure has a member.
    pub setters: Option<Imports>,
    /// The names on the wire.
    pub wire: Imports,
    /// The validators; `None` if requests cannot contain any type of the module.
    pub validators: Option<Imports>,
    /// The tables of elements: names of those in other files; none where the module has no table itself.
    pub tables: Option<BTreeSet<String>>,
}

/// Imports of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imports {
    /// Paths below `std`.
    pub std: BTreeSet<&'static str>,
    /// Names of the runtime crate.
    pub runtime: BTreeSet<&'static str>,
    /// Types of the shapes crate.
    pub shapes: BTreeSet<String>,
    /// Names of the validation crate.
    pub validation: BTreeSet<&'static str>,
    /// Names of the validation crate's hidden module for generated code.
    pub validation_private: BTreeSet<&'static str>,
    /// Names of the validators crate itself.
    pub validators: BTreeSet<&'static str>,
    /// Whether hand-written checks are called.
    pub checks: bool,
}
