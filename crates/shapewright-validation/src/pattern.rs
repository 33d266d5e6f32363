//! Patterns of models as regular expressions.

use std::sync::OnceLock;

use regex::Regex;

/// A regular expression in the syntax of crate `regex`, compiled when it is first used.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern with this text. The generator has seen to it that it can be compiled.
    pub const fn new(text: &'static str) -> Self {
        Pattern { text, regex: OnceLock::new() }
    }

    /// The text of the pattern.
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Whether the pattern occurs in `text`. A pattern that cannot be compiled refuses nothing.
    pub fn matches(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| Regex::new(self.text).ok());
        regex.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}
