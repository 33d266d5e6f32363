//! Splits HCL into the blocks and attributes of its outermost body, so that an error in one does not hide the others.

use crate::Span;

/// The items and comments of a text.
pub(super) struct Split {
    pub(super) items: Vec<Span>,
    pub(super) comments: Vec<Span>,
}

/// What the scanner is in.
enum Inside {
    /// Brackets, or a replaced part of a string.
    Brackets,
    String,
    /// A heredoc that ends with this word.
    Heredoc(Span),
}

/// How often the scanner starts again behind a block without an end. Each time can take a walk through the whole text.
const RECOVERIES: usize = 16;

/// Splits a text from an offset on.
pub(super) fn split(text: &str, start: usize) -> Split {
    let mut scanner = Scanner { text, at: start, inside: Vec::new(), item: None, comments: Vec::new() };
    let mut items = Vec::new();
    let mut recoveries = 0;
    loop {
        if let Some(item) = scanner.next() {
            items.push(item);
            continue;
        }
        let Some(begin) = scanner.item.take() else { break };
        // Something has no end: an item may begin at the next name without indentation.
        let next = if recoveries < RECOVERIES { next_item(text, begin) } else { None };
        let end = next.unwrap_or(text.len());
        items.push(Span::new(begin, begin + text[begin..end].trim_end().len()));
        let Some(next) = next else { break };
        recoveries += 1;
        scanner.comments.retain(|comment| (comment.start as usize) < next);
        (scanner.at, scanner.inside) = (next, Vec::new());
    }
    Split { items, comments: scanner.comments }
}

/// Returns where the next line begins that looks like a block, after the line of an offset.
fn next_item(text: &str, begin: usize) -> Option<usize> {
    let mut start = begin;
    for line in text[begin..].split_inclusive('\n') {
        let is_name = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if start > begin && is_name && line.trim_end().ends_with('{') {
            return Some(start);
        }
        start += line.len();
    }
    None
}

struct Scanner<'s> {
    text: &'s str,
    at: usize,
    inside: Vec<Inside>,
    /// Where the current item begins.
    item: Option<usize>,
    comments: Vec<Span>,
}

impl<'s> Scanner<'s> {
    fn rest(&self) -> &'s str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Returns the next item that has an end.
    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at).copied() {
            match self.inside.last() {
                Some(Inside::String) => self.string(byte),
                Some(Inside::Heredoc(word)) => {
                    let word = *word;
                    self.heredoc(byte, word);
                }
                Some(Inside::Brackets) => self.code(byte),
                None if byte == b'\n' => {
                    self.at += 1;
                    if let Some(begin) = self.item.take() {
                        return Some(self.ended(begin, self.at - 1));
                    }
                }
                None => {
                    self.code(byte);
                }
            }
        }
        if self.inside.is_empty() {
            self.item.take().map(|begin| self.ended(begin, self.text.len()))
        } else {
            None
        }
    }

    /// The item without the comment and the blanks behind it.
    fn ended(&self, begin: usize, end: usize) -> Span {
        let comment = self.comments.last().filter(|comment| comment.start as usize > begin);
        let end = comment
            .filter(|comment| comment.end as usize >= end)
            .map_or(end, |comment| comment.start as usize);
        let text = self.text.get(begin..end).unwrap_or_default();
        Span::new(begin, begin + text.trim_end().len())
    }

    fn code(&mut self, byte: u8) {
        let rest = self.rest();
        let comment = if byte == b'#' || rest.starts_with("//") {
            Some(rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            Some(rest.get(2..).and_then(|rest| rest.find("*/")).map_or(rest.len(), |length| length + 4))
        } else {
            None
        };
        if let Some(length) = comment {
            let length = rest[..length].trim_end_matches('\r').len().max(1);
            self.comments.push(Span::new(self.at, self.at + length));
            self.at += length;
            return;
        }
        if self.item.is_none() && !byte.is_ascii_whitespace() {
            self.item = Some(self.at);
        }
        match byte {
            b'"' => self.inside.push(Inside::String),
            b'{' | b'[' | b'(' => self.inside.push(Inside::Brackets),
            b'}' | b']' | b')' => drop(self.inside.pop()),
            b'<' if rest.starts_with("<<") => {
                if let Some((word, length)) = heredoc_word(rest) {
                    let start = self.at + word;
                    self.at += word + length;
                    self.inside.push(Inside::Heredoc(Span::new(start, start + length)));
                    return;
                }
            }
            _ => {}
        }
        self.at += 1;
    }

    fn string(&mut self, byte: u8) {
        match byte {
            b'\\' => self.at += 1,
            b'"' | b'\n' => drop(self.inside.pop()),
            _ => self.replaced(),
        }
        // A line break ends a string that has no end, and then the item.
        if byte != b'\n' {
            self.at += 1;
        }
    }

    /// Enters `${` and `%{`, but not `$${`.
    fn replaced(&mut self) {
        let rest = self.rest();
        if rest.starts_with("$${") || rest.starts_with("%%{") {
            self.at += 2;
        } else if rest.starts_with("${") || rest.starts_with("%{") {
            self.at += 1;
            self.inside.push(Inside::Brackets);
        }
    }

    fn heredoc(&mut self, byte: u8, word: Span) {
        if byte == b'\n' {
            let line = self.text[self.at + 1..].lines().next().unwrap_or_default();
            if line.trim() == &self.text[word.range()] {
                self.inside.pop();
                self.at += 1 + line.len();
                return;
            }
        } else {
            self.replaced();
        }
        self.at += 1;
    }
}

/// Returns where the word of a heredoc is, which stands behind `<<` or `<<-`, and its length.
fn heredoc_word(text: &str) -> Option<(usize, usize)> {
    let start = if text.starts_with("<<-") { 3 } else { 2 };
    let rest = text.get(start..)?;
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    // Only the word is read, not the whole line: there can be many of them on one.
    let behind = rest.get(length..)?.trim_start_matches([' ', '\t', '\r']);
    let is_word = rest.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && (behind.is_empty() || behind.starts_with('\n'));
    is_word.then_some((start, length))
}
