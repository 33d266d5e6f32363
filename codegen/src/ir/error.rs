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

/// Errors that any operation of the service may return although no operation models them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommonErrors {
    /// The input file that they come from, for diagnostics.
    pub file: String,
    /// The errors, sorted by code.
    pub errors: Vec<CommonError>,
}

/// An error that any operation may return.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonError {
    /// Code on the wire.
    pub code: String,
    /// Rust variant.
    pub rust: String,
    /// HTTP status.
    pub status: u16,
    /// Who caused it: client or server.
    pub fault: Fault,
    /// Whether clients may retry.
    pub retryable: bool,
    /// Summary: one sentence.
    pub summary: String,
    /// Where it is documented or observed.
    pub source: String,
    /// Whether some operations model it too.
    pub is_modelled: bool,
    /// Finished doc comment of the variant for it, a line each.
    pub docs: Vec<String>,
    /// Finished doc comment of its code, which names rules as well.
    pub code_docs: Vec<String>,
}

impl CommonErrors {
    /// Whether a code is one of these.
    pub fn has(&self, code: &str) -> bool {
        self.errors.iter().any(|error| error.code == code)
    }
}
