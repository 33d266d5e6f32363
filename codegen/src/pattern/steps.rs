//! The automaton in few steps: texts and runs of characters instead of single ones.

use std::collections::BTreeMap;

use super::dfa::{Position, Target};
use super::set::Set;

/// What a matcher does at one place: a text, then a run, then the end or one more character that chooses the next step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What must follow at once.
    pub text: String,
    /// What may follow after that.
    pub run: Option<Run>,
    /// Whether a text that ends here has the pattern.
    pub end: bool,
    /// What comes next.
    pub next: Next,
}

/// Characters of one set.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The characters.
    pub set: Set,
    /// How many there must be.
    pub min: usize,
    /// How many there may be; none means any number.
    pub max: Option<usize>,
}

/// What comes after a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// The step with this number.
    Step(usize),
    /// One character, which chooses the step; with none the pattern is found, whatever follows.
    Choice(Vec<(Set, Option<usize>)>),
}

/// The steps that do what the positions say, beginning with the first.
pub(super) fn steps(positions: &[Position]) -> Vec<Step> {
    let mut walk =
        Walk { positions, sources: sources(positions), numbers: BTreeMap::new(), order: Vec::new() };
    walk.number(0);
    let mut steps = Vec::new();
    while let Some(position) = walk.order.get(steps.len()).copied() {
        steps.push(walk.step(position));
    }
    steps
}

/// How many edges lead to each position; the beginning counts as one.
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

/// Turns positions into steps, beginning a new one wherever several ways meet.
struct Walk<'p> {
    positions: &'p [Position],
    sources: Vec<usize>,
    numbers: BTreeMap<usize, usize>,
    order: Vec<usize>,
}

impl<'p> Walk<'p> {
    /// The number of the step that begins at a position.
    fn number(&mut self, position: usize) -> usize {
        *self.numbers.entry(position).or_insert_with(|| {
            self.order.push(position);
            self.order.len() - 1
        })
    }

    fn target(&mut self, target: Target) -> Option<usize> {
        match target {
            Target::State(position) => Some(self.number(position)),
            Target::Found => None,
        }
    }

    fn step(&mut self, first: usize) -> Step {
        let (text, after) = self.text(first);
        if let Some((run, last)) = self.run(after) {
            let is_text = self.only_edge(last).is_some_and(|(set, _)| set.single().is_some());
            if run.max.is_some() && (is_text || self.sources[last] > 1) {
                return Step { text, run: Some(run), end: false, next: Next::Step(self.number(last)) };
            }
            let Position { end, .. } = self.positions[last];
            let next = self.choice(last, &run);
            return Step { text, run: Some(run), end, next };
        }
        if after != first && self.sources[after] > 1 {
            return Step { text, run: None, end: false, next: Next::Step(self.number(after)) };
        }
        let next = self.choice(after, &Run { set: Set::default(), min: 0, max: Some(0) });
        Step { text, run: None, end: self.positions[after].end, next }
    }

    /// The text that leads on from a position, as far as there is one way only.
    fn text(&self, first: usize) -> (String, usize) {
        let mut text = String::new();
        let mut here = first;
        while let Some((set, next)) = self.only_edge(here)
            && let Some(c) = set.single()
            && (text.is_empty() || self.sources[here] == 1)
            && next != here
        {
            text.push(c);
            here = next;
        }
        (text, here)
    }

    /// The one edge of a position where a text may not end.
    fn only_edge(&self, position: usize) -> Option<(&'p Set, usize)> {
        match self.positions[position] {
            Position { ref edges, end: false } => match edges.as_slice() {
                [(set, Target::State(next))] => Some((set, *next)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The run that begins at a position, and where it ends.
    fn run(&self, first: usize) -> Option<(Run, usize)> {
        if let Some(set) = self.looping(first) {
            return Some((Run { set: set.clone(), min: 0, max: None }, first));
        }
        let Some((set, mut here)) = self.only_edge(first) else { return self.optional_run(first) };
        let mut min = 1;
        while self.sources[here] == 1 && self.only_edge(here).is_some_and(|(other, _)| other == set) {
            here = self.only_edge(here)?.1;
            min += 1;
        }
        if self.looping(here) == Some(set) && self.sources[here] == 2 {
            return Some((Run { set: set.clone(), min, max: None }, here));
        }
        // Where other ways join, the rest is a step of its own.
        let (more, last) = if self.sources[here] == 1 { self.up_to(here, set) } else { (0, here) };
        let max = min + more;
        // A single character that chooses nothing is better told as a choice of one.
        let is_run = max > 1 || self.positions[last].edges.is_empty();
        is_run.then(|| (Run { set: set.clone(), min, max: Some(max) }, last))
    }

    /// The longest run that may be left out altogether.
    fn optional_run(&self, first: usize) -> Option<(Run, usize)> {
        let runs = self.positions[first].edges.iter().map(|(set, _)| (set, self.up_to(first, set)));
        let (set, (max, last)) = runs.max_by_key(|(_, (more, _))| *more)?;
        (max > 1).then(|| (Run { set: set.clone(), min: 0, max: Some(max) }, last))
    }

    /// The set with which a position leads to itself.
    fn looping(&self, position: usize) -> Option<&'p Set> {
        let edges = &self.positions[position].edges;
        edges.iter().find(|(_, target)| *target == Target::State(position)).map(|(set, _)| set)
    }

    /// How many more characters of the set lead through positions that are the same but for that, and to the last.
    fn up_to(&self, first: usize, set: &Set) -> (usize, usize) {
        let mut here = first;
        let mut more = 0;
        while let Some(next) = self.next_alike(here, set) {
            here = next;
            more += 1;
        }
        (more, here)
    }

    /// Where the set leads, if it does so from here alone and everything else is the same there.
    fn next_alike(&self, here: usize, set: &Set) -> Option<usize> {
        let position = &self.positions[here];
        let next = position.edges.iter().find_map(|(other, target)| match target {
            Target::State(next) if other == set => Some(*next),
            _ => None,
        })?;
        let others = |position: &'p Position| position.edges.iter().filter(|(other, _)| other != set);
        let after = &self.positions[next];
        let is_alike = after.end == position.end && others(after).eq(others(position));
        (is_alike && self.sources[next] == 1).then_some(next)
    }

    /// The edges of a position, without those of the run that ended there.
    fn choice(&mut self, position: usize, run: &Run) -> Next {
        let edges = self.positions[position].edges.iter();
        let others = edges.filter(|(set, target)| {
            !(run.max.is_none() && *target == Target::State(position) && *set == run.set)
        });
        Next::Choice(others.map(|(set, target)| (set.clone(), self.target(*target))).collect())
    }
}
