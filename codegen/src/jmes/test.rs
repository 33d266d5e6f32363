//! What is decided by a condition: tests of values that may be absent.

use crate::jmes::{Comparison, Expr, Literal};

/// Something that holds or does not hold.
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
    /// The test holds for all of some constants or for one or more of them, each in the place of [`Literal::Each`].
    Each {
        /// Whether it must hold for all.
        all: bool,
        /// The constants.
        constants: Vec<Literal>,
        /// What holds for them.
        test: Box<Test>,
    },
}

/// A fact about a value, and what is decided without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The value.
    pub value: Expr,
    /// The variable that holds it where the fact is decided.
    pub name: String,
    /// What is decided where it is absent.
    pub absent: bool,
    /// What is decided where it is there.
    pub fact: Fact,
}

/// What is decided about a value that is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Always or never.
    Always(bool),
    /// All of these are true of it.
    All(Vec<Fact>),
    /// One or more of these are true of it.
    Any(Vec<Fact>),
    /// The fact is not true of it.
    Not(Box<Fact>),
    /// The boolean is true.
    Is,
    /// The text or list is not empty.
    NotEmpty,
    /// The structure has a member.
    HasMembers,
    /// It equals one of these.
    Among(Vec<Choice>),
    /// The number compares like this with another; false where that one is absent.
    Compare(Comparison, Expr),
    /// A fact about the number of elements of a list, or of code points of a text.
    Length(Box<Fact>),
    /// The list has an element that equals the value; false where that is absent.
    Has(Expr),
    /// The list has each of these constants once, in any order, and nothing else.
    Exactly(Vec<Literal>),
    /// The text has the other one in it; false where that is absent.
    Contains(Expr),
    /// The text begins with the other one; false where that is absent.
    StartsWith(Expr),
    /// The text ends with the other one; false where that is absent.
    EndsWith(Expr),
    /// One or more elements of the list pass the test, which is evaluated on the variable of that name.
    Some(String, Box<Test>),
}

/// A constant, or integers in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A constant.
    One(Literal),
    /// From the first to the second.
    Range(i64, i64),
}

impl Test {
    /// A fact about a value, with what is decided where it is absent.
    pub(super) fn given(value: Expr, absent: bool, fact: Fact) -> Test {
        Test::Given(Box::new(Given { value, name: String::new(), absent, fact }))
    }

    /// The opposite.
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
    /// The opposite.
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

    /// Whether it says no more than that the value equals this constant.
    pub(super) fn equals(literal: Literal) -> Fact {
        match literal {
            Literal::Boolean(true) => Fact::Is,
            Literal::Boolean(false) => Fact::Not(Box::new(Fact::Is)),
            other => Fact::Among(vec![Choice::One(other)]),
        }
    }
}
