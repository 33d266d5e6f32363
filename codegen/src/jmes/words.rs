//! Finds whether a condition uses functions of the module `jmes` of the validation crate, so that its file must import
//! it.

use crate::jmes::body::{Body, Step};
use crate::jmes::phrase::Phrase;
use crate::jmes::test::Given;
use crate::jmes::{Expr, Fact, Function, Literal, Node, Test, Ty, visit};

impl Body {
    /// Returns whether a function of `jmes` is used.
    pub fn uses_words(&self) -> bool {
        let known: Vec<Vec<String>> = self
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Unless { value, .. } => Some(value.fields()),
                Step::Let { .. } => None,
            })
            .collect();
        self.steps.iter().any(|step| in_value(step.parts().1)) || in_test(&self.test, &known)
    }
}

/// `known` has the members that are known to be present.
fn in_test(test: &Test, known: &[Vec<String>]) -> bool {
    match test {
        Test::Always(_) => false,
        Test::All(tests) | Test::Any(tests) => tests.iter().any(|test| in_test(test, known)),
        Test::One(_) => true,
        Test::Not(test) | Test::Each { test, .. } => in_test(test, known),
        Test::Given(given) => in_given(given, known),
        Test::Same(lhs, rhs) => matches!(lhs.ty, Ty::List(_)) || in_value(lhs) || in_value(rhs),
    }
}

fn in_given(given: &Given, known: &[Vec<String>]) -> bool {
    let value = &given.value;
    if value.node == Node::Current || known.contains(&value.fields()) {
        return in_fact(&given.fact, value);
    }
    match given.phrase() {
        Phrase::HasText { .. }
        | Phrase::HasItems { .. }
        | Phrase::OneOf { .. }
        | Phrase::HasMembers { .. }
        | Phrase::Contains { .. }
        | Phrase::ContainsValue { .. }
        | Phrase::Exactly { .. }
        | Phrase::Any { .. }
        | Phrase::Compare { .. } => true,
        _ => in_value(value) || in_fact(&given.fact, value),
    }
}

fn in_fact(fact: &Fact, value: &Expr) -> bool {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter().any(|fact| in_fact(fact, value)),
        Fact::Not(fact) | Fact::Length(fact) => in_fact(fact, value),
        Fact::HasMembers | Fact::Exactly(_) => true,
        Fact::Has(wanted) => wanted.literal().is_none() || !value.is_enum_as_text(),
        Fact::Compare(_, other) | Fact::Contains(other) | Fact::StartsWith(other) | Fact::EndsWith(other) => {
            in_value(other)
        }
        Fact::Some(_, test) => value.number_kind().is_some() || in_test(test, &[]),
        Fact::Always(_) | Fact::Is | Fact::NotEmpty | Fact::Among(_) => false,
    }
}

fn in_value(expr: &Expr) -> bool {
    if expr.path().is_some() {
        return expr.is_enum_as_text() && expr.ty == Ty::Text;
    }
    match &expr.node {
        Node::Current | Node::Field(_) | Node::Literal(_) => false,
        Node::Call(Function::NotNull, args) => args.iter().any(in_value),
        Node::Call(..) => true,
        Node::Then(lhs, rhs) | Node::Or(lhs, rhs) | Node::And(lhs, rhs) | Node::Compare(_, lhs, rhs) => {
            in_value(lhs) || in_value(rhs)
        }
        Node::Project(list, body) => in_list(list) || in_value(body),
        Node::Filter(list, predicate) => in_list(list) || in_value(predicate),
        Node::Index(list, _) => in_list(list),
        Node::Truth(_, test) => in_test(test, &[]),
        Node::Not(inner) | Node::IsOneOf(inner, _) => in_value(inner),
    }
}

/// Returns whether the list expression uses a function of `jmes`.
fn in_list(expr: &Expr) -> bool {
    let is_of_words = expr.number_kind().is_some() || expr.ty == Ty::List(Box::new(Ty::Text));
    if expr.is_computed_list() { in_value(expr) } else { is_of_words || in_value(expr) }
}

impl Body {
    /// Returns the Rust types of the enums whose variants are used.
    pub fn enums(&self) -> Vec<&str> {
        let mut found = Vec::new();
        visit::literals(&self.test, &mut |literal| {
            if let Literal::Variant { enumeration, .. } = literal {
                found.push(enumeration.as_str());
            }
        });
        found
    }
}
