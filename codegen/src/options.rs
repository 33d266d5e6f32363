//! Options of callers.

use crate::Input;

/// What to generate from a model.
#[derive(Clone, Debug, Default)]
pub struct GenerateOptions {
    /// Operations to generate, by name; all if empty.
    pub operations: Vec<String>,
    /// First part of the names of the generated crates; derived from the service id if absent.
    pub package: Option<String>,
    /// Whether doc comments include the documentation of the model.
    pub docs: bool,
    /// Schemas of tools that have resources of the service, as `cargo xtask import-format` writes them. They are not
    /// used if only some operations are generated.
    pub formats: Vec<Input>,
}
