//! JSON Pointers (RFC 6901).

use std::fmt::{self, Write};

/// The name of a member or entry as a step of a JSON Pointer: `/a~1b` for `a/b`.
///
/// ```
/// use shapewright_runtime::PointerStep;
///
/// assert_eq!(PointerStep("a/b").to_string(), "/a~1b");
/// assert_eq!(PointerStep::name("a~1b"), "a/b");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PointerStep<'a>(pub &'a str);

impl PointerStep<'_> {
    /// Returns the name for the text of a step, without its slash: `a/b` for `a~1b`.
    pub fn name(step: &str) -> String {
        step.replace("~1", "/").replace("~0", "~")
    }
}

impl fmt::Display for PointerStep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('/')?;
        self.0.chars().try_for_each(|c| match c {
            '~' => f.write_str("~0"),
            '/' => f.write_str("~1"),
            c => f.write_char(c),
        })
    }
}
