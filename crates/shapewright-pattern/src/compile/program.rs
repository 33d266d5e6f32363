//! The automaton as a program of few instructions: literals and repetitions instead of single characters.

use std::collections::BTreeMap;

use super::class::Class;
use super::dfa::{Position, Target};

/// Matches a literal, then a repetition, then ends, goes on or branches on one more character.
#[derive(Clone, Debug, PartialEq)]
pub struct Instruction {
    /// The literal; may be empty.
    pub text: String,
    /// The repetition.
    pub repeat: Option<Repeat>,
    /// Whether a text that ends here matches.
    pub end: bool,
    /// What comes next.
    pub next: Next,
}

/// A repetition of one character class.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {
    /// The class.
    pub class: Class,
    /// Least number of characters.
    pub min: usize,
    /// Greatest number of characters; `None` if there is no limit.
    pub max: Option<usize>,
}

/// What comes after an instruction.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// The instruction at this index.
    Goto(usize),
    /// One character chooses the instruction; `None` means that the text matches, whatever follows.
    Branch(Vec<(Class, Option<usize>)>),
}

impl Instruction {
    /// Whether a string that is matched by way of this instruction may have this character here or, if the rest of the
    /// string does not matter, later.
    pub(super) fn may_contain(&self, c: char) -> bool {
        let in_branch = |(class, next): &(Class, Option<usize>)| next.is_none() || class.contains(c.into());
        self.text.contains(c)
            || self.repeat.as_ref().is_some_and(|repeat| repeat.class.contains(c.into()))
            || matches!(&self.next, Next::Branch(branches) if branches.iter().any(in_branch))
    }
}

/// The program that is equivalent to the automaton; it starts with the first instruction.
pub(super) fn program(positions: &[Position]) -> Vec<Instruction> {
    let mut walk =
        Walk { positions, sources: sources(positions), numbers: BTreeMap::new(), order: Vec::new() };
    walk.number(0);
    let mut program = Vec::new();
    while let Some(position) = walk.order.get(program.len()).copied() {
        program.push(walk.instruction(position));
    }
    program
}

/// Number of edges that lead to each position; the start counts as one.
fn sources(positions: &[Position]) -> Vec<usize> {
    let mut sources = vec![0; positions.len()];
    sources[0] = 1;
    for (_, target) in positions.iter().flat_map(|position| &position.edges) {
        if let Target::State(state) = target {
            sources[*state] += 1;
        }
    }
    sources
}

/// Turns positions into instructions, with a new one wherever several paths meet.
struct Walk<'p> {
    positions: &'p [Position],
    sources: Vec<usize>,
    numbers: BTreeMap<usize, usize>,
    order: Vec<usize>,
}

impl<'p> Walk<'p> {
    /// The index of the instruction that starts at a position.
    fn number(&mut self, position: usize) -> usize {
        *self.numbers.entry(position).or_insert_with(|| {
            self.order.push(position);
            self.order.len() - 1
        })
    }

    fn target(&mut self, target: Target) -> Option<usize> {
        match target {
            Target::State(position) => Some(self.number(position)),
            Target::Match => None,
        }
    }

    fn instruction(&mut self, first: usize) -> Instruction {
        let (text, after) = self.text(first);
        if let Some((repeat, last)) = self.repeat(after) {
            let is_text = self.only_edge(last).is_some_and(|(class, _)| class.single().is_some());
            if repeat.max.is_some() && (is_text || self.sources[last] > 1) {
                return Instruction {
                    text,
                    repeat: Some(repeat),
                    end: false,
                    next: Next::Goto(self.number(last)),
                };
            }
            let Position { end, .. } = self.positions[last];
            let next = self.branch(last, &repeat);
            return Instruction { text, repeat: Some(repeat), end, next };
        }
        if after != first && self.sources[after] > 1 {
            return Instruction { text, repeat: None, end: false, next: Next::Goto(self.number(after)) };
        }
        let next = self.branch(after, &Repeat { class: Class::default(), min: 0, max: Some(0) });
        Instruction { text, repeat: None, end: self.positions[after].end, next }
    }

