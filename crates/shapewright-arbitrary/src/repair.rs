//! Makes a document valid: makes changes at the places of violations. Prefers changes that reduce the number of errors,
//! else takes one that does not increase it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::draft::Edit;
use crate::edits::CIRCLES;
use crate::search::{Search, State};
use shapewright_validation::Violation;

/// The largest number of steps of a repair.
const STEPS: usize = 60;

/// The number of steps in which a promising change must reduce the number of errors.
const INNER_STEPS: usize = 4;

/// The number of promising changes that are followed.
const MAX_PROMISING: usize = 3;

/// The depth of promising changes that are followed inside each other.
const DEPTH: usize = 1;

/// The number of violations for which a step tries changes.
const MAX_VIOLATIONS: usize = 4;

impl Search<'_> {
    /// Returns a document without errors.
    pub(crate) fn repair(&mut self, state: State) -> Option<State> {
        self.improve(state, 1, STEPS, 0)
    }

    /// Returns a document with fewer errors than `goal`.
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

    /// Returns the next document: one with fewer errors if possible, else one that was not seen before.
    fn step(&mut self, state: &State, seen: &mut BTreeSet<String>, depth: usize) -> Option<State> {
        let mut errors: Vec<Violation> = state.report.errors().cloned().collect();
        self.dice.shuffle(&mut errors);
        let mut others = Vec::new();
        for violation in errors.iter().take(MAX_VIOLATIONS) {
            let better = self.without(state, violation, depth, &mut others)?;
            if better.is_some() {
                return better;
            }
        }
        self.dice.shuffle(&mut others);
        others.sort_by_key(State::errors);
        others.into_iter().find(|other| seen.insert(other.value.to_string()))
    }

    /// Returns a document with fewer errors, or `Some(None)` if no change leads to one. Adds documents without the
    /// violation, and documents with as many errors, to `others`. Returns `None` if the budget is used up.
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
                    // The document could not be read, for instance because a number is too large.
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
                for next in promising.iter().take(MAX_PROMISING) {
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

    /// Makes a change and settles the document.
    pub(crate) fn after(&mut self, state: &State, edit: &Edit) -> Option<State> {
        let document: Value = edit.apply(&state.value);
        self.settle(document)
    }

    /// Removes warnings that a single change removes.
    pub(crate) fn reduce_warnings(&mut self, mut state: State) -> State {
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
