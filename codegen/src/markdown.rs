//! Markdown of doc comments and pages.
//!
//! A text of a model can contain anything. Rustdoc runs code blocks of doc comments, and passes HTML on to the browser.
//! So texts become Markdown only here, without HTML, links and code blocks.

use std::borrow::Cow;

use shapewright_smithy::text as characters;

/// A text without markup, which can start a line.
pub(crate) fn text(text: &str) -> String {
    guarded(escaped(&one_line(text)).into_owned())
}

/// A text whose only markup is spans of code, such as a summary.
pub(crate) fn prose(text: &str) -> String {
    inline(&one_line(text))
}

/// Like [`prose`], for a part of a line.
pub(crate) fn inline(text: &str) -> String {
    let text = characters::visible(text);
    let mut markdown = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(start) = rest.find('`') {
        let (before, after) = rest.split_at(start);
        markdown.push_str(&escaped(before));
        rest = match span(after) {
            Some((content, rest)) => {
                markdown.push_str(&code(content));
                rest
            }
            None => {
                let run = ticks(after);
                markdown.push_str(&escaped(&after[..run]));
                &after[run..]
            }
        };
    }
    markdown + &escaped(rest)
}

/// A span of code. The text is between more backticks than it has in a row, but never between three: at the start of a
/// line, they would start a block.
pub(crate) fn code(text: &str) -> String {
    let text = characters::visible(text);
    if text.is_empty() {
        "` `".to_owned()
    } else if !text.contains('`') {
        ["`", &text, "`"].concat()
    } else if text.contains("``") {
        format!("<code>{}</code>", entities(&text))
    } else {
        format!("`` {text} ``")
    }
}

/// Markdown as a cell of a table.
pub(crate) fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// Whether a line that starts with this word is not part of the paragraph above: a list, a quotation, a heading, a code
/// block or HTML.
pub(crate) fn opens_block(word: &str) -> bool {
    let after_digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = after_digits.len() < word.len() && matches!(after_digits, "." | ")");
    let is_html = word.strip_prefix('<').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
            && !rest.starts_with("http")
            && !rest.starts_with("code>")
    });
    let is_heading = !word.is_empty() && word.chars().all(|c| c == '#');
    is_number
        || is_html
        || is_heading
        || matches!(word, "-" | "+" | "*")
        || ["```", "~~~", ">"].iter().any(|start| word.starts_with(start))
}

/// The content of the span of code at the start of the text, and what follows it.
fn span(text: &str) -> Option<(&str, &str)> {
    let fence = ticks(text);
    let inner = &text[fence..];
    let mut at = 0;
    loop {
        let start = at + inner[at..].find('`')?;
        let run = ticks(&inner[start..]);
        if run == fence {
            let (content, rest) = (&inner[..start], &inner[start + run..]);
            let padded = content.strip_prefix(' ').and_then(|content| content.strip_suffix(' '));
            return Some((padded.filter(|content| !content.trim().is_empty()).unwrap_or(content), rest));
        }
        at = start + run;
    }
}

/// The number of backticks at the start.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

fn one_line(text: &str) -> Cow<'_, str> {
    if is_tidy(text) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    Cow::Owned(characters::visible(&words.join(" ")).into_owned())
}

/// Whether the text is plain words with one space between them.
pub(crate) fn is_tidy(text: &str) -> bool {
    let is_inner = |byte: Option<&u8>| byte != Some(&b' ');
    let bytes = text.as_bytes();
    characters::is_plain(text)
        && is_inner(bytes.first())
        && is_inner(bytes.last())
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// A backslash before characters that would be markup.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'`' | b'<' | b'[' | b']' | b'\\' | b'~')) {
        return Cow::Borrowed(text);
    }
    let mut markdown = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_markup = match c {
            '`' | '<' | '[' | ']' => true,
            '\\' => chars.peek().is_none_or(char::is_ascii_punctuation),
            '~' => chars.peek() == Some(&'~') || markdown.ends_with('~'),
            _ => false,
        };
        markdown.extend(is_markup.then_some('\\'));
        markdown.push(c);
    }
    Cow::Owned(markdown)
}

/// Markdown made able to start a line, so that it is part of a paragraph.
pub(crate) fn guarded(markdown: String) -> String {
    let word = markdown.split(' ').next().unwrap_or_default();
    // Words of one character that is repeated underline the line above.
    let underlines = !word.is_empty() && word.chars().all(|c| "-=_*|:".contains(c));
    let is_code = word.starts_with("<code>");
    if is_code || !(opens_block(word) || underlines) {
        return markdown;
    }
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    format!("{}\\{}", &markdown[..digits], &markdown[digits..])
}

/// The text with entities for all characters that are markup.
fn entities(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() || c == ' ' {
            html.push_str(&format!("&#{};", u32::from(c)));
        } else {
            html.push(c);
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::{cell, code, opens_block, prose, text};

    #[test]
    fn text_with_backticks_is_one_span() {
        assert_eq!(code("a|b"), "`a|b`");
        assert_eq!(code("a == `1`"), "`` a == `1` ``");
        assert_eq!(code("a``"), "<code>a&#96;&#96;</code>");
        assert_eq!(code("a\n"), "`a\\n`");
    }

    #[test]
    fn texts_have_no_markup() {
        assert_eq!(text("CloudFront 2020-05-31"), "CloudFront 2020-05-31");
        assert_eq!(text("<b>\n[a](b) \\[ ~~~ ```"), "\\<b> \\[a\\](b) \\\\\\[ \\~\\~\\~ \\`\\`\\`");
        assert_eq!(text("-     code"), "\\- code");
        assert_eq!(text("12. code"), "12\\. code");
        assert_eq!(cell(&text("a|b")), "a\\|b");
    }

    #[test]
    fn prose_keeps_spans_of_code_alone() {
        assert_eq!(prose("The `Id` of <b>."), "The `Id` of \\<b>.");
        assert_eq!(prose("`` a`b `` and `c"), "`` a`b `` and \\`c");
        assert_eq!(prose("``` a ``` b"), "` a ` b".replace("` a `", "`a`"));
        assert_eq!(prose("``` a"), "\\`\\`\\` a");
    }

    #[test]
    fn words_that_start_blocks_are_known() {
        for word in ["-", "1.", "###", ">=", "```rust", "~~~", "<script>", "</p>", "<!--"] {
            assert!(opens_block(word), "{word}");
        }
        for word in ["", "-1", "1.5", "<", "<=", "<https://example.com>", "`a`", "==", "a."] {
            assert!(!opens_block(word), "{word}");
        }
    }
}
