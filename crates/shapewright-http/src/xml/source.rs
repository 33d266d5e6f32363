//! The events of an XML document that the reader uses.

mod outside;

use std::borrow::Cow;

use quick_xml::errors::IllFormedError;
use quick_xml::events::{BytesEnd, BytesStart, Event as Token};
use quick_xml::{Error, Reader};
use shapewright_runtime::ReadError;

use super::error::Problem;
use super::wellformed::{
    Characters, Namespaces, SPACE, StartTag, check_comment, check_declaration, check_instruction, check_text,
    is_blank, is_plain_tag, no_reference, resolve,
};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// An event of a document. Comments, declarations and processing instructions are left out.
pub(crate) enum Event<'d> {
    /// A start tag. An empty element (`<A/>`) has a start tag and an end tag.
    Start(BytesStart<'d>),
    /// A part of a text, with references resolved and line ends normalized to line feeds.
    Text(Cow<'d, str>),
    /// An end tag.
    End,
    /// The end of the document.
    Eof,
}

/// A child of an element.
pub(crate) struct Child<'d> {
    pub(crate) tag: BytesStart<'d>,
    /// Whether the start tag is only the name that was expected.
    pub(crate) is_expected: bool,
}

/// Parses a document into events.
pub(crate) struct Source<'d> {
    document: &'d [u8],
    reader: Reader<&'d [u8]>,
    characters: Characters,
    /// The prefixes that are bound, or `None` if prefixes are not checked.
    namespaces: Option<Namespaces<'d>>,
    /// Whether CDATA sections between elements are skipped, instead of being errors.
    pub(super) skips_cdata: bool,
    /// The offset at which the current value starts: the end of the last start tag.
    pub(super) mark: u64,
    /// The first error.
    pub(super) problem: Option<Problem>,
}

impl<'d> Source<'d> {
    pub(crate) fn new(document: &'d [u8]) -> Self {
        // `quick_xml` does not count a byte order mark in its positions.
        let document = document.strip_prefix(BYTE_ORDER_MARK).unwrap_or(document);
        let mut source = Source::with_characters(document, Characters::of(document));
        source.namespaces = Some(Namespaces::default());
        source
    }

    fn with_characters(document: &'d [u8], characters: Characters) -> Self {
        let mut reader = Reader::from_reader(document);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // `check_end_name` compares the names instead. It is faster, because it finds the start tag in the document.
        config.check_end_names = false;
        config.trim_markup_names_in_closing_tags = false;
        Source { document, reader, characters, namespaces: None, skips_cdata: false, mark: 0, problem: None }
    }

