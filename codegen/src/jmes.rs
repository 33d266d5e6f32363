//! Compiles JMESPath conditions: parsed by crate `jmespath`, typed against a model, decided by tests of values that
//! may be absent, simplified, and given the form of a function body.
//!
//! A function that is given null yields null instead of failing: a condition over absent members is decided, not
//! broken.

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

/// Brackets and operators that an expression may have: none is nested deeper than it has of these. The longest of
/// CloudFront's has 40.
const MOST_MARKS: usize = 128;

/// Why an expression cannot be compiled.
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
/// When the text is not JMESPath, names members that the structure does not have, or uses them in a way in which the
/// model says they cannot be used.
pub(crate) fn compile(text: &str, scope: &ShapeId, model: &dyn Model) -> Result<Expr, Problem> {
    if let Some((offset, _)) = text.match_indices(is_mark).nth(MOST_MARKS) {
        let message = format!("the expression has more than {MOST_MARKS} brackets and operators");
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
    /// Whether the expression is truthy, in its simplest form.
    pub fn of(expr: &Expr) -> Test {
        Body::inline(expr).test
    }
}

impl Body {
    /// The body of a function that decides whether the expression is truthy.
    pub fn function(expr: &Expr) -> Body {
        Body::of(simplify::simplify(decide::decide(expr)))
    }

    /// The same without statements, to stand inside other code.
    pub fn inline(expr: &Expr) -> Body {
        Body::expression(simplify::simplify(decide::decide(expr)))
    }
}

/// Whether a character may begin a part inside another one.
fn is_mark(c: char) -> bool {
    "([{.!|&<>=".contains(c)
}
