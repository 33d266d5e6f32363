//! Errors of a service.

use std::collections::BTreeSet;

use shapewright_smithy::model::ShapeId;
use shapewright_smithy::traits::Fault;

/// An error.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorShape {
    /// Id in the model.
    pub id: ShapeId,
    /// Code on the wire.
    pub code: String,
    /// Rust variant.
    pub rust: String,
    /// HTTP status.
    pub status: u16,
    /// Who caused it.
    pub fault: Fault,
    /// Whether `smithy.api#retryable` stands on it or its status says that a retry may help.
    pub retryable: bool,
    /// One sentence of our own.
    pub summary: Option<String>,
    /// Operations that may give it.
    pub operations: BTreeSet<String>,
    /// Finished doc comment of the variant for it, a line each.
    pub docs: Vec<String>,
    /// Finished doc comment of its code, which names rules as well.
    pub code_docs: Vec<String>,
}
