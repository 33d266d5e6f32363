//! What comes of a request.

use std::sync::Arc;

use serde_json::Value;
use shapewright_runtime::ErrorResponse;

use crate::record::Record;

/// An answer, or why there is none.
pub type Outcome = Result<Answer, Refusal>;

/// The output of an operation.
#[derive(Debug)]
pub enum Answer {
    /// The parts of a resource that the table of the operation names.
    Resource(Arc<Record>),
    /// The output as a tree.
    Tree(Value),
    /// An output without members.
    Empty,
}

/// Why a request is refused.
#[derive(Debug)]
pub struct Refusal {
    /// The error.
    pub error: Box<ErrorResponse>,
    /// What refused it: a stage of the request, or a row of a table such as `Distribution.unique.0`.
    pub by: String,
}

impl Refusal {
    /// A refusal with the error of the service.
    pub fn new(error: ErrorResponse, by: impl Into<String>) -> Self {
        Refusal { error: Box::new(error), by: by.into() }
    }
}
