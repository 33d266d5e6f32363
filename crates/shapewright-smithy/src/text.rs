//! Texts of models, which can contain anything, made fit to be shown.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with an escape such as `\n` or `\u{202e}` for every hidden character.
///
/// Texts of a model are shown in terminals, comments and pages. There a hidden character can start a line, change
/// colours, or reverse the order in which the rest of a line is displayed.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            // Writing to a string does not fail.
            let _ = write!(shown, "{}", c.escape_default());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Whether all characters are letters, digits, punctuation and spaces of ASCII, as in nearly all texts.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether the character is not displayed as itself: control characters, line separators, characters that change the
/// direction of writing, and other format characters of Unicode.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::{is_hidden, is_plain, visible};

    #[test]
    fn hidden_characters_are_escaped_and_others_stay() {
        assert_eq!(visible("caf\u{e9}, e\u{301}, 日本"), "caf\u{e9}, e\u{301}, 日本");
        assert_eq!(visible("a\nb\u{1b}[0m\u{202e}\0"), "a\\nb\\u{1b}[0m\\u{202e}\\u{0}");
    }

    #[test]
    fn plain_characters_are_not_hidden() {
        for c in (0..=0x7f).map(char::from) {
            assert_eq!(is_plain(&c.to_string()), !is_hidden(c), "{c:?}");
        }
        assert!(is_plain("") && !is_plain("caf\u{e9}"));
    }
}
