//! Constants of expressions.

use jmespath::Variable;

use crate::jmes::{Expr, Literal, Node, Problem, Ty};

/// Converts a literal to an expression.
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

/// Returns a list of literals of one type.
pub(super) fn list(elements: Vec<Expr>, offset: usize) -> Result<Expr, Problem> {
    let ty = elements.first().map_or(Ty::Text, |first| first.ty.clone());
    let mut literals = Vec::new();
    for element in elements {
        match element.node {
            Node::Literal(literal @ (Literal::Text(_) | Literal::Number(_))) if element.ty == ty => {
                literals.push(literal);
            }
            _ => return Err(unsupported(offset)),
        }
    }
    Ok(Expr { ty: Ty::List(Box::new(ty)), node: Node::Literal(Literal::List(literals)) })
}

fn unsupported(offset: usize) -> Problem {
    Problem::new(
        offset,
        "this constant cannot be used in conditions",
        "use null, booleans, numbers, texts, and lists of constant texts or of constant numbers",
    )
}

impl Literal {
    /// Returns the text, if the literal is one.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Literal::Text(text) | Literal::Variant { text, .. } => Some(text),
            _ => None,
        }
    }
}
