//! Names of the variables in compiled conditions.

use crate::jmes::test::Given;
use crate::jmes::{Expr, Fact, Node, Test, visit};
use crate::naming;

/// The parameter of a condition function.
pub(crate) const ROOT: &str = "it";

/// The variables for elements of nested lists, the outermost first.
const ELEMENTS: [&str; 4] = ["item", "inner", "third", "fourth"];

/// Returns a name for a value: that of its last member, with the member before it if the name is taken.
pub(super) fn of(value: &Expr, taken: &[&str]) -> String {
    let fields = value.fields();
    free(fields.last().map_or("value", String::as_str), &fields, taken)
}

/// Returns a shorter name, for a variable with a small scope.
fn short_of(value: &Expr, taken: &[&str]) -> String {
    let fields = value.fields();
    free(&short(fields.last().map_or("value", String::as_str)), &fields, taken)
}

fn free(wanted: &str, fields: &[String], taken: &[&str]) -> String {
    let is_free = |name: &str| name != ROOT && !taken.contains(&name) && !ELEMENTS.contains(&name);
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let plain: Vec<&str> = fields.iter().map(|field| field.trim_start_matches("r#")).collect();
    let longer = plain.get(plain.len().saturating_sub(2)..).unwrap_or_default().join("_");
    let longer = if longer.is_empty() { "value".to_owned() } else { longer };
    naming::unique(longer, "_", |name| !is_free(name))
}

/// Returns the main word of a field name: `ttl` of `max_ttl`, `parameters` of `parameters_in_cache_key_and_more`.
pub(crate) fn short(field: &str) -> String {
    const SENTENCE: usize = 5;
    let words: Vec<&str> = field.trim_start_matches("r#").split('_').collect();
    let word = if words.len() < SENTENCE { words.last() } else { words.first() };
    let word = word.copied().unwrap_or_default();
    let is_word = word.len() > 1 && naming::field_name(word) == word;
    if is_word && word != ROOT { word.to_owned() } else { field.to_owned() }
}

/// Names the variables of all facts and elements of a test. `steps` are the variables in scope.
pub(super) fn give(steps: &[(&str, &Expr)], test: &mut Test) {
    name_test(test, &mut Scope { steps, taken: Vec::new(), depth: 0 });
}

struct Scope<'a> {
    steps: &'a [(&'a str, &'a Expr)],
    taken: Vec<String>,
    depth: usize,
}

impl Scope<'_> {
    fn name(&self, given: &Given) -> String {
        // Shadows a variable for the same value if the test does not use it.
        let mut needed = false;
        visit::of_fact(&given.fact, &mut |value| needed |= value.fields() == given.value.fields());
        let own = |value: &Expr| !needed && value.fields() == given.value.fields();
        let mut taken: Vec<&str> =
            self.steps.iter().filter(|(_, value)| !own(value)).map(|(name, _)| *name).collect();
        taken.extend(self.taken.iter().map(String::as_str));
        let value = first_member(&given.value);
        let is_own = self.steps.iter().find(|(_, step)| own(step));
        is_own.map_or_else(|| short_of(value, &taken), |(name, _)| (*name).to_owned())
    }
}

/// Returns the member that an expression starts with, or the expression.
fn first_member(expr: &Expr) -> &Expr {
    match &expr.node {
        _ if expr.path().is_some() => expr,
        Node::Call(_, args) => args.first().map_or(expr, first_member),
        Node::Or(inner, _) | Node::Filter(inner, _) | Node::Project(inner, _) | Node::Index(inner, _) => {
            first_member(inner)
        }
        _ => expr,
    }
}

fn name_test(test: &mut Test, scope: &mut Scope<'_>) {
    match test {
        Test::All(tests) | Test::Any(tests) | Test::One(tests) => {
            for test in tests {
                name_test(test, scope);
            }
        }
        Test::Not(test) | Test::Each { test, .. } => name_test(test, scope),
        Test::Given(given) => {
            given.name = scope.name(given);
            scope.taken.push(given.name.clone());
            name_fact(&mut given.fact, scope);
            scope.taken.pop();
        }
        Test::Always(_) | Test::Same(..) => {}
    }
}

fn name_fact(fact: &mut Fact, scope: &mut Scope<'_>) {
    match fact {
        Fact::All(facts) | Fact::Any(facts) => facts.iter_mut().for_each(|fact| name_fact(fact, scope)),
        Fact::Not(fact) | Fact::Length(fact) => name_fact(fact, scope),
        Fact::Some(name, test) => {
            *name = ELEMENTS
                .get(scope.depth)
                .map_or_else(|| format!("inner_{}", scope.depth), |name| (*name).to_owned());
            let depth = scope.depth + 1;
            name_test(test, &mut Scope { steps: &[], taken: scope.taken.clone(), depth });
        }
        _ => {}
    }
}
