//! Converts parts of a body to tests if only their truth value is used: predicates of filters, and comparisons as
//! values.

use crate::jmes::{Expr, Fact, Node, Test, Ty};

/// A test that is never true.
const NEVER: &Test = &Test::Always(false);

impl Expr {
    /// Returns the test that decides whether it is truthy.
    pub(crate) fn truth(&self) -> &Test {
        match &self.node {
            Node::Truth(_, test) => test,
            _ => NEVER,
        }
    }
}

/// Decides the predicates inside the values that a test names.
pub(super) fn settle(test: &mut Test) {
    match test {
        Test::Always(_) => {}
        Test::All(tests) | Test::Any(tests) | Test::One(tests) => tests.iter_mut().for_each(settle),
        Test::Not(test) | Test::Each { test, .. } => settle(test),
        Test::Given(given) => {
            value(&mut given.value);
            of_fact(&mut given.fact);
        }
        Test::Same(lhs, rhs) => {
            value(lhs);
            value(rhs);
        }
    }
}

fn of_fact(fact: &mut Fact) {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter_mut().for_each(of_fact),
        Fact::Not(fact) | Fact::Length(fact) => of_fact(fact),
        Fact::Compare(_, other)
        | Fact::Has(other)
        | Fact::Contains(other)
        | Fact::StartsWith(other)
        | Fact::EndsWith(other) => value(other),
        Fact::Some(_, test) => settle(test),
        Fact::Always(_)
        | Fact::Is
        | Fact::NotEmpty
        | Fact::HasMembers
        | Fact::Among(_)
        | Fact::Exactly(_) => {}
    }
}

fn value(expr: &mut Expr) {
    match &mut expr.node {
        Node::Current | Node::Field(_) | Node::Literal(_) | Node::Truth(..) => {}
        Node::Filter(list, predicate) => {
            value(list);
            decide(predicate);
        }
        Node::Index(inner, _) => value(inner),
        Node::Then(first, second) | Node::Project(first, second) => {
            value(first);
            value(second);
        }
        Node::Or(lhs, rhs) if matches!(expr.ty, Ty::Number | Ty::Text) => {
            value(lhs);
            value(rhs);
        }
        Node::Call(_, args) => args.iter_mut().for_each(value),
        Node::Compare(..) | Node::IsOneOf(..) | Node::Not(_) | Node::And(..) | Node::Or(..) => decide(expr),
    }
}

fn decide(expr: &mut Expr) {
    let test = Test::of(expr);
    let whole = Expr { ty: expr.ty.clone(), node: std::mem::replace(&mut expr.node, Node::Current) };
    expr.node = Node::Truth(Box::new(whole), Box::new(test));
}
