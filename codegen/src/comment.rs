//! Comments of generated Rust, which no text can leave.

use proc_macro2::TokenStream;
use quote::quote;
use shapewright_smithy::text;

use crate::emit::words::literal;

/// The lines of a doc comment. No line contains a line break or another hidden character, so each is one line of the
/// file, and is displayed as the compiler reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Comment(Vec<String>);

impl Comment {
    /// As the comment at the start of a file.
    pub(crate) fn inner(&self) -> String {
        let line = |line: &String| format!("//!{}{line}\n", if line.is_empty() { "" } else { " " });
        self.0.iter().map(line).collect()
    }

    /// As the attributes of the item below.
    pub(crate) fn outer(&self) -> TokenStream {
        let line =
            |line: &String| literal(&if line.is_empty() { String::new() } else { [" ", line].concat() });
        let lines = self.0.iter().map(line);
        quote! { #(#[doc = #lines])* }
    }
}

impl<S: AsRef<str>> FromIterator<S> for Comment {
    fn from_iter<I: IntoIterator<Item = S>>(lines: I) -> Self {
        Comment(lines.into_iter().map(|line| one_line(line.as_ref())).collect())
    }
}

impl<S: AsRef<str>> From<Vec<S>> for Comment {
    fn from(lines: Vec<S>) -> Self {
        lines.into_iter().collect()
    }
}

/// The text with spaces for line breaks, and with escapes for other hidden characters.
fn one_line(line: &str) -> String {
    if text::is_plain(line) {
        return line.to_owned();
    }
    let breaks = ['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text::visible(&line.replace(breaks, " ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Comment;

    #[test]
    fn a_line_stays_one_line() {
        let comment = Comment::from(vec!["1\npub fn f() {}", "", "a\u{2028}b\r\u{202e}c */"]);
        assert_eq!(comment.inner(), "//! 1 pub fn f() {}\n//!\n//! a b \\u{202e}c */\n");
        assert_eq!(
            comment.outer().to_string(),
            "# [doc = \" 1 pub fn f() {}\"] # [doc = \"\"] # [doc = \" a b \\\\u{202e}c */\"]"
        );
    }
}