    /// Returns the document without its byte order mark. Positions are offsets into it.
    pub(super) fn document(&self) -> &'d [u8] {
        self.document
    }

    /// Checks that an end tag has the name of the start tag that ends at `start`.
    #[inline]
    fn check_end_name(&mut self, start: u64, end: &BytesEnd<'_>) -> Result<(), ReadError> {
        let name = end.name();
        let before =
            usize::try_from(start).ok().and_then(|start| self.document.get(..start)).unwrap_or_default();
        let is_plain = before.strip_suffix(b">").and_then(|tag| tag.strip_suffix(name.as_ref().as_bytes()));
        if is_plain.is_some_and(|before| before.ends_with(b"<")) {
            return Ok(());
        }
        self.check_end_name_slowly(start, before, name.as_ref())
    }

    /// Does the work of [`Self::check_end_name`] for start tags with attributes, end tags with white space, and empty
    /// elements.
    #[cold]
    fn check_end_name_slowly(&mut self, mark: u64, before: &[u8], end: &str) -> Result<(), ReadError> {
        if let Some(namespaces) = &mut self.namespaces {
            namespaces.close(mark);
        }
        let start =
            before.iter().rposition(|byte| *byte == b'<').map_or(before, |position| &before[position + 1..]);
        let length = start
            .iter()
            .take_while(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'/' | b'>'))
            .count();
        let (start, name) = (&start[..length], end.trim_ascii_end());
        if start == name.as_bytes() {
            return Ok(());
        }
        let start = String::from_utf8_lossy(start);
        let here = self.reader.buffer_position().saturating_sub(end.len() as u64 + 3);
        let name = name.split(SPACE).next().unwrap_or_default();
        let message = if name.is_empty() || name == start {
            format!("the end tag of `{start}` has more than the name")
        } else {
            format!("the end tag of `{start}` is expected here, and not that of `{}`", name.escape_debug())
        };
        Err(self.fail_at(here, message))
    }

    /// Records where the content of an element starts, and checks its start tag, which was the last token.
    #[inline]
    fn open(&mut self, tag: BytesStart<'d>) -> Result<BytesStart<'d>, ReadError> {
        self.mark = self.reader.buffer_position();
        if !is_plain_tag(&tag) {
            self.check_start_tag(tag.len())?;
        }
        Ok(tag)
    }

    /// Does the work of [`Self::open`] for a child. A tag that is only the name `expected` needs no check: most tags
    /// are, and a comparison is faster than a look at each byte.
    #[inline]
    fn open_child(
        &mut self,
        tag: BytesStart<'d>,
        expected: Option<&str>,
    ) -> Result<Option<Child<'d>>, ReadError> {
        if expected == Some(&*tag) {
            self.mark = self.reader.buffer_position();
            return Ok(Some(Child { tag, is_expected: true }));
        }
        self.open(tag).map(|tag| Some(Child { tag, is_expected: false }))
    }

    /// Does the work of [`Self::open`] for start tags with prefixes, attributes or letters that are not ASCII.
    #[cold]
    fn check_start_tag(&mut self, length: usize) -> Result<(), ReadError> {
        let before = usize::try_from(self.mark).ok().and_then(|mark| self.document.get(..mark));
        let tag = before
            .map(|before| before.strip_suffix(b"/>").unwrap_or(before.strip_suffix(b">").unwrap_or(before)));
        let tag = tag.unwrap_or_default();
        let start = tag.len().saturating_sub(length);
        let tag = std::str::from_utf8(&tag[start..]).unwrap_or_default();
        let checked = StartTag::check(tag).and_then(|tag| match &mut self.namespaces {
            Some(namespaces) => namespaces.open(self.mark, &tag),
            None => Ok(()),
        });
        checked.map_err(|problem| self.fail_in(start, problem))
    }

    /// Returns a second source that starts at the content of the current element (the one whose start tag was the last
    /// event), or `None` if the element is empty (`<A/>`). It does not check prefixes. A copy of `self` would also copy
    /// the names of all open elements.
    pub(crate) fn lookahead(&self) -> Option<Source<'d>> {
        let (before, rest) = self.document.split_at_checked(usize::try_from(self.mark).ok()?)?;
        let mut lookahead = Source::with_characters(rest, self.characters);
        lookahead.reader.config_mut().allow_unmatched_ends = true;
        (!before.ends_with(b"/>")).then_some(lookahead)
    }

    /// Returns the next event.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Event<'d>, ReadError> {
        loop {
            let token = self.reader.read_event();
            if let Some(event) = self.event(token)? {
                return Ok(event);
            }
        }
    }

    /// Converts a token to an event, or to `None` if the token is left out (see [`Event`]).
    #[inline]
    fn event(&mut self, token: Result<Token<'d>, Error>) -> Result<Option<Event<'d>>, ReadError> {
        match token {
            Ok(Token::Start(tag)) => self.open(tag).map(|tag| Some(Event::Start(tag))),
            Ok(Token::Text(text)) if self.characters.have_plain_texts => {
                Ok(Some(Event::Text(text.into_inner())))
            }
            Ok(Token::End(_)) => Ok(Some(Event::End)),
            token => self.uncommon_event(token),
        }
    }

    /// Does the work of [`Self::event`] for tokens that are rare in documents of AWS, and for errors.
    #[inline(never)]
    fn uncommon_event(&mut self, token: Result<Token<'d>, Error>) -> Result<Option<Event<'d>>, ReadError> {
        let is_ascii = self.characters.are_ascii;
        let (checked, length) = match &token {
            Ok(Token::Text(text)) => (check_text(text), text.len()),
            Ok(Token::Comment(comment)) => (check_comment(comment), comment.len() + "-->".len()),
            Ok(Token::PI(instruction)) => (check_instruction(instruction), instruction.len() + "?>".len()),
            Ok(Token::Decl(declaration)) => {
                let length = declaration.len() + "?>".len();
                let is_first = self.here() == length + "<?".len();
                let check = if is_first {
                    check_declaration(declaration, is_ascii)
                } else {
                    check_instruction(declaration)
                };
                (check, length)
            }
            _ => (Ok(()), 0),
        };
        checked.map_err(|problem| self.fail_in(self.here().saturating_sub(length), problem))?;
        match token {
            Ok(Token::Text(text)) => Ok(Some(Event::Text(text.xml10_content()))),
            Ok(Token::GeneralRef(reference)) => match resolve(&reference) {
                Ok(found) => Ok(Some(Event::Text(Cow::Owned(found.to_string())))),
                Err(message) => Err(self.fail(message)),
            },
            Ok(Token::CData(text)) => Ok(Some(Event::Text(text.xml10_content()))),
            Ok(Token::Eof) => Ok(Some(Event::Eof)),
            Ok(Token::DocType(_)) => {
                Err(self.fail("a document type declaration, which is not read".to_owned()))
            }
            Ok(_) => Ok(None),
            Err(error) => {
                let message = match error {
                    Error::IllFormed(IllFormedError::UnclosedReference) => no_reference(),
                    Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => {
                        "an end tag without a start tag".to_owned()
                    }
                    error => error.to_string(),
                };
                Err(self.fail_at(self.reader.error_position(), message))
            }
        }
    }

    /// Returns the start tag of the next child of the element whose start tag ends at `start`, or `None` at the end tag
    /// of that element. `expected` is the name that the child probably has, from a table. Text between the children is
    /// an error.
    #[inline]
    pub(crate) fn child(
        &mut self,
        start: u64,
        expected: Option<&str>,
    ) -> Result<Option<Child<'d>>, ReadError> {
        loop {
            match self.reader.read_event() {
                Ok(Token::Start(tag)) => return self.open_child(tag, expected),
                Ok(Token::End(end)) => return self.check_end_name(start, &end).map(|()| None),
                Ok(Token::Text(text)) if is_blank(&text) => {}
                token => self.between_children(token)?,
            }
        }
    }

    /// Does the work of [`Self::child`] for tokens that are neither tags nor white space.
    #[cold]
    fn between_children(&mut self, token: Result<Token<'d>, Error>) -> Result<(), ReadError> {
        let is_skipped = self.skips_cdata && matches!(token, Ok(Token::CData(_)));
        match self.uncommon_event(token)? {
            Some(Event::Text(text)) if !is_skipped && !is_blank(&text) => {
                Err(self.fail("text where only elements are expected".to_owned()))
            }
            Some(Event::Eof) => Err(self.truncated()),
            _ => Ok(()),
        }
    }

    /// Skips the rest of the current element. Its content can be anything that is well-formed.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let mut open = vec![self.mark];
        while let Some(start) = open.last() {
            let token = self.reader.read_event();
            if let Ok(Token::End(end)) = &token {
                self.check_end_name(*start, end)?;
                open.pop();
                continue;
            }
            match self.event(token)? {
                Some(Event::Start(_)) => open.push(self.mark),
                Some(Event::Eof) => return Err(self.truncated()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns the text of the current element. A child element is an error.
    pub(crate) fn text(&mut self) -> Result<Cow<'d, str>, ReadError> {
        let start = self.mark;
        // Most elements have one text and an end tag, or only an end tag.
        match self.reader.read_event() {
            Ok(Token::End(end)) => self.check_end_name(start, &end).map(|()| Cow::Borrowed("")),
            Ok(Token::Text(text)) if self.characters.have_plain_texts => match self.reader.read_event() {
                Ok(Token::End(end)) => self.check_end_name(start, &end).map(|()| text.into_inner()),
                token => self.text_in_parts(start, text.into_inner(), token),
            },
            token => self.text_in_parts(start, Cow::Borrowed(""), token),
        }
    }

    /// Does the work of [`Self::text`] for text that has references, CDATA sections or comments.
    #[cold]
    fn text_in_parts(
        &mut self,
        start: u64,
        mut text: Cow<'d, str>,
        mut token: Result<Token<'d>, Error>,
    ) -> Result<Cow<'d, str>, ReadError> {
        loop {
            if let Ok(Token::End(end)) = &token {
                return self.check_end_name(start, end).map(|()| text);
            }
            match self.event(token)? {
                None => {}
                Some(Event::Text(part)) if text.is_empty() => text = part,
                Some(Event::Text(part)) => text.to_mut().push_str(&part),
                Some(Event::Start(_)) => {
                    return Err(self.fail("an element where only text is expected".to_owned()));
                }
                Some(Event::End | Event::Eof) => return Err(self.truncated()),
            }
            token = self.reader.read_event();
        }
    }

    /// Returns the error for a document that ends before its last end tag.
    #[cold]
    pub(crate) fn truncated(&mut self) -> ReadError {
        self.fail("the document ends here, before its last end tag".to_owned())
    }

    /// Records an error at the current position.
    #[cold]
    pub(super) fn fail(&mut self, message: String) -> ReadError {
        self.fail_at(self.reader.buffer_position(), message)
    }

    /// Records an error in a part of the document that starts at `start`.
    #[cold]
    fn fail_in(&mut self, start: usize, Problem { offset, message, .. }: Problem) -> ReadError {
        self.fail_at(start as u64 + offset, message)
    }

    /// Returns the offset of the next token.
    fn here(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Removes the value from an error inside a sensitive element whose content starts at `start`.
    #[cold]
    pub(super) fn hide(&mut self, error: ReadError, start: u64) -> ReadError {
        let error = error.without_value();
        match &mut self.problem {
            Some(problem) => problem.hide(start),
            // The message of the error itself does not quote the value.
            None => self.problem = Some(Problem::sensitive(start, error.to_string())),
        }
        error
    }

    #[cold]
    fn fail_at(&mut self, offset: u64, message: String) -> ReadError {
        self.record(Problem::at(offset, message))
    }

    /// Records a problem, unless there is one already.
    #[cold]
    fn record(&mut self, problem: Problem) -> ReadError {
        self.problem.get_or_insert(problem);
        ReadError::kept()
    }
}
