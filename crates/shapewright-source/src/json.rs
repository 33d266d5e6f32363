//! JSON, with the position of every key and value.
//!
//! The scanner takes the text once from start to end. It accepts comments, trailing commas and a byte order mark, which
//! other programs may refuse, with a warning each.

mod scalars;

use std::sync::Arc;

use shapewright_runtime::text::start;

use crate::comments::Comment;
use crate::tree::{Builder, Ids, Leaf};
use crate::{Fault, Limits, Parsed, Source, Span};

static IDS: Ids = Ids {
    too_large: "json-too-large",
    too_many: "json-too-many-values",
    too_deep: "json-too-deep",
    duplicate_key: "json-duplicate-key",
};

/// Reads JSON. A text with an error has no tree.
///
/// ```
/// use shapewright_source::{Limits, Source, json};
///
/// let parsed = json::parse(Source::new("a.json", "{\"Enabled\": true,}".to_owned()), &Limits::default());
/// assert_eq!(parsed.faults[0].id, "json-trailing-comma");
/// assert!(!parsed.has_errors());
/// ```
pub fn parse(source: impl Into<Arc<Source>>, limits: &Limits) -> Parsed {
    let source = source.into();
    if let Some(fault) = limits.too_large(&source, &IDS) {
        return Parsed::failed(fault);
    }
    let mut scanner = Scanner {
        text: source.text(),
        source: &source,
        at: 0,
        tree: Builder::new(&source, limits, &IDS),
        open: Vec::new(),
        comma: None,
        parsed: Parsed::new(limits),
    };
    let outcome = scanner.document();
    let Scanner { tree, mut parsed, .. } = scanner;
    match outcome {
        Ok(()) => {
            let tree = tree.finish(&mut parsed);
            parsed.trees.extend(tree);
        }
        Err(fault) => parsed.add(fault),
    }
    parsed
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// The first element of a list or one after a comma, or the end.
    Element,
    /// A key, or the end.
    Key,
    /// A comma, or the end.
    Comma,
    /// Nothing: the outermost value has ended.
    Nothing,
}

/// A position in the text, and what was read up to it.
struct Scanner<'s> {
    text: &'s str,
    source: &'s Source,
    at: usize,
    tree: Builder,
    /// The open brackets.
    open: Vec<usize>,
    /// The comma before this position, if there is nothing between.
    comma: Option<usize>,
    parsed: Parsed,
}

