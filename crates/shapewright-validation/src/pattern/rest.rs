//! Patterns without choices, as calls in a row.

use super::Set;

/// What is left of a text. Each method goes past something that must come next; none where it does not.
#[derive(Clone, Copy, Debug)]
pub struct Rest<'t>(&'t [u8]);

impl<'t> Rest<'t> {
    /// All of a text.
    #[inline]
    pub fn of(text: &'t str) -> Self {
        Rest(text.as_bytes())
    }

    /// Past a text.
    #[inline(always)]
    pub fn text(self, text: &str) -> Option<Self> {
        self.0.strip_prefix(text.as_bytes()).map(Rest)
    }

    /// Past one character of a set.
    #[inline(always)]
    pub fn one(self, set: &Set) -> Option<Self> {
        let (byte, rest) = self.0.split_first()?;
        set.past_one(self.0, *byte, rest).map(Rest)
    }

    /// Past a fixed number of characters of a set.
    #[inline(always)]
    pub fn times<const N: usize>(self, set: &Set) -> Option<Self> {
        match self.0.split_first_chunk::<N>() {
            // Without a choice for each character.
            Some((run, rest)) if set.has_known_bytes(run) => Some(Rest(rest)),
            _ => set.past_run_beyond(self.0, N, N).map(Rest),
        }
    }

    /// Past characters of a set: at least `min`, at most `max`, and as many as there are.
    #[inline(always)]
    pub fn run(self, set: &Set, min: usize, max: usize) -> Option<Self> {
        set.past_run(self.0, min, max).map(Rest)
    }

    /// Past characters of a set: at least `min`, and as many as there are.
    #[inline(always)]
    pub fn repeat(self, set: &Set, min: usize) -> Option<Self> {
        self.run(set, min, usize::MAX)
    }

    /// Here the text must end.
    #[inline(always)]
    pub fn end(self) -> Option<Self> {
        self.0.is_empty().then_some(self)
    }
}
