//! Steps through a text.

use super::Set;

/// In the place of a step: the pattern is found, whatever follows.
pub const FOUND: usize = usize::MAX;

/// What is done at one place of a text: past a text and a run of characters, then to the end or the next step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    text: &'static str,
    run: Set,
    min: usize,
    max: usize,
    end: bool,
    next: Next,
}

/// Where it goes on.
#[derive(Clone, Copy, Debug)]
enum Next {
    Step(usize),
    Choice(&'static [(Set, usize)]),
}

impl Step {
    /// Past nothing at first.
    pub const fn here() -> Self {
        Step { text: "", run: Set::of(""), min: 0, max: 0, end: false, next: Next::Choice(&[]) }
    }

    /// Past a text, which must follow at once.
    pub const fn text(text: &'static str) -> Self {
        Step { text, ..Step::here() }
    }

    /// Then past characters of a set: at least `min`, at most `max`, and as many as there are.
    pub const fn run(self, set: Set, min: usize, max: usize) -> Self {
        Step { run: set, min, max, ..self }
    }

    /// Then past characters of a set: at least `min`, and as many as there are.
    pub const fn repeat(self, set: Set, min: usize) -> Self {
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
    pub const fn choice(self, choice: &'static [(Set, usize)]) -> Self {
        Step { next: Next::Choice(choice), ..self }
    }

    /// The position behind the text and the run, if both are there.
    #[inline]
    fn pass(&self, text: &str, mut at: usize) -> Option<usize> {
        // To compare with nothing costs a call, and some processors a trap: an empty text may have any address.
        if !self.text.is_empty() {
            let here = text.as_bytes().get(at..)?;
            at = here.starts_with(self.text.as_bytes()).then_some(at + self.text.len())?;
        }
        if self.max == 0 {
            return Some(at);
        }
        let (after, count) = self.run.run(text, at, self.max);
        (count >= self.min).then_some(after)
    }
}

/// Whether the steps lead through a text.
pub(super) fn walk(steps: &[Step], text: &str) -> bool {
    let mut at = 0;
    let mut number = 0;
    while let Some(step) = steps.get(number) {
        let Some(after) = step.pass(text, at) else { return false };
        at = after;
        number = match step.next {
            Next::Step(next) => next,
            Next::Choice(choice) => {
                let Some(byte) = text.as_bytes().get(at) else { return step.end };
                let width = choice.iter().find_map(|(set, next)| Some((set.first(text, at, *byte)?, *next)));
                let Some((width, next)) = width else { return false };
                at += width;
                next
            }
        };
    }
    true
}
