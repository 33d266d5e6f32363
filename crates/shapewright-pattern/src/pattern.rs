//! A compiled expression.

#[cfg(feature = "regex")]
use std::sync::OnceLock;

use crate::Cursor;
use crate::instruction::{self, Instruction};

/// A regular expression and its compiled form.
#[derive(Debug)]
pub struct Pattern {
    regex: &'static str,
    matcher: Matcher,
}

#[derive(Debug)]
enum Matcher {
    /// Consumes what the expression asks for, one part after the other.
    Sequence(fn(Cursor<'_>) -> Option<Cursor<'_>>),
    /// Executes a program, then compares the number of characters with the limits.
    Program { instructions: &'static [Instruction], length: Option<(usize, usize)> },
    /// The `regex` crate; compiled at the first use.
    #[cfg(feature = "regex")]
    Regex(OnceLock<Option<regex::Regex>>),
}

impl Pattern {
    /// An expression without alternatives, as calls that each consume one part of it.
    pub const fn sequence(regex: &'static str, parts: fn(Cursor<'_>) -> Option<Cursor<'_>>) -> Self {
        Pattern { regex, matcher: Matcher::Sequence(parts) }
    }

    /// An expression as a program, which starts with the first instruction; every text matches an empty program.
    pub const fn program(regex: &'static str, instructions: &'static [Instruction]) -> Self {
        Pattern { regex, matcher: Matcher::Program { instructions, length: None } }
    }

    /// A program that also requires `min` to `max` characters in the whole text.
    pub const fn program_of_length(
        regex: &'static str,
        min: usize,
        max: usize,
        instructions: &'static [Instruction],
    ) -> Self {
        Pattern { regex, matcher: Matcher::Program { instructions, length: Some((min, max)) } }
    }

    /// An expression that the `regex` crate matches.
    ///
    /// Every text matches an expression that the crate refuses; the compiler has checked that it does not.
    #[cfg(feature = "regex")]
    pub const fn regex(regex: &'static str) -> Self {
        Pattern { regex, matcher: Matcher::Regex(OnceLock::new()) }
    }

    /// The expression, in the syntax of the `regex` crate.
    pub fn as_str(&self) -> &'static str {
        self.regex
    }

    /// Whether the expression matches anywhere in the text.
    #[inline]
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        match &self.matcher {
            Matcher::Sequence(parts) => parts(Cursor::new(text)).is_some(),
            Matcher::Program { instructions, length } => {
                let has_length = |(min, max)| (min..=max).contains(&text.chars().count());
                instruction::run(instructions, text) && length.is_none_or(has_length)
            }
            #[cfg(feature = "regex")]
            Matcher::Regex(regex) => {
                let regex = regex.get_or_init(|| regex::Regex::new(self.regex).ok());
                regex.as_ref().is_none_or(|regex| regex.is_match(text))
            }
        }
    }
}
