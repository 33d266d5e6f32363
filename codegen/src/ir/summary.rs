//! Sentences for programs that show them.

/// Summaries of the types and operations in one source file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryFile {
    /// What the file is about, for its docs.
    pub title: String,
    /// The summaries, sorted by name.
    pub summaries: Vec<Summary>,
}

/// One sentence about an operation, a structure, a union or an enum, and one about each of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Name in the model, without namespace.
    pub name: String,
    /// The sentence; empty if only parts have one.
    pub text: String,
    /// Members by name, or values of an enum as they are on the wire, each with its sentence; sorted.
    pub parts: Vec<(String, String)>,
}
