//! Patterns of models, compiled by the generator into steps.

mod set;
mod step;

#[cfg(feature = "regex")]
use std::sync::OnceLock;

pub use set::Set;
pub use step::{FOUND, Step};

/// A regular expression, and what finds it in a text.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    matcher: Matcher,
    /// How many characters a text must have, where the steps leave that open.
    length: Option<(usize, usize)>,
}

/// What finds a pattern.
#[derive(Debug)]
enum Matcher {
    /// Steps, of which the first begins at the beginning of the text.
    Steps(&'static [Step]),
    /// The `regex` crate, at work when the pattern is first used.
    #[cfg(feature = "regex")]
    Regex(OnceLock<Option<regex::Regex>>),
}

impl Pattern {
    /// A pattern in the syntax of crate `regex`, and the steps that it was compiled to; none of them finds it everywhere.
    pub const fn new(text: &'static str, steps: &'static [Step]) -> Self {
        Pattern { text, matcher: Matcher::Steps(steps), length: None }
    }

    /// A pattern that steps cannot find. The generator has seen to it that `regex` can.
    #[cfg(feature = "regex")]
    pub const fn regex(text: &'static str) -> Self {
        Pattern { text, matcher: Matcher::Regex(OnceLock::new()), length: None }
    }

    /// The same for steps that let the length of a text vary more than the pattern does.
    ///
    /// The text must have at least `min` and at most `max` characters.
    pub const fn within(text: &'static str, min: usize, max: usize, steps: &'static [Step]) -> Self {
        Pattern { text, matcher: Matcher::Steps(steps), length: Some((min, max)) }
    }

    /// The text of the pattern.
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Whether the pattern occurs in `text`.
    pub fn matches(&self, text: &str) -> bool {
        let is_found = match &self.matcher {
            Matcher::Steps(steps) => step::walk(steps, text),
            #[cfg(feature = "regex")]
            Matcher::Regex(regex) => {
                let regex = regex.get_or_init(|| regex::Regex::new(self.text).ok());
                regex.as_ref().is_none_or(|regex| regex.is_match(text))
            }
        };
        is_found && self.length.is_none_or(|limits| has_length(text, limits))
    }
}

/// Whether a text has a length within both limits. Few patterns ask.
#[cold]
fn has_length(text: &str, (min, max): (usize, usize)) -> bool {
    (min..=max).contains(&text.chars().count())
}
