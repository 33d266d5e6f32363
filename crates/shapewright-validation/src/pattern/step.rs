//! Steps through a text.

use super::Set;

/// In the place of a step: the pattern is found, whatever follows.
pub const FOUND: usize = usize::MAX;

/// What is done at one place of a text: past a text and a run of characters, then to the end or the next step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    text: &'static str,
    run: Option<&'static Set>,
    min: usize,
    max: usize,
    end: bool,
    next: Next,
}

/// Where it goes on.
#[derive(Clone, Copy, Debug)]
enum Next {
    Step(usize),
    Choice(&'static [(&'static Set, usize)]),
}

impl Step {
    /// Past nothing at first.
    pub const fn here() -> Self {
        Step { text: "", run: None, min: 0, max: 0, end: false, next: Next::Choice(&[]) }
    }

    /// Past a text, which must follow at once.
    pub const fn text(text: &'static str) -> Self {
        Step { text, ..Step::here() }
    }

    /// Then past characters of a set: at least `min`, at most `max`, and as many as there are.
    pub const fn run(self, set: &'static Set, min: usize, max: usize) -> Self {
        Step { run: Some(set), min, max, ..self }
    }

    /// Then past characters of a set: at least `min`, and as many as there are.
    pub const fn repeat(self, set: &'static Set, min: usize) -> Self {
        self.run(set, min, usize::MAX)
    }

    /// A text that ends here has the pattern.
    pub const fn end(self) -> Self {
        Step { end: true, ..self }
    }

    /// Goes on with this step.
    pub const fn then(self, step: usize) -> Self {
        Step { next: Next::Step(step), ..self }
    }

    /// Takes one more character, which chooses the step; with any other the pattern is not there.
    pub const fn choice(self, choice: &'static [(&'static Set, usize)]) -> Self {
        Step { next: Next::Choice(choice), ..self }
    }

    /// What follows the text and the run, if both are there.
    #[inline]
    fn pass<'t>(&self, mut rest: &'t [u8]) -> Option<&'t [u8]> {
        // To compare with nothing costs a call, and some processors a trap: an empty text may have any address.
        if !self.text.is_empty() {
            rest = rest.strip_prefix(self.text.as_bytes())?;
        }
        let Some(set) = self.run else { return Some(rest) };
        let (rest, count) = set.run(rest, self.max);
        (count >= self.min).then_some(rest)
    }
}

/// Whether the steps lead through a text.
pub(super) fn walk(steps: &[Step], text: &str) -> bool {
    let mut rest = text.as_bytes();
    let mut number = 0;
    while let Some(step) = steps.get(number) {
        let Some(after) = step.pass(rest) else { return false };
        rest = after;
        number = match step.next {
            Next::Step(next) => next,
            Next::Choice(choice) => {
                let Some(byte) = rest.first() else { return step.end };
                let way = choice.iter().find_map(|(set, next)| Some((set.first(rest, *byte)?, *next)));
                let Some((width, next)) = way else { return false };
                rest = rest.get(width..).unwrap_or_default();
                next
            }
        };
    }
    true
}
