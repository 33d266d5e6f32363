//! Values of enums. Comparisons use variants where possible; all other functions use texts.
//!
//! Readers convert known texts to variants. `Unknown("GET")`, which only handwritten code creates, differs from `GET`.

use crate::jmes::{Expr, Function, Literal, Model, Node, Ty};
use shapewright_smithy::model::ShapeId;

/// Returns the expression with enums converted to texts.
pub(super) fn as_text(expr: Expr) -> Expr {
    let Expr { ty, node } = expr;
    let (ty, is_enum) = match ty {
        Ty::Enum(_) => (Ty::Text, true),
        Ty::List(element) if matches!(*element, Ty::Enum(_)) => (Ty::List(Box::new(Ty::Text)), true),
        other => (other, false),
    };
    // Other nodes do not have the type of an enum.
    let node = match node {
        Node::Then(first, then) if is_enum => Node::Then(first, Box::new(as_text(*then))),
        Node::Project(list, body) if is_enum => Node::Project(list, Box::new(as_text(*body))),
        Node::Call(function, args) if is_enum => {
            Node::Call(function, args.into_iter().map(as_text).collect())
        }
        Node::Literal(Literal::Variant { text, .. }) if is_enum => Node::Literal(Literal::Text(text)),
        other => other,
    };
    Expr { ty, node }
}

/// Returns two values for a comparison: both of one enum, or both as texts.
pub(super) fn alike(lhs: Expr, rhs: Expr, model: &dyn Model) -> (Expr, Expr) {
    let is_null = lhs.ty == Ty::Null || rhs.ty == Ty::Null;
    if is_null || (matches!(lhs.ty, Ty::Enum(_)) && lhs.ty == rhs.ty) {
        return (lhs, rhs);
    }
    match (constants(&rhs, &lhs.ty, model), constants(&lhs, &rhs.ty, model)) {
        (Some(variants), _) => (lhs, variants),
        (_, Some(variants)) => (variants, rhs),
        _ => (as_text(lhs), as_text(rhs)),
    }
}

/// Converts constant texts to values of the enum, or of the list of enums, that they are compared with.
fn constants(texts: &Expr, ty: &Ty, model: &dyn Model) -> Option<Expr> {
    let literal = match (ty, texts.literal()?) {
        (Ty::Enum(id), Literal::Text(text)) => variant(model, id, text)?,
        (Ty::List(element), Literal::List(texts)) => {
            let Ty::Enum(id) = &**element else { return None };
            Literal::List(variants(texts, id, model)?)
        }
        _ => return None,
    };
    Some(Expr { ty: ty.clone(), node: Node::Literal(literal) })
}

/// Returns the test of whether constants contain a value of an enum, or a list of enums contains a constant. `None` for
/// texts.
pub(super) fn contains(list: &Expr, wanted: &Expr, model: &dyn Model) -> Option<Expr> {
    let node = match (list.literal(), wanted.literal()) {
        (Some(Literal::List(texts)), _) => {
            let Ty::Enum(id) = &wanted.ty else { return None };
            Node::IsOneOf(Box::new(wanted.clone()), variants(texts, id, model)?)
        }
        (_, Some(Literal::Text(text))) => {
            let Ty::List(element) = &list.ty else { return None };
            let Ty::Enum(id) = &**element else { return None };
            let wanted = Node::Literal(variant(model, id, text)?);
            let wanted = Expr { ty: (**element).clone(), node: wanted };
            Node::Call(Function::Contains, vec![list.clone(), wanted])
        }
        _ => return None,
    };
    Some(Expr { ty: Ty::Boolean, node })
}

/// Returns the arguments of `not_null` with constants as values of the enum; `None` for other types.
pub(super) fn not_null(args: &[Expr], model: &dyn Model) -> Option<Vec<Expr>> {
    let ty = args.first().map(|first| &first.ty).filter(|ty| matches!(ty, Ty::Enum(_)))?;
    let of_enum = |arg: &Expr| (arg.ty == *ty).then(|| arg.clone()).or_else(|| constants(arg, ty, model));
    args.iter().map(of_enum).collect()
}

fn variants(texts: &[Literal], id: &ShapeId, model: &dyn Model) -> Option<Vec<Literal>> {
    let each = texts.iter().map(|text| match text {
        Literal::Text(text) => variant(model, id, text),
        _ => None,
    });
    each.collect()
}

fn variant(model: &dyn Model, id: &ShapeId, text: &str) -> Option<Literal> {
    let (enumeration, variant) = model.variant(id, text)?;
    Some(Literal::Variant { enumeration, variant, text: text.to_owned() })
}
