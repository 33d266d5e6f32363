//! Sentences, enumerations and lines.

use crate::markdown::{guarded, is_tidy, opens_block};

/// Width of a doc comment, without indentation and slashes.
const WIDTH: usize = 100;

/// Breaks a paragraph into lines.
pub(super) fn wrapped(text: &str) -> Vec<String> {
    let text = guarded(text.to_owned());
    if text.len() <= WIDTH && is_tidy(&text) {
        return vec![text];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        // A line that starts a block would end the paragraph, and the span of code that it may be in.
        if length > 0 && length + 1 + width > WIDTH && !opens_block(word) {
            add_line(&mut lines, std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += width;
    }
    add_line(&mut lines, line);
    lines
}

/// Adds a line. One that underlines the line above would make that a heading, so it becomes its end.
fn add_line(lines: &mut Vec<String>, line: String) {
    let underlines = !line.is_empty() && line.chars().all(|c| "-=_*|: ".contains(c));
    match lines.last_mut() {
        Some(last) if underlines => *last = format!("{last} {line}"),
        _ => lines.push(line),
    }
}

/// The paragraphs that are not empty, with an empty line between them.
pub(in crate::pass) fn paragraphs(texts: Vec<String>) -> Vec<String> {
    let mut lines = Vec::new();
    for text in texts.iter().filter(|text| !text.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrapped(text));
    }
    lines
}

/// `a, b and c`; if there are more than `most`, the first ones and the number of the others.
pub(super) fn listed(names: &[String], most: usize) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        names if names.len() > most => {
            format!("{} and {} more", names[..most].join(", "), names.len() - most)
        }
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Converts the first letter to lowercase, unless the first word is a name.
pub(in crate::pass) fn decapitalised(text: &str) -> String {
    let is_name = |word: &str| word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
    if is_name(text.split(' ').next().unwrap_or_default()) {
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::{decapitalised, listed, paragraphs, wrapped};

    #[test]
    fn names_are_listed_up_to_a_number() {
        let names = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(listed(&names[..1], 3), "a");
        assert_eq!(listed(&names[..2], 3), "a and b");
        assert_eq!(listed(&names[..3], 3), "a, b and c");
        assert_eq!(listed(&names, 3), "a, b, c and 1 more");
    }

    #[test]
    fn empty_paragraphs_leave_no_lines() {
        assert_eq!(paragraphs(vec!["a".to_owned(), " ".to_owned(), "b".to_owned()]), ["a", "", "b"]);
    }

    #[test]
    fn no_line_starts_a_block() {
        let text = format!("`{} ~~~ b {} - ```", "a".repeat(98), "c".repeat(99));
        let lines: Vec<String> = wrapped(&text);
        assert_eq!(wrapped(&format!("{} = {}", "a".repeat(100), "b".repeat(100))).len(), 2);
        assert!(lines[0].ends_with(" ~~~") && lines[2].ends_with(" - ```"), "{lines:?}");
    }

    #[test]
    fn a_paragraph_is_no_block() {
        assert_eq!(paragraphs(vec!["- a".to_owned(), "### b".to_owned()]), ["\\- a", "", "\\### b"]);
    }

    #[test]
    fn names_keep_their_capitals() {
        assert_eq!(decapitalised("Replaces it."), "replaces it.");
        assert_eq!(decapitalised("ETag of it."), "ETag of it.");
    }
}
