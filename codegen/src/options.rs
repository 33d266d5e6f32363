//! What a caller can choose.

/// What to generate of a model.
#[derive(Clone, Debug, Default)]
pub struct GenerateOptions {
    /// Operations to generate, by name; all if empty.
    pub operations: Vec<String>,
    /// First part of the names of the generated crates; made from the id of the service if absent.
    pub package: Option<String>,
    /// Whether the documentation of the model goes into doc comments.
    pub docs: bool,
}
