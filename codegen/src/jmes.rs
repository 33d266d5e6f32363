//! Compiles JMESPath conditions: parsed by crate `jmespath`, typed against the IR, ready to be printed as plain Rust.
//!
//! A function that is given null yields null instead of failing: a condition over absent members is decided, not
//! broken.

mod check;
mod enums;
mod expr;
mod functions;
mod literal;
mod reads;
mod ty;

pub use expr::{Comparison, Expr, Literal, Node};
pub use functions::Function;
pub(crate) use reads::join;
pub use ty::Ty;

use crate::ir::Service;
use shapewright_smithy::model::ShapeId;

/// Brackets and operators that an expression may have: none is nested deeper than it has of these. The longest of
/// CloudFront's has 40.
const MOST_MARKS: usize = 128;

/// Why an expression cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Position in the expression, in bytes.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Problem {
    fn new(offset: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { offset, message: message.into(), help: help.into() }
    }
}

/// Compiles an expression that is evaluated on values of the structure `scope`.
///
/// # Errors
///
/// When the text is not JMESPath, names members that the structure does not have, or uses them in a way in which the
/// model says they cannot be used.
pub fn compile(text: &str, scope: &ShapeId, service: &Service) -> Result<Expr, Problem> {
    if let Some((offset, _)) = text.match_indices(is_mark).nth(MOST_MARKS) {
        let message = format!("the expression has more than {MOST_MARKS} brackets and operators");
        return Err(Problem::new(offset, message, "make several conditions of it"));
    }
    let ast = jmespath::parse(text).map_err(|error| {
        Problem::new(
            error.offset,
            error.reason.to_string(),
            "correct the expression; see https://jmespath.org",
        )
    })?;
    check::Checker { service }.value(&ast, &Ty::Structure(scope.clone()))
}

/// Whether a character may begin a part inside another one.
fn is_mark(c: char) -> bool {
    "([{.!|&<>=".contains(c)
}
