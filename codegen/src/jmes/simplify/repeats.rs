//! Recognizes repeated tests: the same test for several constants, and "exactly one of".

use crate::jmes::{Expr, Fact, Literal, Node, Test};

/// Returns a single test that equals `All` or `Any` of these tests, if there is one.
pub(super) fn found(tests: &[Test], all: bool) -> Option<Test> {
    for_each(tests, all).or_else(|| if all { one_of_two(tests) } else { one_of_many(tests) })
}

/// Recognizes `f(a) && f(b) && f(c)`, where lists are searched for `a`, `b` and `c`.
fn for_each(tests: &[Test], all: bool) -> Option<Test> {
    let [first, second, third, ..] = tests else { return None };
    let constants: Vec<Literal> = tests.iter().map(only_wanted).collect::<Option<_>>()?;
    let template = |test: &Test, constant: &Literal| replaced(test, constant);
    let common = template(first, &constants[0]);
    let is_same = |(test, constant): (&Test, &Literal)| template(test, constant) == common;
    // Two tests are as short without it.
    let _ = (second, third);
    tests.iter().zip(&constants).all(is_same).then(|| Test::Each { all, constants, test: Box::new(common) })
}

/// Returns the constant that lists are searched for, if there is exactly one and it is used more than once.
fn only_wanted(test: &Test) -> Option<Literal> {
    let mut found = Vec::new();
    visit(test, &mut |literal| found.push(literal.clone()));
    let first = found.first()?.clone();
    (found.len() > 1 && found.iter().all(|other| *other == first)).then_some(first)
}

fn visit(test: &Test, found: &mut dyn FnMut(&Literal)) {
    match test {
        Test::All(tests) | Test::Any(tests) | Test::One(tests) => {
            for test in tests {
                visit(test, found);
            }
        }
        Test::Given(given) => visit_fact(&given.fact, found),
        _ => {}
    }
}

fn visit_fact(fact: &Fact, found: &mut dyn FnMut(&Literal)) {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter().for_each(|fact| visit_fact(fact, found)),
        Fact::Not(fact) => visit_fact(fact, found),
        Fact::Has(wanted) => wanted.literal().into_iter().for_each(found),
        _ => {}
    }
}

/// Replaces the constant by `Each`.
fn replaced(test: &Test, constant: &Literal) -> Test {
    let each = |tests: &[Test]| tests.iter().map(|test| replaced(test, constant)).collect();
    match test {
        Test::All(tests) => Test::All(each(tests)),
        Test::Any(tests) => Test::Any(each(tests)),
        Test::One(tests) => Test::One(each(tests)),
        Test::Given(given) => {
            let mut given = given.clone();
            given.fact = replaced_fact(&given.fact, constant);
            Test::Given(given)
        }
        other => other.clone(),
    }
}

fn replaced_fact(fact: &Fact, constant: &Literal) -> Fact {
    let each = |facts: &[Fact]| facts.iter().map(|fact| replaced_fact(fact, constant)).collect();
    match fact {
        Fact::All(facts) => Fact::All(each(facts)),
        Fact::Any(facts) => Fact::Any(each(facts)),
        Fact::Not(fact) => Fact::Not(Box::new(replaced_fact(fact, constant))),
        Fact::Has(wanted) if wanted.literal() == Some(constant) => {
            Fact::Has(Expr { ty: wanted.ty.clone(), node: Node::Literal(Literal::Each) })
        }
        other => other.clone(),
    }
}

/// Recognizes `(a || b) && !(a && b)`.
fn one_of_two(tests: &[Test]) -> Option<Test> {
    let [Test::Any(either), Test::Any(not_both)] = tests else { return None };
    let [a, b] = either.as_slice() else { return None };
    let is_opposite = *not_both == [a.clone().negated(), b.clone().negated()];
    is_opposite.then(|| Test::One(either.clone()))
}

/// Recognizes `a && !b && !c || !a && b && !c || !a && !b && c`.
fn one_of_many(tests: &[Test]) -> Option<Test> {
    let rows: Vec<&Vec<Test>> = tests
        .iter()
        .map(|test| if let Test::All(row) = test { Some(row) } else { None })
        .collect::<Option<_>>()?;
    let count = rows.len();
    if count < 2 || rows.iter().any(|row| row.len() != count) {
        return None;
    }
    let diagonal: Vec<Test> = (0..count).map(|place| rows[place][place].clone()).collect();
    let fits = |row: usize, column: usize| {
        let expected = diagonal[column].clone();
        rows[row][column] == if row == column { expected } else { expected.negated() }
    };
    let fits_all = (0..count).all(|row| (0..count).all(|column| fits(row, column)));
    fits_all.then_some(Test::One(diagonal))
}
