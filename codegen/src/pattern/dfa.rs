//! The deterministic automaton: each character leads to one state.

use std::collections::{BTreeMap, BTreeSet};

use super::nfa::{Nfa, State, Unsupported};
use super::set::{self, Set};

/// More states than any pattern worth a table has.
const LIMIT: usize = 1_000;

/// More work than any such pattern takes: states of the other automaton that are looked at.
const MOST_WORK: usize = 250_000;

/// Where a character leads. A character without an edge ends the search: the pattern is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// On to this state.
    State(usize),
    /// The pattern was found, whatever follows.
    Found,
}

/// A state.
#[derive(Debug, Default)]
pub(super) struct Position {
    /// Where the characters lead; the sets have none in common.
    pub(super) edges: Vec<(Set, Target)>,
    /// Whether a text that ends here has the pattern.
    pub(super) end: bool,
}

/// The automaton, which begins with state 0; none where any text has the pattern.
pub(super) fn positions(nfa: &Nfa) -> Result<Option<Vec<Position>>, Unsupported> {
    let mut known = Known::default();
    let Target::State(_) = known.enter(nfa, &[nfa.first], true)? else { return Ok(None) };
    let alphabet = set::alphabet(&nfa.sets);
    let mut positions = Vec::new();
    let mut work = 0;
    while let Some((states, end)) = known.order.get(positions.len()).cloned() {
        let mut edges: BTreeMap<Target, Vec<&Set>> = BTreeMap::new();
        work += states.len() * alphabet.len();
        if work > MOST_WORK {
            return Err(Unsupported);
        }
        for (letters, with) in &alphabet {
            let next: Vec<usize> = states.iter().filter_map(|state| after(nfa, *state, with)).collect();
            if !next.is_empty() {
                edges.entry(known.enter(nfa, &next, false)?).or_default().push(letters);
            }
        }
        let edges = edges.into_iter().map(|(target, letters)| (set::union(letters), target));
        // What leads nowhere and may not end there is as good as no edge; it stays, for it is rare.
        positions.push(Position { edges: edges.collect(), end });
    }
    Ok(Some(positions))
}

/// Where a state goes with a character of the sets `with`.
fn after(nfa: &Nfa, state: usize, with: &[usize]) -> Option<usize> {
    match nfa.states[state] {
        State::Set(set, next) if with.contains(&set) => Some(next),
        _ => None,
    }
}

/// The sets of states that were reached, in this order.
#[derive(Default)]
struct Known {
    numbers: BTreeMap<(Vec<usize>, bool), usize>,
    order: Vec<(Vec<usize>, bool)>,
}

impl Known {
    /// The target that stands for being in all these states at once.
    fn enter(&mut self, nfa: &Nfa, states: &[usize], at_start: bool) -> Result<Target, Unsupported> {
        let (waiting, found) = reach(nfa, states, at_start, false);
        if found {
            return Ok(Target::Found);
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

/// The states that wait for a character or the end, and whether the pattern is found without either.
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
            State::Set(..) => drop(waiting.insert(state)),
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
