//! Simplifies tests.
//!
//! A simplified test has the same result for all values, including absent ones. `tests` has a case for each rewriting.

mod facts;
mod lists;
mod repeats;
#[cfg(test)]
mod tests;

use crate::jmes::decide::decide;
use crate::jmes::test::Given;
use crate::jmes::{Expr, Fact, Function, Literal, Node, Test, Ty};

/// The largest number of rounds. Smaller numbers are enough for conditions of the allowed size.
const ROUNDS: usize = 16;

/// Returns the simplest form of a test.
pub(super) fn simplify(test: Test) -> Test {
    let mut test = test;
    for _ in 0..ROUNDS {
        let next = once(test.clone());
        if next == test {
            break;
        }
        test = next;
    }
    test
}

/// Simplifies a test once, from the inside out.
fn once(test: Test) -> Test {
    match test {
        Test::All(tests) => join(tests.into_iter().map(once).collect(), true),
        Test::Any(tests) => join(tests.into_iter().map(once).collect(), false),
        Test::One(tests) => Test::One(tests.into_iter().map(once).collect()),
        Test::Not(test) => once(*test).negated(),
        Test::Given(given) => self::given(*given),
        Test::Each { all, constants, test } => Test::Each { all, constants, test: Box::new(once(*test)) },
        other @ (Test::Always(_) | Test::Same(..)) => other,
    }
}

/// Returns `All` or `Any` of tests. Flattens parts of the same kind, removes parts without effect, and merges facts
/// about the same value.
fn join(tests: Vec<Test>, all: bool) -> Test {
    let mut joined: Vec<Test> = Vec::new();
    for test in tests.into_iter().flat_map(|test| parts(test, all)) {
        if test == Test::Always(!all) {
            return test;
        }
        if test != Test::Always(all) && !joined.contains(&test) && !is_merged(&mut joined, &test, all) {
            joined.push(test);
        }
    }
    if let Some(found) = repeats::found(&joined, all) {
        return found;
    }
    match (joined.len(), all) {
        (0, _) => Test::Always(all),
        (1, _) => joined.swap_remove(0),
        (_, true) => Test::All(joined),
        (_, false) => Test::Any(joined),
    }
}

fn parts(test: Test, all: bool) -> Vec<Test> {
    match test {
        Test::All(tests) if all => tests,
        Test::Any(tests) if !all => tests,
        other => vec![other],
    }
}

/// Merges a test with one about the same value. Returns whether there was one.
fn is_merged(joined: &mut [Test], test: &Test, all: bool) -> bool {
    let Test::Given(new) = test else { return false };
    // Computed lists are iterators, which can be used only once.
    if new.value.is_computed_list() {
        return false;
    }
    let same = joined.iter_mut().find_map(|test| match test {
        Test::Given(old) if old.value == new.value => Some(old),
        _ => None,
    });
    let Some(old) = same else { return false };
    let both = vec![std::mem::replace(&mut old.fact, Fact::Always(all)), new.fact.clone()];
    (old.absent, old.fact) = if all {
        (old.absent && new.absent, Fact::All(both))
    } else {
        (old.absent || new.absent, Fact::Any(both))
    };
    true
}

fn given(given: Given) -> Test {
    let Given { value, name, absent, fact } = given;
    let fact = facts::simplify(fact, facts::Subject::of(&value));
    if let Some(literal) = value.literal() {
        match fact.of(literal) {
            Some(holds) => return Test::Always(holds),
            None if *literal == Literal::Null => return Test::Always(absent),
            None => {}
        }
    }
    match &fact {
        Fact::Always(holds) if *holds == absent || value.is_never_null() => return Test::Always(*holds),
        _ => {}
    }
    if let (Node::Filter(list, predicate), Fact::Some(name, test)) = (&value.node, &fact) {
        let both = Test::All(vec![decide(predicate), (**test).clone()]);
        return Test::given((**list).clone(), absent, Fact::Some(name.clone(), Box::new(both)));
    }
    match part(&value, absent, &fact) {
        Some(test) => test,
        None => Test::Given(Box::new(Given { value, name, absent, fact })),
    }
}

/// Returns the test of a part of the expression, if the result depends only on that part.
fn part(value: &Expr, absent: bool, fact: &Fact) -> Option<Test> {
    let Node::Call(function, args) = &value.node else { return None };
    match (function, args.as_slice()) {
        // The constant decides the result for an absent value.
        (Function::NotNull, [first, constant]) => {
            let holds = fact.of(constant.literal()?)?;
            Some(Test::given(first.clone(), holds, fact.clone()))
        }
        (Function::Length, [whole]) => {
            Some(Test::given(whole.clone(), absent, Fact::Length(Box::new(fact.clone()))))
        }
        (Function::Contains, [text, part]) if text.ty == Ty::Text => {
            booleans(text, absent, fact, Fact::Contains(part.clone()))
        }
        (Function::StartsWith, [text, prefix]) if prefix.is_never_null() => {
            booleans(text, absent, fact, Fact::StartsWith(prefix.clone()))
        }
        (Function::EndsWith, [text, suffix]) if suffix.is_never_null() => {
            booleans(text, absent, fact, Fact::EndsWith(suffix.clone()))
        }
        _ => None,
    }
}

/// Converts a fact about the result of a function to a fact about its argument.
fn booleans(argument: &Expr, absent: bool, fact: &Fact, holds: Fact) -> Option<Test> {
    let fact = match fact {
        Fact::Is => holds,
        Fact::Not(inner) if **inner == Fact::Is => holds.negated(),
        Fact::Always(_) => fact.clone(),
        _ => return None,
    };
    Some(Test::given(argument.clone(), absent, fact))
}
