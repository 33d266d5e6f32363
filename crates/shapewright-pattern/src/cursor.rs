//! A position in a text, moved by the calls that a sequence is compiled to.

use crate::Class;

/// A position in a text. Each method consumes what must come next, or returns `None`.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t>(&'t [u8]);

impl<'t> Cursor<'t> {
    /// The start of a text.
    #[inline]
    pub fn new(text: &'t str) -> Self {
        Cursor(text.as_bytes())
    }

    /// Consumes a literal.
    #[inline(always)]
    pub fn literal(self, text: &str) -> Option<Self> {
        self.0.strip_prefix(text.as_bytes()).map(Cursor)
    }

    /// Consumes one character of the class.
    #[inline(always)]
    pub fn one(self, class: &Class) -> Option<Self> {
        let (byte, rest) = self.0.split_first()?;
        class.skip_one(self.0, *byte, rest).map(Cursor)
    }

    /// Consumes `N` characters of the class.
    #[inline(always)]
    pub fn exactly<const N: usize>(self, class: &Class) -> Option<Self> {
        match self.0.split_first_chunk::<N>() {
            // Bytes are compared all at once, without a branch for each.
            Some((run, rest)) if class.has_known_bytes(run) => Some(Cursor(rest)),
            _ => class.skip_run_beyond(self.0, N, N).map(Cursor),
        }
    }

    /// Consumes as many characters of the class as there are, up to `max`; `None` if there are fewer than `min`.
    #[inline(always)]
    pub fn between(self, class: &Class, min: usize, max: usize) -> Option<Self> {
        class.skip_run(self.0, min, max).map(Cursor)
    }

    /// Consumes as many characters of the class as there are; `None` if there are fewer than `min`.
    #[inline(always)]
    pub fn at_least(self, class: &Class, min: usize) -> Option<Self> {
        self.between(class, min, usize::MAX)
    }

    /// Succeeds at the end of the text only.
    #[inline(always)]
    pub fn end(self) -> Option<Self> {
        self.0.is_empty().then_some(self)
    }
}
