//! Regular expressions of the model.

use shapewright_pattern::compile::{Compiled, Matcher};

/// A constant with a compiled pattern, which several members can bear.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternConstant {
    /// Name of the constant.
    pub rust: String,
    /// Finished doc comment, a line each.
    pub docs: Vec<String>,
    /// The pattern in compiled form.
    pub compiled: Compiled,
}

/// A regular expression of the model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Name of the constant.
    pub rust: String,
    /// The expression in the model.
    pub text: String,
    /// The compiled pattern; `None` if it cannot be compiled.
    pub compiled: Option<Compiled>,
}

impl Pattern {
    /// Whether the generated crate needs the `regex` crate for it.
    pub fn needs_regex(&self) -> bool {
        self.compiled.as_ref().is_some_and(|compiled| compiled.matcher == Matcher::Regex)
    }
}
