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
    /// Who caused it: client or server.
    pub fault: Fault,
    /// Whether clients may retry: by `smithy.api#retryable` or by its status.
    pub retryable: bool,
    /// Summary: one sentence, from an overlay.
    pub summary: Option<String>,
    /// Operations that may return it.
    pub operations: BTreeSet<String>,
    /// Finished doc comment of the variant for it, a line each.
    pub docs: Vec<String>,
    /// Finished doc comment of its code, which names rules as well.
    pub code_docs: Vec<String>,
}
