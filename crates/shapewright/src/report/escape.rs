//! Texts without characters that change how a terminal or a log shows what is around them.

use std::borrow::Cow;
use std::fmt::Write;

use shapewright_runtime::text::is_control;

/// The joiner of emoji families, which is harmless.
const JOINER: char = '\u{200D}';

/// Returns whether a character is shown as an escape sequence.
pub(super) fn is_hidden(c: char) -> bool {
    is_control(c) && c != JOINER
}

/// Returns a text with escape sequences for hidden characters.
pub fn shown(text: &str) -> Cow<'_, str> {
    shown_but(text, |_| false)
}

/// Returns a text with escape sequences for hidden characters, but for those that the caller handles.
pub(super) fn shown_but(text: &str, is_kept: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_escaped = |c: char| is_hidden(c) && !is_kept(c);
    if !text.chars().any(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push(&mut shown, c, is_escaped(c));
    }
    Cow::Owned(shown)
}

/// Adds a character, or its escape sequence.
pub(super) fn push(text: &mut String, c: char, is_escaped: bool) {
    // Writing to a `String` does not fail.
    let _ = if is_escaped { write!(text, "{}", c.escape_default()) } else { text.write_char(c) };
}
