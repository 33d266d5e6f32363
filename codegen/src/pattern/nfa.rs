//! A parsed regular expression as a nondeterministic automaton over characters.

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

use super::set::Set;

/// More states than any pattern worth a table has.
const LIMIT: usize = 10_000;

/// A state of the automaton; numbers are those of other states.
#[derive(Debug)]
pub(super) enum State {
    /// One character of the set with this number, then on.
    Set(usize, usize),
    /// On with any of these, without a character.
    Any(Vec<usize>),
    /// On at the beginning of the text only.
    Start(usize),
    /// On at the end of the text only.
    End(usize),
    /// The pattern was found.
    Match,
}

/// The automaton.
#[derive(Debug, Default)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) sets: Vec<Set>,
    pub(super) first: usize,
}

/// What only the `regex` crate can do, or nothing can: word boundaries, lines, bytes, many thousand states.
#[derive(Debug)]
pub(super) struct Unsupported;

impl Nfa {
    /// An automaton that looks for the expression anywhere in a text.
    pub(super) fn new(hir: &Hir) -> Result<Nfa, Unsupported> {
        let mut nfa = Nfa::default();
        let found = nfa.push(State::Match)?;
        let first = nfa.compile(hir, found)?;
        nfa.first = match hir.properties().look_set_prefix().contains(Look::Start) {
            true => first,
            false => nfa.anywhere(first)?,
        };
        Ok(nfa)
    }

    /// Any characters, then `first`.
    fn anywhere(&mut self, first: usize) -> Result<usize, Unsupported> {
        let repeat = self.push(State::Any(Vec::new()))?;
        let set = self.set(Set::all());
        let skip = self.push(State::Set(set, repeat))?;
        self.states[repeat] = State::Any(vec![first, skip]);
        Ok(repeat)
    }

    fn push(&mut self, state: State) -> Result<usize, Unsupported> {
        if self.states.len() == LIMIT {
            return Err(Unsupported);
        }
        self.states.push(state);
        Ok(self.states.len() - 1)
    }

    fn set(&mut self, set: Set) -> usize {
        let known = self.sets.iter().position(|known| *known == set);
        known.unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        })
    }

    /// The state from which the expression leads to `next`.
    fn compile(&mut self, hir: &Hir, next: usize) -> Result<usize, Unsupported> {
        match hir.kind() {
            HirKind::Empty => Ok(next),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).map_err(|_| Unsupported)?;
                text.chars().rev().try_fold(next, |next, c| self.one(Set::from_ranges([(c, c)]), next))
            }
            HirKind::Class(class) => self.one(of_class(class)?, next),
            HirKind::Look(Look::Start) => self.push(State::Start(next)),
            HirKind::Look(Look::End) => self.push(State::End(next)),
            HirKind::Look(_) => Err(Unsupported),
            HirKind::Repetition(repetition) => self.repetition(repetition, next),
            HirKind::Capture(capture) => self.compile(&capture.sub, next),
            HirKind::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.compile(part, next))
            }
            HirKind::Alternation(ways) => {
                let ways: Result<_, _> = ways.iter().map(|way| self.compile(way, next)).collect();
                self.push(State::Any(ways?))
            }
        }
    }

    fn one(&mut self, set: Set, next: usize) -> Result<usize, Unsupported> {
        let set = self.set(set);
        self.push(State::Set(set, next))
    }

    /// As often as it must, then as often as it may.
    fn repetition(&mut self, repetition: &Repetition, next: usize) -> Result<usize, Unsupported> {
        let Repetition { min, max, sub, .. } = repetition;
        let mut first = next;
        match max {
            None => {
                first = self.push(State::Any(Vec::new()))?;
                let again = self.compile(sub, first)?;
                self.states[first] = State::Any(vec![again, next]);
            }
            Some(max) => {
                for _ in *min..*max {
                    let again = self.compile(sub, first)?;
                    first = self.push(State::Any(vec![again, next]))?;
                }
            }
        }
        (0..*min).try_fold(first, |next, _| self.compile(sub, next))
    }
}

/// The characters of a class. Bytes beyond ASCII are none.
fn of_class(class: &Class) -> Result<Set, Unsupported> {
    match class {
        Class::Unicode(class) => {
            Ok(Set::from_ranges(class.ranges().iter().map(|range| (range.start(), range.end()))))
        }
        Class::Bytes(class) if class.is_ascii() => Ok(Set::from_ranges(
            class.ranges().iter().map(|range| (char::from(range.start()), char::from(range.end()))),
        )),
        Class::Bytes(_) => Err(Unsupported),
    }
}
