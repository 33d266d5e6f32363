//! Function bodies for conditions: early returns, variables for repeated values, and a test.

use std::collections::BTreeMap;

use crate::jmes::test::Given;
use crate::jmes::{Expr, Fact, Node, Test, names, truths, visit};

/// The number of facts from which a `let … else` is used instead of a closure.
const MANY_FACTS: usize = 3;

/// The length of a member path from which the value gets a variable.
const LONG_PATH: usize = 3;

/// The body of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The statements.
    pub steps: Vec<Step>,
    /// The result.
    pub test: Test,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// `let name = value;`
    Let {
        /// The variable.
        name: String,
        /// The value, a member.
        value: Expr,
    },
    /// `let Some(name) = value else { return otherwise };`
    Unless {
        /// The variable.
        name: String,
        /// The value, a member.
        value: Expr,
        /// The result if the value is absent.
        otherwise: bool,
    },
}

impl Step {
    /// Returns the variable and its value.
    pub fn parts(&self) -> (&str, &Expr) {
        match self {
            Step::Let { name, value } | Step::Unless { name, value, .. } => (name, value),
        }
    }
}

impl Body {
    /// Returns the body for a simplified test.
    pub(super) fn of(test: Test) -> Body {
        let (guards, test) = guards(test);
        let known: Vec<Vec<String>> = guards.iter().map(|(value, _)| value.fields()).collect();
        let lets = repeated(&test, &known);
        let mut body = Body { steps: Vec::new(), test };
        for (value, otherwise) in guards {
            body.add(value, |name, value| Step::Unless { name, value, otherwise });
        }
        for value in lets {
            body.add(value, |name, value| Step::Let { name, value });
        }
        body.finish();
        body
    }

    /// Returns a body without statements.
    pub(super) fn expression(test: Test) -> Body {
        let mut body = Body { steps: Vec::new(), test };
        body.finish();
        body
    }

    /// Gives names to the variables of all facts and elements, and decides predicates inside of values.
    fn finish(&mut self) {
        let steps: Vec<(&str, &Expr)> = self.steps.iter().map(Step::parts).collect();
        names::give(&steps, &mut self.test);
        truths::settle(&mut self.test);
    }

    fn add(&mut self, value: Expr, step: impl Fn(String, Expr) -> Step) {
        let taken: Vec<&str> = self.steps.iter().map(|step| step.parts().0).collect();
        let name = names::of(&value, &taken);
        self.steps.push(step(name, value));
    }
}

/// Splits off early returns: values whose absence decides the test, each with the result. Returns them and the rest.
fn guards(test: Test) -> (Vec<(Expr, bool)>, Test) {
    let mut guards = Vec::new();
    let mut test = test;
    loop {
        let (tests, all) = match &test {
            Test::Any(tests) => (tests, false),
            Test::All(tests) => (tests, true),
            Test::Given(given) if is_long(given) => {
                guards.push((given.value.clone(), given.absent));
                return (guards, test);
            }
            _ => return (guards, test),
        };
        let found = tests.iter().position(|one| match one {
            Test::Given(given) => {
                given.value.path().is_some()
                    && (given.absent, &given.fact) == (!all, &Fact::Always(all))
                    && tests.iter().any(|other| other != one && mentions(other, &given.value))
            }
            _ => false,
        });
        let Some(found) = found else { return (guards, test) };
        let mut rest = tests.clone();
        if let Test::Given(given) = rest.remove(found) {
            guards.push((given.value, !all));
        }
        test = match (rest.len(), all) {
            (1, _) => rest.remove(0),
            (_, true) => Test::All(rest),
            (_, false) => Test::Any(rest),
        };
    }
}

/// Returns whether a statement is easier to read than a closure.
fn is_long(given: &Given) -> bool {
    fn count(fact: &Fact) -> usize {
        match fact {
            Fact::All(facts) | Fact::Any(facts) => facts.iter().map(count).sum(),
            Fact::Not(fact) => count(fact),
            Fact::Exactly(_) => MANY_FACTS,
            _ => 1,
        }
    }
    let is_joined = matches!(given.fact, Fact::All(_) | Fact::Any(_));
    given.value.path().is_some() && is_joined && count(&given.fact) >= MANY_FACTS
}

/// Returns whether a test uses the value or a member of it.
fn mentions(test: &Test, value: &Expr) -> bool {
    let wanted = value.fields();
    let mut found = false;
    visit::values(test, &mut |value| found |= value.fields().starts_with(&wanted));
    found
}

/// Returns the nested members that the test uses more than once or whose path is long; short paths first.
fn repeated(test: &Test, known: &[Vec<String>]) -> Vec<Expr> {
    let mut uses: BTreeMap<Vec<String>, (Expr, usize, bool)> = BTreeMap::new();
    visit::values(test, &mut |value| {
        let way = prefixes(value);
        let last = way.len();
        for (length, prefix) in way.into_iter().enumerate() {
            let entry = uses.entry(prefix.fields()).or_insert((prefix, 0, false));
            entry.1 += 1;
            entry.2 |= length + 1 == last;
        }
    });
    let mut known = known.to_vec();
    let mut found = Vec::new();
    let mut paths: Vec<&Vec<String>> = uses.keys().collect();
    paths.sort_by_key(|path| path.len());
    for path in paths {
        let (value, count, is_value) = &uses[path];
        let near = known.iter().filter(|known| path.starts_with(known)).map(Vec::len).max();
        let steps = path.len() - near.unwrap_or_default();
        let extended = uses.iter().any(|(other, (_, more, _))| {
            other.len() > path.len() && other.starts_with(path) && more == count && !is_value
        });
        let is_shared = *count > 1 && !extended && (steps > 1 || (steps == 1 && !is_value));
        if is_shared || (*is_value && steps >= LONG_PATH) {
            known.push(path.clone());
            found.push(value.clone());
        }
    }
    found
}

/// Returns the prefixes of a member path: `A`, `A.B`, `A.B.C`.
fn prefixes(value: &Expr) -> Vec<Expr> {
    let mut found: Vec<Expr> = Vec::new();
    for field in value.path().into_iter().flatten() {
        let member = Expr { ty: field.ty.clone(), node: Node::Field(Box::new(field.clone())) };
        let next = match found.last() {
            None => member,
            Some(before) => {
                Expr { ty: member.ty.clone(), node: Node::Then(Box::new(before.clone()), Box::new(member)) }
            }
        };
        found.push(next);
    }
    if let Some(last) = found.last_mut() {
        *last = value.clone();
    }
    found
}