    /// The longest literal from a position on.
    fn text(&self, first: usize) -> (String, usize) {
        let mut text = String::new();
        let mut here = first;
        while let Some((class, next)) = self.only_edge(here)
            && let Some(c) = class.single()
            && (text.is_empty() || self.sources[here] == 1)
            && next != here
        {
            text.push(c);
            here = next;
        }
        (text, here)
    }

    /// The only edge of a position where a text cannot end.
    fn only_edge(&self, position: usize) -> Option<(&'p Class, usize)> {
        match self.positions[position] {
            Position { ref edges, end: false } => match edges.as_slice() {
                [(class, Target::State(next))] => Some((class, *next)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The repetition that starts at a position, and the position after it.
    fn repeat(&self, first: usize) -> Option<(Repeat, usize)> {
        if let Some(class) = self.looping(first) {
            return Some((Repeat { class: class.clone(), min: 0, max: None }, first));
        }
        let Some((class, mut here)) = self.only_edge(first) else { return self.optional_repeat(first) };
        let mut min = 1;
        while self.sources[here] == 1 && self.only_edge(here).is_some_and(|(other, _)| other == class) {
            here = self.only_edge(here)?.1;
            min += 1;
        }
        if self.looping(here) == Some(class) && self.sources[here] == 2 {
            return Some((Repeat { class: class.clone(), min, max: None }, here));
        }
        // Where other paths join, the rest is an instruction of its own.
        let (more, last) = if self.sources[here] == 1 { self.up_to(here, class) } else { (0, here) };
        let max = min + more;
        // A single character is a branch with one target instead.
        let is_repeat = max > 1 || self.positions[last].edges.is_empty();
        is_repeat.then(|| (Repeat { class: class.clone(), min, max: Some(max) }, last))
    }

    /// The longest repetition that may be empty.
    fn optional_repeat(&self, first: usize) -> Option<(Repeat, usize)> {
        let runs = self.positions[first].edges.iter().map(|(class, _)| (class, self.up_to(first, class)));
        let (class, (max, last)) = runs.max_by_key(|(_, (more, _))| *more)?;
        (max > 1).then(|| (Repeat { class: class.clone(), min: 0, max: Some(max) }, last))
    }

    /// The class with which a position leads to itself.
    fn looping(&self, position: usize) -> Option<&'p Class> {
        let edges = &self.positions[position].edges;
        edges.iter().find(|(_, target)| *target == Target::State(position)).map(|(class, _)| class)
    }

    /// How many more characters of the class lead through otherwise equal positions, and the last of these.
    fn up_to(&self, first: usize, class: &Class) -> (usize, usize) {
        let mut here = first;
        let mut more = 0;
        while let Some(next) = self.next_alike(here, class) {
            here = next;
            more += 1;
        }
        (more, here)
    }

    /// Where the class leads, if only this position leads there and the rest of it is equal.
    fn next_alike(&self, here: usize, class: &Class) -> Option<usize> {
        let position = &self.positions[here];
        let next = position.edges.iter().find_map(|(other, target)| match target {
            Target::State(next) if other == class => Some(*next),
            _ => None,
        })?;
        let others = |position: &'p Position| position.edges.iter().filter(|(other, _)| other != class);
        let after = &self.positions[next];
        let is_alike = after.end == position.end && others(after).eq(others(position));
        (is_alike && self.sources[next] == 1).then_some(next)
    }

    /// The edges of a position, without those of the repetition that ended there.
    fn branch(&mut self, position: usize, repeat: &Repeat) -> Next {
        let edges = self.positions[position].edges.iter();
        let others = edges.filter(|(class, target)| {
            !(repeat.max.is_none() && *target == Target::State(position) && *class == repeat.class)
        });
        Next::Branch(others.map(|(class, target)| (class.clone(), self.target(*target))).collect())
    }
}
