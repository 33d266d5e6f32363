//! Constants of expressions.

use jmespath::Variable;

use crate::jmes::{Expr, Literal, Node, Problem, Ty};

/// A literal as an expression.
pub(super) fn typed(value: &Variable, offset: usize) -> Result<Expr, Problem> {
    let (ty, literal) = match value {
        Variable::Null => (Ty::Null, Literal::Null),
        Variable::Bool(value) => (Ty::Boolean, Literal::Boolean(*value)),
        Variable::Number(value) => (Ty::Number, Literal::Number(value.as_f64().unwrap_or_default())),
        Variable::String(text) => (Ty::Text, Literal::Text(text.clone())),
        Variable::Array(values) => {
            let elements = values.iter().map(|value| typed(value, offset)).collect::<Result<Vec<_>, _>>()?;
            return list(elements, offset);
        }
        _ => return Err(unsupported(offset)),
    };
    Ok(Expr { ty, node: Node::Literal(literal) })
}

/// A list of literals of one type.
pub(super) fn list(elements: Vec<Expr>, offset: usize) -> Result<Expr, Problem> {
    let texts = elements.iter().map(|element| match &element.node {
        Node::Literal(Literal::Text(text)) => Some(text.clone()),
        _ => None,
    });
    if let Some(texts) = texts.collect::<Option<Vec<_>>>() {
        return Ok(Expr { ty: Ty::List(Box::new(Ty::Text)), node: Node::Literal(Literal::Texts(texts)) });
    }
    let numbers = elements.iter().map(|element| match &element.node {
        Node::Literal(Literal::Number(number)) => Some(*number),
        _ => None,
    });
    match numbers.collect::<Option<Vec<_>>>() {
        Some(numbers) => {
            Ok(Expr { ty: Ty::List(Box::new(Ty::Number)), node: Node::Literal(Literal::Numbers(numbers)) })
        }
        None => Err(unsupported(offset)),
    }
}

fn unsupported(offset: usize) -> Problem {
    Problem::new(
        offset,
        "this literal cannot be used in conditions",
        "use null, booleans, numbers, texts, and lists of constant texts or of constant numbers",
    )
}
