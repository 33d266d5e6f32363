//! Visits the members and constants of a test.

use crate::jmes::test::Choice;
use crate::jmes::{Expr, Fact, Literal, Node, Test};

/// Calls `found` with every member of the value under evaluation that the test uses, also inside expressions. Leaves
/// out tests of list elements, because they are evaluated on other values.
pub(super) fn values(test: &Test, found: &mut dyn FnMut(&Expr)) {
    match test {
        Test::Always(_) => {}
        Test::All(tests) | Test::Any(tests) | Test::One(tests) => {
            for test in tests {
                values(test, found);
            }
        }
        Test::Not(test) => values(test, found),
        // The test is evaluated for each constant, so its members are used several times.
        Test::Each { test, .. } => {
            values(test, found);
            values(test, found);
        }
        Test::Given(given) => {
            members(&given.value, found);
            of_fact(&given.fact, found);
        }
        Test::Same(lhs, rhs) => {
            members(lhs, found);
            members(rhs, found);
        }
    }
}

/// Calls `found` with the members that a fact compares its value with.
pub(super) fn of_fact(fact: &Fact, found: &mut dyn FnMut(&Expr)) {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter().for_each(|fact| of_fact(fact, found)),
        Fact::Not(fact) | Fact::Length(fact) => of_fact(fact, found),
        Fact::Compare(_, other)
        | Fact::Has(other)
        | Fact::Contains(other)
        | Fact::StartsWith(other)
        | Fact::EndsWith(other) => members(other, found),
        Fact::Always(_)
        | Fact::Is
        | Fact::NotEmpty
        | Fact::HasMembers
        | Fact::Among(_)
        | Fact::Exactly(_)
        | Fact::Some(..) => {}
    }
}

fn members(expr: &Expr, found: &mut dyn FnMut(&Expr)) {
    if expr.path().is_some() {
        return found(expr);
    }
    match &expr.node {
        Node::Then(inner, _)
        | Node::Project(inner, _)
        | Node::Filter(inner, _)
        | Node::Index(inner, _)
        | Node::Not(inner)
        | Node::Truth(inner, _)
        | Node::IsOneOf(inner, _) => members(inner, found),
        Node::Compare(_, lhs, rhs) | Node::And(lhs, rhs) | Node::Or(lhs, rhs) => {
            members(lhs, found);
            members(rhs, found);
        }
        Node::Call(_, args) => args.iter().for_each(|arg| members(arg, found)),
        Node::Current | Node::Field(_) | Node::Literal(_) => {}
    }
}

/// Calls `found` with every constant of a test, also in tests of list elements.
pub(super) fn literals<'t>(test: &'t Test, found: &mut dyn FnMut(&'t Literal)) {
    match test {
        Test::Always(_) => {}
        Test::All(tests) | Test::Any(tests) | Test::One(tests) => {
            for test in tests {
                literals(test, found);
            }
        }
        Test::Not(test) => literals(test, found),
        Test::Each { constants, test, .. } => {
            constants.iter().for_each(&mut *found);
            literals(test, found);
        }
        Test::Given(given) => {
            literals_of_value(&given.value, found);
            literals_of_fact(&given.fact, found);
        }
        Test::Same(lhs, rhs) => {
            literals_of_value(lhs, found);
            literals_of_value(rhs, found);
        }
    }
}

fn literals_of_fact<'t>(fact: &'t Fact, found: &mut dyn FnMut(&'t Literal)) {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter().for_each(|fact| literals_of_fact(fact, found)),
        Fact::Not(fact) | Fact::Length(fact) => literals_of_fact(fact, found),
        Fact::Among(choices) => choices.iter().for_each(|choice| match choice {
            Choice::One(Literal::List(constants)) => constants.iter().for_each(&mut *found),
            Choice::One(literal) => found(literal),
            Choice::Range(..) => {}
        }),
        Fact::Exactly(constants) => constants.iter().for_each(&mut *found),
        Fact::Compare(_, other)
        | Fact::Has(other)
        | Fact::Contains(other)
        | Fact::StartsWith(other)
        | Fact::EndsWith(other) => literals_of_value(other, found),
        Fact::Some(_, test) => literals(test, found),
        Fact::Always(_) | Fact::Is | Fact::NotEmpty | Fact::HasMembers => {}
    }
}

fn literals_of_value<'t>(expr: &'t Expr, found: &mut dyn FnMut(&'t Literal)) {
    match &expr.node {
        Node::Literal(literal) => found(literal),
        Node::IsOneOf(value, variants) => {
            literals_of_value(value, found);
            variants.iter().for_each(&mut *found);
        }
        Node::Index(inner, _) | Node::Not(inner) | Node::Truth(inner, _) => literals_of_value(inner, found),
        Node::Then(lhs, rhs)
        | Node::Project(lhs, rhs)
        | Node::Filter(lhs, rhs)
        | Node::Compare(_, lhs, rhs)
        | Node::And(lhs, rhs)
        | Node::Or(lhs, rhs) => {
            literals_of_value(lhs, found);
            literals_of_value(rhs, found);
        }
        Node::Call(_, args) => args.iter().for_each(|arg| literals_of_value(arg, found)),
        Node::Current | Node::Field(_) => {}
    }
}
