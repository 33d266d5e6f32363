//! Patterns of models, compiled by the generator into calls in a row, or into steps where there are choices.

mod rest;
mod set;
mod step;

#[cfg(feature = "regex")]
use std::sync::OnceLock;

pub use rest::Rest;
pub use set::Set;
pub use step::{FOUND, Step};

/// A regular expression, and what finds it in a text.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    matcher: Matcher,
}

/// What finds a pattern.
#[derive(Debug)]
enum Matcher {
    /// What goes past all that the pattern asks for, and is left with something if all was there.
    Chain(fn(Rest<'_>) -> Option<Rest<'_>>),
    /// Steps, of which the first begins at the beginning of the text.
    Steps(&'static [Step]),
    /// Steps that leave the length of a text open, and how many characters it must have.
    Within(&'static [Step], usize, usize),
    /// The `regex` crate, at work when the pattern is first used.
    #[cfg(feature = "regex")]
    Regex(OnceLock<Option<regex::Regex>>),
}

impl Pattern {
    /// A pattern in the syntax of crate `regex`, and what it was compiled to.
    pub const fn new(text: &'static str, chain: fn(Rest<'_>) -> Option<Rest<'_>>) -> Self {
        Pattern { text, matcher: Matcher::Chain(chain) }
    }

    /// The same for a pattern with choices, which was compiled to steps; none of them finds it everywhere.
    pub const fn steps(text: &'static str, steps: &'static [Step]) -> Self {
        Pattern { text, matcher: Matcher::Steps(steps) }
    }

    /// The same for steps that let the length of a text vary more than the pattern does.
    ///
    /// The text must have at least `min` and at most `max` characters.
    pub const fn within(text: &'static str, min: usize, max: usize, steps: &'static [Step]) -> Self {
        Pattern { text, matcher: Matcher::Within(steps, min, max) }
    }

    /// A pattern that steps cannot find. The generator has seen to it that `regex` can.
    #[cfg(feature = "regex")]
    pub const fn regex(text: &'static str) -> Self {
        Pattern { text, matcher: Matcher::Regex(OnceLock::new()) }
    }

    /// The text of the pattern.
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Whether the pattern occurs in `text`.
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        match &self.matcher {
            Matcher::Chain(chain) => chain(Rest::of(text)).is_some(),
            Matcher::Steps(steps) => step::walk(steps, text),
            Matcher::Within(steps, min, max) => {
                step::walk(steps, text) && (*min..=*max).contains(&text.chars().count())
            }
            #[cfg(feature = "regex")]
            Matcher::Regex(regex) => {
                let regex = regex.get_or_init(|| regex::Regex::new(self.text).ok());
                regex.as_ref().is_none_or(|regex| regex.is_match(text))
            }
        }
    }
}
