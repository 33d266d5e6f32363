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
}

/// Whether the steps lead through a text.
#[inline]
pub(super) fn walk(steps: &[Step], text: &str) -> bool {
    passes(steps, text.as_bytes()).unwrap_or(false)
}

/// Whether a text that ends early may do so; none where a step does not lead on.
#[inline]
fn passes(steps: &[Step], mut text: &[u8]) -> Option<bool> {
    let mut number = 0;
    while let Some(step) = steps.get(number) {
        // To compare with nothing costs a call, and some processors a trap: an empty text may have any address.
        if !step.text.is_empty() {
            text = text.strip_prefix(step.text.as_bytes())?;
        }
        if let Some(set) = step.run {
            text = set.past_run(text, step.min, step.max)?;
        }
        number = match step.next {
            Next::Step(next) => next,
            Next::Choice(choice) => {
                let Some((byte, rest)) = text.split_first() else { return Some(step.end) };
                let mut ways = choice.iter();
                let way = ways.find_map(|(set, next)| Some((set.past_one(text, *byte, rest)?, *next)));
                let (after, next) = way?;
                text = after;
                next
            }
        };
    }
    Some(true)
}
