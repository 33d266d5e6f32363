//! Makes a document valid: changes where a report points, as long as the number of errors falls, and beside that
//! where it does not rise.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::draft::Edit;
use crate::edits::CIRCLES;
use crate::search::{Search, State};
use shapewright_validation::Violation;

/// How many changes in a row a document may need.
const STEPS: usize = 60;

/// How many steps a change gets to show that it was a good one.
const INNER_STEPS: usize = 4;

/// How many changes get that chance.
const CHANCES: usize = 3;

/// How deep such chances lie inside each other.
const DEPTH: usize = 1;

/// How many violations are looked at before one is moved elsewhere.
const LOOKED_AT: usize = 4;

impl Search<'_> {
    /// A document without errors.
    pub(crate) fn repair(&mut self, state: State) -> Option<State> {
        self.improve(state, 1, STEPS, 0)
    }

    /// A document with fewer errors than `goal`.
    pub(crate) fn improve(
        &mut self,
        mut state: State,
        goal: usize,
        steps: usize,
        depth: usize,
    ) -> Option<State> {
        let mut seen = BTreeSet::from([state.value.to_string()]);
        for _ in 0..steps {
            if state.errors() < goal {
                return Some(state);
            }
            state = self.step(&state, &mut seen, depth)?;
        }
        (state.errors() < goal).then_some(state)
    }

    /// The next document: better if possible, else another one that is about as good.
    fn step(&mut self, state: &State, seen: &mut BTreeSet<String>, depth: usize) -> Option<State> {
        let mut errors: Vec<Violation> = state.report.errors().cloned().collect();
        self.dice.shuffle(&mut errors);
        let mut others = Vec::new();
        for violation in errors.iter().take(LOOKED_AT) {
            match self.without(state, violation, depth, &mut others)? {
                Some(better) => return Some(better),
                None => continue,
            }
        }
        self.dice.shuffle(&mut others);
        others.sort_by_key(State::errors);
        others.into_iter().find(|other| seen.insert(other.value.to_string()))
    }

    /// A better document in which a violation is gone. Those in which it is gone, but that are not better, and those
    /// that are no worse are added to `others`. The outer option is none when the search is to end.
    fn without(
        &mut self,
        state: &State,
        violation: &Violation,
        depth: usize,
        others: &mut Vec<State>,
    ) -> Option<Option<State>> {
        let errors = state.errors();
        let circles = if depth == 0 { CIRCLES } else { CIRCLES - 1 };
        for circle in 0..circles {
            let mut promising = Vec::new();
            for edit in self.edits(state, violation, circle) {
                let next = match self.after(state, &edit) {
                    Some(next) if next.size() >= self.keep => next,
                    // A number that is too wide for its member, for instance.
                    _ if self.left > 0 => continue,
                    _ => return None,
                };
                if next.errors() < errors {
                    return Some(Some(next));
                }
                if !next.has(violation) {
                    promising.push(next);
                } else if next.errors() == errors {
                    others.push(next);
                }
            }
            promising.sort_by_key(State::errors);
            if depth < DEPTH {
                for next in promising.iter().take(CHANCES) {
                    if let Some(better) = self.improve(next.clone(), errors, INNER_STEPS, depth + 1) {
                        return Some(Some(better));
                    }
                    if self.left == 0 {
                        return None;
                    }
                }
            }
            others.append(&mut promising);
        }
        Some(None)
    }

    /// The document after a change, settled.
    pub(crate) fn after(&mut self, state: &State, edit: &Edit) -> Option<State> {
        let document: Value = edit.apply(&state.value);
        self.settle(document)
    }

    /// Does away with warnings where one change is enough.
    pub(crate) fn soothe(&mut self, mut state: State) -> State {
        let warnings: Vec<Violation> = state.report.warnings().cloned().collect();
        for violation in warnings.iter().filter(|violation| violation.kind().is_some()) {
            if !state.has(violation) {
                continue;
            }
            for edit in self.edits(&state, violation, 0) {
                let Some(next) = self.after(&state, &edit) else { continue };
                if next.errors() == 0 && next.warnings() < state.warnings() && next.size() >= self.keep {
                    state = next;
                    break;
                }
            }
        }
        state
    }
}
