//! Tests of optional values, which are the compiled form of conditions.

use crate::jmes::{Comparison, Expr, Literal};

/// A test, which holds or does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Always or never.
    Always(bool),
    /// All of these hold.
    All(Vec<Test>),
    /// One or more of these hold.
    Any(Vec<Test>),
    /// Exactly one of these holds.
    One(Vec<Test>),
    /// The test does not hold.
    Not(Box<Test>),
    /// A fact about a value.
    Given(Box<Given>),
    /// Both values are absent, or they are equal.
    Same(Expr, Expr),
    /// The test holds for all constants, or for one or more of them. [`Literal::Each`] is the current constant.
    Each {
        /// Whether it must hold for all.
        all: bool,
        /// The constants.
        constants: Vec<Literal>,
        /// The test for each constant.
        test: Box<Test>,
    },
}

/// A fact about an optional value, and the result if the value is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The value.
    pub value: Expr,
    /// The variable that contains the value.
    pub name: String,
    /// The result if the value is absent.
    pub absent: bool,
    /// The fact that is checked if the value is present.
    pub fact: Fact,
}

/// A fact about a value that is present.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Always or never.
    Always(bool),
    /// All of these facts are true.
    All(Vec<Fact>),
    /// One or more of these facts are true.
    Any(Vec<Fact>),
    /// The fact is not true.
    Not(Box<Fact>),
    /// The boolean is true.
    Is,
    /// The text or list is not empty.
    NotEmpty,
    /// The structure has a member.
    HasMembers,
    /// The value equals one of these.
    Among(Vec<Choice>),
    /// The comparison of the number with another one holds; false if the other one is absent.
    Compare(Comparison, Expr),
    /// A fact about the number of elements of a list, or of code points of a text.
    Length(Box<Fact>),
    /// The list has an element that equals the value; false if the value is absent.
    Has(Expr),
    /// The list has each of these constants once, in any order, and nothing else.
    Exactly(Vec<Literal>),
    /// The text contains the other text; false if the other text is absent.
    Contains(Expr),
    /// The text starts with the other text; false if the other text is absent.
    StartsWith(Expr),
    /// The text ends with the other text; false if the other text is absent.
    EndsWith(Expr),
    /// One or more elements of the list pass the test. The string is the variable for the element.
    Some(String, Box<Test>),
}

/// A constant or a range of integers.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A constant.
    One(Literal),
    /// The integers from the first to the second.
    Range(i64, i64),
}

impl Test {
    /// Returns the test of a fact about a value; `absent` is the result if the value is absent.
    pub(super) fn given(value: Expr, absent: bool, fact: Fact) -> Test {
        Test::Given(Box::new(Given { value, name: String::new(), absent, fact }))
    }

    /// Returns the opposite.
    pub(super) fn negated(self) -> Test {
        match self {
            Test::Always(holds) => Test::Always(!holds),
            Test::All(tests) => Test::Any(tests.into_iter().map(Test::negated).collect()),
            Test::Any(tests) => Test::All(tests.into_iter().map(Test::negated).collect()),
            Test::Not(test) => *test,
            Test::Given(given) => {
                let Given { value, name, absent, fact } = *given;
                Test::Given(Box::new(Given { value, name, absent: !absent, fact: fact.negated() }))
            }
            Test::Each { all, constants, test } => {
                Test::Each { all: !all, constants, test: Box::new(test.negated()) }
            }
            other @ (Test::One(_) | Test::Same(..)) => Test::Not(Box::new(other)),
        }
    }
}

impl Fact {
    /// Returns the opposite.
    pub(super) fn negated(self) -> Fact {
        match self {
            Fact::Always(holds) => Fact::Always(!holds),
            Fact::All(facts) => Fact::Any(facts.into_iter().map(Fact::negated).collect()),
            Fact::Any(facts) => Fact::All(facts.into_iter().map(Fact::negated).collect()),
            Fact::Not(fact) => *fact,
            Fact::Length(fact) => Fact::Length(Box::new(fact.negated())),
            other => Fact::Not(Box::new(other)),
        }
    }

    /// Returns the fact that the value equals this constant.
    pub(super) fn equals(literal: Literal) -> Fact {
        match literal {
            Literal::Boolean(true) => Fact::Is,
            Literal::Boolean(false) => Fact::Not(Box::new(Fact::Is)),
            other => Fact::Among(vec![Choice::One(other)]),
        }
    }
}
