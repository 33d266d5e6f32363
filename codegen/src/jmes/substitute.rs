//! Substitutes an expression for the value that another expression is evaluated on. The result for null then applies if
//! the substituted expression is null.

use crate::jmes::{Expr, Node, Problem};

/// The largest number of nodes of the result.
const MAX_PARTS: usize = 1_000;

/// Returns `then`, evaluated on the value of `first`.
pub(super) fn in_place(first: &Expr, then: Expr, offset: usize) -> Result<Expr, Problem> {
    if uses(&then).saturating_mul(parts(first)) + parts(&then) > MAX_PARTS {
        let message = "the expression before this is too long to be repeated in the part after it";
        return Err(Problem::new(offset, message, "write several conditions instead"));
    }
    Ok(substituted(first, then))
}

fn substituted(first: &Expr, expr: Expr) -> Expr {
    let Expr { ty, node } = expr;
    let boxed = |expr: Box<Expr>| Box::new(substituted(first, *expr));
    let node = match node {
        Node::Current => return first.clone(),
        Node::Field(_) | Node::Index(..) => {
            let then = Expr { ty: ty.clone(), node };
            Node::Then(Box::new(first.clone()), Box::new(then))
        }
        Node::Then(lhs, then) => Node::Then(boxed(lhs), then),
        // The body is evaluated on the elements, so only the list changes.
        Node::Project(list, body) => Node::Project(boxed(list), body),
        Node::Filter(list, predicate) => Node::Filter(boxed(list), predicate),
        Node::Compare(comparison, lhs, rhs) => Node::Compare(comparison, boxed(lhs), boxed(rhs)),
        Node::And(lhs, rhs) => Node::And(boxed(lhs), boxed(rhs)),
        Node::Or(lhs, rhs) => Node::Or(boxed(lhs), boxed(rhs)),
        Node::IsOneOf(value, variants) => Node::IsOneOf(boxed(value), variants),
        Node::Not(value) => Node::Not(boxed(value)),
        Node::Truth(value, _) => return substituted(first, *value),
        Node::Call(function, args) => {
            Node::Call(function, args.into_iter().map(|arg| substituted(first, arg)).collect())
        }
        literal @ Node::Literal(_) => literal,
    };
    Expr { ty, node }
}

/// Returns the number of nodes of an expression.
fn parts(expr: &Expr) -> usize {
    1 + inside(expr).into_iter().map(parts).sum::<usize>()
}

/// Returns how often the value under evaluation is used.
fn uses(expr: &Expr) -> usize {
    match &expr.node {
        Node::Current | Node::Field(_) | Node::Index(..) => 1,
        Node::Then(inner, _) | Node::Project(inner, _) | Node::Filter(inner, _) => uses(inner),
        _ => inside(expr).into_iter().map(uses).sum(),
    }
}

fn inside(expr: &Expr) -> Vec<&Expr> {
    match &expr.node {
        Node::Current | Node::Field(_) | Node::Literal(_) => Vec::new(),
        Node::Index(inner, _) | Node::Not(inner) | Node::Truth(inner, _) | Node::IsOneOf(inner, _) => {
            vec![inner]
        }
        Node::Then(lhs, rhs)
        | Node::Project(lhs, rhs)
        | Node::Filter(lhs, rhs)
        | Node::Compare(_, lhs, rhs)
        | Node::And(lhs, rhs)
        | Node::Or(lhs, rhs) => vec![lhs, rhs],
        Node::Call(_, args) => args.iter().collect(),
    }
}