impl Scanner<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        if self.text.starts_with('\u{FEFF}') {
            self.at = '\u{FEFF}'.len_utf8();
            let message = "the text begins with a byte order mark";
            let help = "save the file as UTF-8 without a byte order mark: some programs refuse it";
            self.parsed.add(Fault::warning("json-byte-order-mark", Span::new(0, self.at), message, help));
        }
        let mut next = Next::Value;
        loop {
            self.blanks()?;
            let Some(byte) = self.peek() else { break };
            next = match (next, byte) {
                (Next::Nothing, _) => return Err(self.behind()),
                (Next::Element, b']') | (Next::Key, b'}') => self.close(),
                (Next::Comma, b']') if self.tree.is_in_object() == Some(false) => self.close(),
                (Next::Comma, b'}') if self.tree.is_in_object() == Some(true) => self.close(),
                (Next::Comma, b',') => {
                    self.comma = Some(self.at);
                    self.at += 1;
                    self.inside()
                }
                (Next::Comma, _) => return Err(self.no_comma()),
                (Next::Key, _) => self.key()?,
                (Next::Value | Next::Element, byte) => self.value(byte)?,
            };
        }
        if next == Next::Nothing { Ok(()) } else { Err(self.unfinished()) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What may come after an opening bracket or a comma.
    fn inside(&self) -> Next {
        if self.tree.is_in_object() == Some(true) { Next::Key } else { Next::Element }
    }

    /// What may come after a value.
    fn after(&self) -> Next {
        if self.open.is_empty() { Next::Nothing } else { Next::Comma }
    }

    fn close(&mut self) -> Next {
        if let Some(comma) = self.comma.take() {
            let message = "there is a comma behind the last value";
            let help = "remove the comma: JSON does not have it, and most programs refuse it";
            let fault = Fault::warning("json-trailing-comma", Span::new(comma, comma + 1), message, help);
            self.parsed.add(fault);
        }
        self.at += 1;
        self.open.pop();
        self.tree.end(self.at);
        self.after()
    }

    fn value(&mut self, byte: u8) -> Result<Next, Fault> {
        self.comma = None;
        let start = self.at;
        match byte {
            b'{' | b'[' => {
                self.tree.begin(Span::new(start, start + 1), byte == b'{')?;
                self.open.push(start);
                self.at += 1;
                return Ok(self.inside());
            }
            b'"' => {
                let text = self.string()?;
                self.tree.leaf(
                    Span::new(start, self.at),
                    text.as_deref().map_or(Leaf::String(None), Leaf::Quoted),
                )?;
            }
            b'-' | b'0'..=b'9' => {
                self.number()?;
                self.tree.leaf(Span::new(start, self.at), Leaf::Number)?;
            }
            _ => {
                let leaf = self.word()?;
                self.tree.leaf(Span::new(start, self.at), leaf)?;
            }
        }
        Ok(self.after())
    }

    fn key(&mut self) -> Result<Next, Fault> {
        self.comma = None;
        if self.peek() != Some(b'"') {
            let help = "write the key in double quotes";
            return Err(self.unexpected("json-key", "a key", help));
        }
        let start = self.at;
        let text = self.string()?;
        let span = Span::new(start, self.at);
        self.tree.key(span, text);
        self.blanks()?;
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(self.unexpected("json-colon", "a colon", "write a colon behind the key")),
            None => {}
        }
        Ok(Next::Value)
    }

    /// Skips white space and comments.
    fn blanks(&mut self) -> Result<(), Fault> {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                Some(b'/') => self.comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let rest = &self.text[start..];
        let length = if rest.starts_with("//") {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            let Some(end) = rest.get(2..).and_then(|rest| rest.find("*/")) else {
                let message = "the comment has no end";
                let span = Span::new(start, start + 2);
                return Err(Fault::error("json-comment-end", span, message, "write */ where it ends"));
            };
            end + 4
        } else {
            return Err(self.unexpected("json-syntax", "a value", "remove the slash"));
        };
        self.at = start + length;
        let span = Span::new(start, self.at);
        if self.parsed.comments.is_empty() {
            let message = "JSON has no comments";
            let help =
                "remove all comments, or give the configuration in YAML: most programs refuse them in JSON";
            self.parsed.add(Fault::warning("json-comment", span, message, help));
        }
        self.parsed.comments.push(Comment::new(self.source, span));
        Ok(())
    }

    /// The place of the character at this position.
    fn here(&self) -> Span {
        let length = self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        Span::new(self.at, self.at + length)
    }

    fn unexpected(&self, id: &'static str, expected: &str, help: &str) -> Fault {
        let word: String =
            self.text[self.at..].chars().take_while(|c| c.is_alphanumeric()).take(20).collect();
        let (shown, span) = match self.text[self.at..].chars().next() {
            None => ("the end of the text".to_owned(), self.here()),
            Some(_) if !word.is_empty() => {
                (format!("`{}`", start(&word)), Span::new(self.at, self.at + word.len()))
            }
            Some(c) => (format!("`{}`", start(&c.to_string())), self.here()),
        };
        Fault::error(id, span, format!("expected {expected}, found {shown}"), help)
    }

    fn behind(&self) -> Fault {
        let help = "remove it, or put the values into one list: a JSON file has one value";
        self.unexpected("json-second-value", "the end of the text", help)
    }

    fn no_comma(&self) -> Fault {
        let is_object = self.tree.is_in_object() == Some(true);
        let (bracket, help) = match self.peek() {
            Some(b']' | b'}') => (true, "close the innermost bracket first"),
            _ => (false, "write a comma between two values"),
        };
        let expected = if is_object { "a comma or `}`" } else { "a comma or `]`" };
        let fault = self.unexpected("json-comma", expected, help);
        match self.open.last() {
            Some(open) if bracket => fault.with_second(Span::new(*open, open + 1), "this bracket is open"),
            _ => fault,
        }
    }

    /// The text ends too early.
    fn unfinished(&self) -> Fault {
        let Some(open) = self.open.last() else {
            let message = "there is no value in the text";
            return Fault::error("json-empty", Span::at(self.at), message, "write a JSON value");
        };
        let (name, close) =
            if self.text.as_bytes().get(*open) == Some(&b'{') { ("object", '}') } else { ("list", ']') };
        let message = format!("the text ends inside {} {name}", if name == "object" { "an" } else { "a" });
        let help = format!("write {close} where the {name} ends, or get the whole file");
        let fault = Fault::error("json-unclosed", Span::at(self.at), message, help);
        fault.with_second(Span::new(*open, open + 1), format!("the {name} begins here"))
    }
}
