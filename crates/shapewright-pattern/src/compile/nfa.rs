//! A parsed regular expression as a nondeterministic automaton over characters.

use regex_syntax::hir::{self, Hir, HirKind, Look, Repetition};

use super::class::Class;

/// Most states of an automaton.
const LIMIT: usize = 10_000;

/// A state of the automaton; numbers are those of other states.
#[derive(Debug)]
pub(super) enum State {
    /// One character of the class with this index, then the other state.
    Class(usize, usize),
    /// Any of these states, without a character.
    Any(Vec<usize>),
    /// The other state, at the start of the text only.
    Start(usize),
    /// The other state, at the end of the text only.
    End(usize),
    /// The text matches.
    Match,
}

/// The automaton.
#[derive(Debug, Default)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) classes: Vec<Class>,
    pub(super) first: usize,
}

/// The expression needs the `regex` crate: word boundaries, line anchors, bytes, or too many states.
#[derive(Debug)]
pub(super) struct Unsupported;

impl Nfa {
    /// An automaton that searches for the expression anywhere in a text.
    pub(super) fn new(hir: &Hir) -> Result<Nfa, Unsupported> {
        let mut nfa = Nfa::default();
        let found = nfa.push(State::Match)?;
        let first = nfa.compile(hir, found)?;
        nfa.first = if hir.properties().look_set_prefix().contains(Look::Start) {
            first
        } else {
            nfa.anywhere(first)?
        };
        Ok(nfa)
    }

    /// Any number of characters, then `first`.
    fn anywhere(&mut self, first: usize) -> Result<usize, Unsupported> {
        let repeat = self.push(State::Any(Vec::new()))?;
        let class = self.class(Class::all());
        let skip = self.push(State::Class(class, repeat))?;
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

    fn class(&mut self, class: Class) -> usize {
        let known = self.classes.iter().position(|known| *known == class);
        known.unwrap_or_else(|| {
            self.classes.push(class);
            self.classes.len() - 1
        })
    }

    /// The state from which the expression leads to `next`.
    fn compile(&mut self, hir: &Hir, next: usize) -> Result<usize, Unsupported> {
        match hir.kind() {
            HirKind::Empty => Ok(next),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).map_err(|_| Unsupported)?;
                text.chars().rev().try_fold(next, |next, c| self.one(Class::from_ranges([(c, c)]), next))
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

    fn one(&mut self, class: Class, next: usize) -> Result<usize, Unsupported> {
        let class = self.class(class);
        self.push(State::Class(class, next))
    }

    /// The required repetitions, then the optional ones.
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

/// The characters of a parsed class; `Unsupported` if it contains bytes beyond ASCII.
fn of_class(class: &hir::Class) -> Result<Class, Unsupported> {
    match class {
        hir::Class::Unicode(class) => {
            Ok(Class::from_ranges(class.ranges().iter().map(|range| (range.start(), range.end()))))
        }
        hir::Class::Bytes(class) if class.is_ascii() => Ok(Class::from_ranges(
            class.ranges().iter().map(|range| (char::from(range.start()), char::from(range.end()))),
        )),
        hir::Class::Bytes(_) => Err(Unsupported),
    }
}
