//! Regular expressions of models, compiled when code is generated: at run time nothing is left to parse.
//!
//! A pattern becomes a deterministic automaton (`dfa`) and that in turn a few steps (`steps`), so that matching
//! takes time in proportion to the text, whatever the pattern. Where no step has a choice, they become calls in a row
//! (`chain`), which take less time than steps. What an automaton cannot do, or needs too many states
//! for, is left to the `regex` crate, and the crates of that service depend on it.

mod chain;
mod dfa;
mod ecma;
mod length;
mod nfa;
mod set;
mod steps;

use regex_syntax::hir::Hir;

pub use chain::{Chain, Link};
pub use set::Set;
pub use steps::{Next, Run, Step};

/// More steps than anyone would want to read.
const MOST_STEPS: usize = 64;

/// A pattern that can be enforced.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// The text in the syntax of the `regex` crate.
    pub regex: String,
    /// What finds it.
    pub matcher: Matcher,
}

/// What finds a pattern in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Matcher {
    /// Texts and runs of characters, one after another.
    Chain(Chain),
    /// Steps; none of them where every text has the pattern.
    Steps {
        /// The steps, beginning with the first.
        steps: Vec<Step>,
        /// How many characters a text must have, where the steps leave that open.
        length: Option<(usize, usize)>,
    },
    /// The `regex` crate.
    Regex,
}

/// Compiles a pattern of a model, or says why it cannot be.
pub fn compile(text: &str) -> Result<Compiled, String> {
    let regex = ecma::translate(text);
    let hir = regex_syntax::parse(&regex).map_err(|error| last_line(&error.to_string()))?;
    let matcher = match matcher(&hir) {
        Some(matcher) => matcher,
        None => {
            regex::Regex::new(&regex).map_err(|error| last_line(&error.to_string()))?;
            Matcher::Regex
        }
    };
    Ok(Compiled { regex, matcher })
}

/// What finds an expression, if few steps will do.
fn matcher(hir: &Hir) -> Option<Matcher> {
    if let Some(steps) = few_steps(hir) {
        return Some(chain::chain(&steps).map_or(Matcher::Steps { steps, length: None }, Matcher::Chain));
    }
    let (simpler, length) = length::split(hir)?;
    Some(Matcher::Steps { steps: few_steps(&simpler)?, length: Some(length) })
}

fn few_steps(hir: &Hir) -> Option<Vec<Step>> {
    let nfa = nfa::Nfa::new(hir).ok()?;
    let steps = match dfa::positions(&nfa).ok()? {
        Some(positions) => steps::steps(&positions),
        None => Vec::new(),
    };
    (steps.len() <= MOST_STEPS).then_some(steps)
}

/// What the `regex` crate says in the end, behind the pattern and the marks below it.
fn last_line(error: &str) -> String {
    error.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_compiled_says_why() {
        assert!(compile("^(?!x)$").is_err_and(|problem| problem.contains("look-around")));
    }
}
