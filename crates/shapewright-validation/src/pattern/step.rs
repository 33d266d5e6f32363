//! Steps through a text.

use super::Set;

/// In the place of a step: the pattern is found, whatever follows.
pub const FOUND: u8 = u8::MAX;

/// In the place of a step: the pattern is not there.
const NOWHERE: u8 = u8::MAX - 1;

/// What is done at one place of a text: past a text and a run of characters, then to the end or the next step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    text: &'static str,
    run: Option<&'static Set>,
    min: usize,
    max: usize,
    end: bool,
    /// Where it goes on; where that is open, the next character chooses.
    next: Option<u8>,
    choice: Choice,
}

/// Which step follows which character.
#[derive(Clone, Copy, Debug)]
struct Choice {
    /// The step after each byte that is a character by itself.
    steps: [u8; 256],
    ways: &'static [(&'static Set, u8)],
}

impl Choice {
    const fn of(ways: &'static [(&'static Set, u8)]) -> Self {
        let mut steps = [NOWHERE; 256];
        let mut way = 0;
        while way < ways.len() {
            let (set, step) = ways[way];
            let mut byte = 0;
            while byte < 128 {
                if set.has_byte(byte) && steps[byte as usize] == NOWHERE {
                    steps[byte as usize] = step;
                }
                byte += 1;
            }
            way += 1;
        }
        Choice { steps, ways }
    }

    /// What follows the first character of a text, and the step for that. The text is `byte` and `rest`.
    #[inline(always)]
    fn take<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<(&'t [u8], u8)> {
        match self.steps[usize::from(byte)] {
            NOWHERE => self.take_beyond(text, byte, rest),
            step => Some((rest, step)),
        }
    }

    /// The same where the byte is no character of a set by itself.
    #[cold]
    fn take_beyond<'t>(&self, text: &'t [u8], byte: u8, rest: &'t [u8]) -> Option<(&'t [u8], u8)> {
        let mut ways = self.ways.iter();
        ways.find_map(|(set, step)| Some((set.past_one(text, byte, rest)?, *step)))
    }
}

impl Step {
    /// Past nothing at first.
    pub const fn here() -> Self {
        Step { text: "", run: None, min: 0, max: 0, end: false, next: None, choice: Choice::of(&[]) }
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
    pub const fn then(self, step: u8) -> Self {
        Step { next: Some(step), ..self }
    }

    /// Takes one more character, which chooses the step: the first whose set has it. With any other the pattern is not
    /// there.
    pub const fn choice(self, choice: &'static [(&'static Set, u8)]) -> Self {
        Step { choice: Choice::of(choice), ..self }
    }
}

/// Whether the steps lead through a text.
pub(super) fn walk(steps: &[Step], text: &str) -> bool {
    passes(steps, text.as_bytes()).unwrap_or(false)
}

/// Whether a text that ends early may do so; none where a step does not lead on.
#[inline]
fn passes(steps: &[Step], mut text: &[u8]) -> Option<bool> {
    let mut number = 0;
    while let Some(step) = steps.get(usize::from(number)) {
        // To compare with nothing costs a call, and some processors a trap: an empty text may have any address.
        if !step.text.is_empty() {
            text = text.strip_prefix(step.text.as_bytes())?;
        }
        if let Some(set) = step.run {
            text = set.past_run(text, step.min, step.max)?;
        }
        number = match step.next {
            Some(next) => next,
            None => {
                let Some((byte, rest)) = text.split_first() else { return Some(step.end) };
                let (after, next) = step.choice.take(text, *byte, rest)?;
                text = after;
                next
            }
        };
    }
    Some(true)
}
