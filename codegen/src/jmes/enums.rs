//! Values of enums, which are compared by variant where they can be, and are text to everything else.
//!
//! Texts become variants when they are read: `Unknown("GET")`, which only a hand can write, is not `GET`.

use crate::ir::{Enumeration, Service};
use crate::jmes::{Expr, Function, Literal, Node, Ty};

/// The expression with text in the place of enums.
pub(super) fn as_text(expr: Expr) -> Expr {
    let Expr { ty, node } = expr;
    let (ty, is_enum) = match ty {
        Ty::Enum(_) => (Ty::Text, true),
        Ty::List(element) if matches!(*element, Ty::Enum(_)) => (Ty::List(Box::new(Ty::Text)), true),
        other => (other, false),
    };
    // No other node has the type of an enum.
    let node = match node {
        Node::Then(first, then) if is_enum => Node::Then(first, Box::new(as_text(*then))),
        Node::Project(list, body) if is_enum => Node::Project(list, Box::new(as_text(*body))),
        other => other,
    };
    Expr { ty, node }
}

/// Whether a value of an enum is a constant; none where that is a question of texts.
pub(super) fn is_one_of(lhs: &Expr, rhs: &Expr, service: &Service) -> Option<Expr> {
    match (&lhs.node, &rhs.node) {
        (_, Node::Literal(Literal::Text(text))) => among(lhs, std::slice::from_ref(text), service),
        (Node::Literal(Literal::Text(text)), _) => among(rhs, std::slice::from_ref(text), service),
        _ => None,
    }
}

/// Whether constants contain a value of an enum, or a list of such values a constant; none for questions of texts.
pub(super) fn contains(list: &Expr, wanted: &Expr, service: &Service) -> Option<Expr> {
    match (&list.node, &wanted.node) {
        (Node::Literal(Literal::Texts(texts)), _) => among(wanted, texts, service),
        (_, Node::Literal(Literal::Text(text))) => {
            let Ty::List(element) = &list.ty else { return None };
            let enumeration = enumeration(element, service)?;
            let variant = Literal::Variant(enumeration.header.rust.clone(), variant(enumeration, text)?);
            let wanted = Expr { ty: (**element).clone(), node: Node::Literal(variant) };
            Some(Expr { ty: Ty::Boolean, node: Node::Call(Function::Contains, vec![list.clone(), wanted]) })
        }
        _ => None,
    }
}

/// Whether the value is one of these texts, if all of them are values of its enum.
fn among(value: &Expr, texts: &[String], service: &Service) -> Option<Expr> {
    let enumeration = enumeration(&value.ty, service)?;
    let variants = texts.iter().map(|text| variant(enumeration, text)).collect::<Option<Vec<_>>>()?;
    let node = Node::IsOneOf(Box::new(value.clone()), enumeration.header.rust.clone(), variants);
    Some(Expr { ty: Ty::Boolean, node })
}

fn enumeration<'s>(ty: &Ty, service: &'s Service) -> Option<&'s Enumeration> {
    match ty {
        Ty::Enum(id) => service.enums.get(id),
        _ => None,
    }
}

/// The variant with that text.
fn variant(enumeration: &Enumeration, text: &str) -> Option<String> {
    enumeration.values.iter().find(|value| value.wire == text).map(|value| value.rust.clone())
}

impl Expr {
    /// The Rust types of the enums whose variants the expression names.
    pub(crate) fn enums(&self) -> Vec<&str> {
        match &self.node {
            Node::Literal(Literal::Variant(enumeration, _)) => vec![enumeration],
            Node::IsOneOf(value, enumeration, _) => {
                value.enums().into_iter().chain([enumeration.as_str()]).collect()
            }
            Node::Current | Node::Field { .. } | Node::Literal(_) => Vec::new(),
            Node::Index(inner, _) | Node::Not(inner) => inner.enums(),
            Node::Then(lhs, rhs)
            | Node::Project(lhs, rhs)
            | Node::Filter(lhs, rhs)
            | Node::Compare(_, lhs, rhs)
            | Node::And(lhs, rhs)
            | Node::Or(lhs, rhs) => lhs.enums().into_iter().chain(rhs.enums()).collect(),
            Node::Call(_, args) => args.iter().flat_map(Expr::enums).collect(),
        }
    }
}
