//! Compiles JMESPath conditions to function bodies. The steps: parse with the crate `jmespath`, type against a model,
//! convert to tests of optional values, simplify, and create the statements.
//!
//! Unlike in JMESPath, a function returns null if an argument is null, so that conditions over absent members have a
//! result.

mod body;
mod check;
mod constants;
mod decide;
mod enums;
mod expr;
mod functions;
mod literal;
mod names;
mod phrase;
mod reads;
mod simplify;
mod substitute;
mod test;
#[cfg(test)]
mod tests;
mod truths;
mod ty;
mod visit;
mod words;

pub(crate) use body::{Body, Step};
pub(crate) use expr::{Comparison, Expr, Literal, Node};
pub(crate) use functions::Function;
pub(crate) use names::{ROOT, short};
pub(crate) use phrase::Phrase;
pub(crate) use reads::join;
pub(crate) use test::{Choice, Fact, Given, Test};
pub(crate) use ty::{Field, Model, NumberKind, Ty};

use shapewright_smithy::model::ShapeId;

/// The largest number of brackets and operators in an expression, which also limits its depth. The longest expression
/// of CloudFront has 40.
const MAX_MARKS: usize = 128;

/// The error of compiling an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
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

/// Types an expression that is evaluated on values of the structure `scope`.
///
/// # Errors
///
/// When the text is not JMESPath, names members that the structure does not have, or uses members in a way that their
/// types do not allow.
pub(crate) fn compile(text: &str, scope: &ShapeId, model: &dyn Model) -> Result<Expr, Problem> {
    if let Some((offset, _)) = text.match_indices(is_mark).nth(MAX_MARKS) {
        let message = format!("the expression has more than {MAX_MARKS} brackets and operators");
        return Err(Problem::new(offset, message, "write several conditions instead"));
    }
    let ast = jmespath::parse(text).map_err(|error| {
        let is_short = error.offset >= text.trim_end().len();
        let message =
            if is_short { "the expression ends too early" } else { "the expression is not JMESPath here" };
        Problem::new(error.offset, message, "correct the expression; see https://jmespath.org")
    })?;
    check::Checker { model }.value(&ast, &Ty::Structure(scope.clone()))
}

impl Test {
    /// Returns the simplified test of whether the expression is truthy.
    pub fn of(expr: &Expr) -> Test {
        Body::inline(expr).test
    }
}

impl Body {
    /// Returns the body of a function that returns whether the expression is truthy.
    pub fn function(expr: &Expr) -> Body {
        Body::of(simplify::simplify(decide::decide(expr)))
    }

    /// Returns the same as one expression, without statements.
    pub fn inline(expr: &Expr) -> Body {
        Body::expression(simplify::simplify(decide::decide(expr)))
    }
}

/// Returns whether a character may start a nested expression.
fn is_mark(c: char) -> bool {
    "([{.!|&<>=".contains(c)
}
