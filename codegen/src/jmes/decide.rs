//! Converts typed expressions to tests of whether the value is truthy.

use crate::jmes::functions::{general, specific, two_of_one_kind};
use crate::jmes::test::Choice;
use crate::jmes::{Comparison, Expr, Fact, Function, Literal, Node, NumberKind, Test, Ty};

/// Returns the test of whether the expression is truthy.
pub(super) fn decide(expr: &Expr) -> Test {
    match &expr.node {
        Node::Not(inner) => decide(inner).negated(),
        Node::Truth(_, test) => (**test).clone(),
        Node::And(lhs, rhs) => Test::All(vec![decide(lhs), decide(rhs)]),
        Node::Or(lhs, rhs) => Test::Any(vec![decide(lhs), decide(rhs)]),
        Node::Compare(comparison, lhs, rhs) => compare(*comparison, lhs, rhs),
        Node::IsOneOf(value, variants) => {
            let choices = variants.iter().cloned().map(Choice::One).collect();
            Test::given((**value).clone(), false, Fact::Among(choices))
        }
        Node::Call(function, args) => call(expr, *function, args),
        _ => truthy(expr),
    }
}

/// Returns the test of whether a value is truthy, which depends on its type.
fn truthy(expr: &Expr) -> Test {
    let fact = match (&expr.ty, &expr.node) {
        (Ty::Boolean, _) => Fact::Is,
        (Ty::Number, _) => Fact::Always(true),
        (Ty::List(_), Node::Filter(list, predicate)) => return some(list, decide(predicate)),
        (Ty::List(_), Node::Project(list, body)) => {
            return some(list, Test::given((**body).clone(), false, Fact::Always(true)));
        }
        (Ty::Text | Ty::Enum(_) | Ty::List(_), _) => Fact::NotEmpty,
        (Ty::Structure(_), _) => Fact::HasMembers,
        (Ty::Null | Ty::Opaque, _) => return Test::Always(false),
    };
    Test::given(expr.clone(), false, fact)
}

/// Returns the test of whether a list is present and an element passes `test`.
fn some(list: &Expr, test: Test) -> Test {
    Test::given(list.clone(), false, Fact::Some(String::new(), Box::new(test)))
}

fn compare(comparison: Comparison, lhs: &Expr, rhs: &Expr) -> Test {
    match comparison {
        Comparison::Equal => equal(lhs, rhs),
        Comparison::NotEqual => equal(lhs, rhs).negated(),
        ordered => by_size(ordered, lhs, rhs),
    }
}

fn equal(lhs: &Expr, rhs: &Expr) -> Test {
    match (&lhs.ty, &rhs.ty) {
        (Ty::Null, Ty::Null) => return Test::Always(true),
        (Ty::Null, _) => return is_absent(rhs),
        (_, Ty::Null) => return is_absent(lhs),
        _ => {}
    }
    match (lhs.is_decided(), rhs.is_decided()) {
        (true, true) => return agree(decide(lhs), decide(rhs)),
        (true, false) => return agrees_with(decide(lhs), rhs),
        (false, true) => return agrees_with(decide(rhs), lhs),
        (false, false) => {}
    }
    match (lhs.literal(), rhs.literal()) {
        (_, Some(literal)) => equals(lhs, literal),
        (Some(literal), _) => equals(rhs, literal),
        _ => {
            let (lhs, rhs) = two_of_one_kind(lhs.clone(), rhs.clone());
            Test::Same(lhs, rhs)
        }
    }
}

fn is_absent(expr: &Expr) -> Test {
    if expr.is_never_null() {
        return Test::Always(false);
    }
    Test::given(expr.clone(), true, Fact::Always(false))
}

/// Returns the test of whether a value equals a constant.
fn equals(value: &Expr, literal: &Literal) -> Test {
    let value = match literal {
        Literal::Number(_) => {
            let literal = Expr { ty: Ty::Number, node: Node::Literal(literal.clone()) };
            two_of_one_kind(value.clone(), literal).0
        }
        _ => value.clone(),
    };
    Test::given(value, false, Fact::equals(literal.clone()))
}

/// Returns the test of whether both tests hold or neither does.
fn agree(lhs: Test, rhs: Test) -> Test {
    Test::Not(Box::new(Test::One(vec![lhs, rhs])))
}

/// Returns the test of whether a boolean is present and equals the result of `test`.
fn agrees_with(test: Test, value: &Expr) -> Test {
    let is_true = Test::given(value.clone(), false, Fact::Is);
    let is_there = Test::given(value.clone(), false, Fact::Always(true));
    Test::All(vec![is_there, agree(test, is_true)])
}

/// Returns the test of an ordering comparison of two present values. Puts an optional value first and a constant last.
fn by_size(comparison: Comparison, lhs: &Expr, rhs: &Expr) -> Test {
    let (lhs, rhs) = two_of_one_kind(lhs.clone(), rhs.clone());
    if lhs.literal().is_some() || lhs.is_never_null() && !rhs.is_never_null() {
        return Test::given(rhs, false, Fact::Compare(comparison.flipped(), lhs));
    }
    Test::given(lhs, false, Fact::Compare(comparison, rhs))
}

fn call(expr: &Expr, function: Function, args: &[Expr]) -> Test {
    match (function, args) {
        (Function::Contains, [list, wanted]) => contains(list, wanted),
        (Function::StartsWith, [text, prefix]) => {
            Test::given(text.clone(), false, Fact::StartsWith(prefix.clone()))
        }
        (Function::EndsWith, [text, suffix]) => {
            Test::given(text.clone(), false, Fact::EndsWith(suffix.clone()))
        }
        _ => truthy(expr),
    }
}

fn contains(list: &Expr, wanted: &Expr) -> Test {
    if list.ty == Ty::Text {
        return Test::given(list.clone(), false, Fact::Contains(wanted.clone()));
    }
    if let Some(Literal::List(literals)) = list.literal() {
        return among(wanted, literals);
    }
    let Some(literal) = wanted.literal() else {
        return Test::given(list.clone(), false, Fact::Has(general(wanted.clone())));
    };
    match &list.node {
        Node::Project(list, body) => some(list, equals(specific(body), literal)),
        Node::Filter(list, predicate) => {
            let Ty::List(element) = &list.ty else { return Test::Always(false) };
            let current = Expr { ty: (**element).clone(), node: Node::Current };
            some(list, Test::All(vec![decide(predicate), equals(&current, literal)]))
        }
        _ if !is_comparable(list, literal) => Test::Always(false),
        _ => Test::given(list.clone(), false, Fact::Has(wanted.clone())),
    }
}

/// Returns the test of whether the value is one of these constants.
fn among(value: &Expr, literals: &[Literal]) -> Test {
    let value =
        if value.number_kind() == Some(NumberKind::Float) { general(value.clone()) } else { value.clone() };
    let comparable = literals.iter().filter(|literal| is_comparable(&value, literal));
    let choices = comparable.cloned().map(Choice::One).collect();
    Test::given(value, false, Fact::Among(choices))
}

/// Returns whether the constant is in the range of the number kind of the value or of its elements.
fn is_comparable(value: &Expr, literal: &Literal) -> bool {
    match (value.number_kind(), literal) {
        (Some(kind), Literal::Number(number)) => kind.holds(*number),
        _ => true,
    }
}
