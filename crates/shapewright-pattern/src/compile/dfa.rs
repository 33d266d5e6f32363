//! The deterministic automaton: each character leads to one state.

use std::collections::{BTreeMap, BTreeSet};

use super::class::{self, Class};
use super::nfa::{Nfa, State, Unsupported};

/// Most states of an automaton.
const LIMIT: usize = 1_000;

/// Most visits of states of the nondeterministic automaton during construction.
const MOST_WORK: usize = 250_000;

/// Where a character leads. Without an edge for the next character, the text does not match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// This state.
    State(usize),
    /// The text matches, whatever follows.
    Match,
}

/// A state.
#[derive(Debug, Default)]
pub(super) struct Position {
    /// Where characters lead; the classes are disjoint.
    pub(super) edges: Vec<(Class, Target)>,
    /// Whether a text that ends here matches.
    pub(super) end: bool,
}

/// The automaton, which starts at state 0; `None` if every text matches.
pub(super) fn positions(nfa: &Nfa) -> Result<Option<Vec<Position>>, Unsupported> {
    let mut known = Known::default();
    let Target::State(_) = known.enter(nfa, vec![nfa.first], true)? else { return Ok(None) };
    let alphabet = class::alphabet(&nfa.classes);
    let mut positions = Vec::new();
    let mut work = 0;
    while let Some((states, end)) = known.order.get(positions.len()).cloned() {
        let mut edges: BTreeMap<Target, Vec<&Class>> = BTreeMap::new();
        work += states.len() * alphabet.len();
        if work > MOST_WORK {
            return Err(Unsupported);
        }
        for (letters, with) in &alphabet {
            let next: Vec<usize> = states.iter().filter_map(|state| after(nfa, *state, with)).collect();
            if !next.is_empty() {
                edges.entry(known.enter(nfa, next, false)?).or_default().push(letters);
            }
        }
        let edges = edges.into_iter().map(|(target, letters)| (class::union(letters), target));
        positions.push(Position { edges: edges.collect(), end });
    }
    Ok(Some(positions))
}

/// Where a state leads with a character of the classes `with`.
fn after(nfa: &Nfa, state: usize, with: &[usize]) -> Option<usize> {
    match nfa.states[state] {
        State::Class(class, next) if with.contains(&class) => Some(next),
        _ => None,
    }
}

/// The classes of states that were reached, in order.
#[derive(Default)]
struct Known {
    /// Targets by what was entered. Most characters of a state lead to the same few sets of states.
    entered: BTreeMap<(Vec<usize>, bool), Target>,
    numbers: BTreeMap<(Vec<usize>, bool), usize>,
    order: Vec<(Vec<usize>, bool)>,
}

impl Known {
    /// The target for being in all these states at once.
    fn enter(&mut self, nfa: &Nfa, states: Vec<usize>, at_start: bool) -> Result<Target, Unsupported> {
        let entered = (states, at_start);
        if let Some(target) = self.entered.get(&entered) {
            return Ok(*target);
        }
        let target = self.add(nfa, &entered.0, at_start)?;
        self.entered.insert(entered, target);
        Ok(target)
    }

    fn add(&mut self, nfa: &Nfa, states: &[usize], at_start: bool) -> Result<Target, Unsupported> {
        let (waiting, found) = reach(nfa, states, at_start, false);
        if found {
            return Ok(Target::Match);
        }
        let (_, end) = reach(nfa, &waiting, at_start, true);
        let key = (waiting, end);
        if let Some(number) = self.numbers.get(&key) {
            return Ok(Target::State(*number));
        }
        if self.order.len() == LIMIT {
            return Err(Unsupported);
        }
        self.order.push(key.clone());
        self.numbers.insert(key, self.order.len() - 1);
        Ok(Target::State(self.order.len() - 1))
    }
}

/// The states that wait for a character or the end, and whether the text matches without either.
fn reach(nfa: &Nfa, states: &[usize], at_start: bool, at_end: bool) -> (Vec<usize>, bool) {
    let mut seen = BTreeSet::new();
    let mut waiting = BTreeSet::new();
    let mut found = false;
    let mut open = states.to_vec();
    while let Some(state) = open.pop() {
        if !seen.insert(state) {
            continue;
        }
        match &nfa.states[state] {
            State::Class(..) => drop(waiting.insert(state)),
            State::Any(next) => open.extend(next),
            State::Start(next) if at_start => open.push(*next),
            State::Start(_) => {}
            State::End(next) if at_end => open.push(*next),
            State::End(_) => drop(waiting.insert(state)),
            State::Match => found = true,
        }
    }
    (waiting.into_iter().collect(), found)
}
