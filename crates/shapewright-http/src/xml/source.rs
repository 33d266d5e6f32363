//! The events of an XML document that the reader uses.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event as Token};
use quick_xml::{Error, Reader};
use shapewright_runtime::ReadError;

use super::error::Problem;

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

/// Parses a document into events.
pub(crate) struct Source<'d> {
    document: &'d [u8],
    reader: Reader<&'d [u8]>,
    /// Whether the document has carriage returns, which must be normalized to line feeds.
    has_returns: bool,
    /// The offset at which the current value starts: the end of the last start tag.
    pub(super) mark: u64,
    /// The first error.
    pub(super) problem: Option<Problem>,
}

impl<'d> Source<'d> {
    pub(crate) fn new(document: &'d [u8]) -> Self {
        // `quick_xml` does not count a byte order mark in its positions.
        let document = document.strip_prefix(b"\xef\xbb\xbf").unwrap_or(document);
        Source::with_returns(document, document.contains(&b'\r'))
    }

    fn with_returns(document: &'d [u8], has_returns: bool) -> Self {
        let mut reader = Reader::from_reader(document);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // `check_end_name` compares the names instead. It is faster, because it finds the start tag in the document.
        config.check_end_names = false;
        config.trim_markup_names_in_closing_tags = false;
        Source { document, reader, has_returns, mark: 0, problem: None }
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
        self.check_end_name_slowly(before, name.as_ref())
    }

    /// Does the work of [`Self::check_end_name`] for start tags with attributes, end tags with white space, and empty
    /// elements.
    #[cold]
    fn check_end_name_slowly(&mut self, before: &[u8], end: &str) -> Result<(), ReadError> {
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
        Err(self
            .fail_at(here, format!("the end tag of `{start}` is expected here, and not that of `{name}`")))
    }

    /// Returns a second source that starts at the content of the current element (the one whose start tag was the last
    /// event), or `None` if the element is empty (`<A/>`). A copy of `self` would also copy the names of all open
    /// elements.
    pub(crate) fn lookahead(&self) -> Option<Source<'d>> {
        let (before, rest) = self.document.split_at_checked(usize::try_from(self.mark).ok()?)?;
        let mut lookahead = Source::with_returns(rest, self.has_returns);
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
            Ok(Token::Start(tag)) => {
                self.mark = self.reader.buffer_position();
                Ok(Some(Event::Start(tag)))
            }
            Ok(Token::Text(text)) if self.has_returns => Ok(Some(Event::Text(text.xml10_content()))),
            Ok(Token::Text(text)) => Ok(Some(Event::Text(text.into_inner()))),
            Ok(Token::End(_)) => Ok(Some(Event::End)),
            token => self.uncommon_event(token),
        }
    }

    /// Does the work of [`Self::event`] for tokens that are rare in documents of AWS, and for errors.
    #[inline(never)]
    fn uncommon_event(&mut self, token: Result<Token<'d>, Error>) -> Result<Option<Event<'d>>, ReadError> {
        match token {
            Ok(Token::GeneralRef(reference)) => self.resolve(&reference).map(|text| Some(Event::Text(text))),
            Ok(Token::CData(text)) => Ok(Some(Event::Text(text.xml10_content()))),
            Ok(Token::Eof) => Ok(Some(Event::Eof)),
            Ok(Token::DocType(_)) => {
                Err(self.fail("a document type declaration, which is not read".to_owned()))
            }
            Ok(_) => Ok(None),
            Err(error) => {
                let offset = self.reader.error_position();
                Err(self.fail_at(offset, error.to_string()))
            }
        }
    }

    /// Returns the character of a reference: a character reference (`&#65;`), or one of the five predefined entities.
    fn resolve(&mut self, reference: &BytesRef<'_>) -> Result<Cow<'d, str>, ReadError> {
        Ok(Cow::Borrowed(match &**reference {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            name => match reference.resolve_char_ref() {
                Ok(Some(found)) => return Ok(Cow::Owned(found.to_string())),
                _ => return Err(self.fail(format!("`&{name};` is not a known character reference"))),
            },
        }))
    }

    /// Returns the start tag of the next child of the element whose start tag ends at `start`, or `None` at the end tag
    /// of that element. Skips text between the children.
    #[inline]
    pub(crate) fn child(&mut self, start: u64) -> Result<Option<BytesStart<'d>>, ReadError> {
        loop {
            match self.reader.read_event() {
                Ok(Token::Start(tag)) => {
                    self.mark = self.reader.buffer_position();
                    return Ok(Some(tag));
                }
                Ok(Token::End(end)) => return self.check_end_name(start, &end).map(|()| None),
                Ok(Token::Text(_)) => {}
                token => {
                    if matches!(self.uncommon_event(token)?, Some(Event::Eof)) {
                        return Err(self.truncated());
                    }
                }
            }
        }
    }

    /// Skips the rest of the current element.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let mut open = vec![self.mark];
        while let Some(start) = open.last() {
            match self.child(*start)? {
                Some(_) => open.push(self.mark),
                None => drop(open.pop()),
            }
        }
        Ok(())
    }

    /// Returns the text of the current element. Skips child elements.
    pub(crate) fn text(&mut self) -> Result<Cow<'d, str>, ReadError> {
        let start = self.mark;
        // Most elements have one text and an end tag, or only an end tag.
        match self.reader.read_event() {
            Ok(Token::End(end)) => self.check_end_name(start, &end).map(|()| Cow::Borrowed("")),
            Ok(Token::Text(text)) if !self.has_returns => match self.reader.read_event() {
                Ok(Token::End(end)) => self.check_end_name(start, &end).map(|()| text.into_inner()),
                token => self.text_in_parts(start, text.into_inner(), token),
            },
            token => self.text_in_parts(start, Cow::Borrowed(""), token),
        }
    }

    /// Does the work of [`Self::text`] for text that has references, CDATA sections, comments or child elements.
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
                Some(Event::Start(_)) => self.skip()?,
                Some(Event::End | Event::Eof) => return Err(self.truncated()),
            }
            token = self.reader.read_event();
        }
    }

    /// Returns the start tag of the root element.
    pub(crate) fn root(&mut self) -> Result<BytesStart<'d>, ReadError> {
        loop {
            match self.next()? {
                Event::Start(tag) if tag.name().as_ref().eq_ignore_ascii_case("html") => {
                    return Err(self.fail("a page in HTML and not a document in XML".to_owned()));
                }
                Event::Start(tag) => return Ok(tag),
                Event::Text(text) if is_blank(&text) => {}
                Event::Text(_) => return Err(self.fail("text that no element holds: not XML".to_owned())),
                Event::End | Event::Eof => return Err(self.fail("there is no element: not XML".to_owned())),
            }
        }
    }

    /// Checks that only white space and comments follow the root element.
    pub(crate) fn finish(&mut self) -> Result<(), ReadError> {
        loop {
            match self.next()? {
                Event::Eof => return Ok(()),
                Event::Text(text) if is_blank(&text) => {}
                _ => return Err(self.fail("something follows the end of the document".to_owned())),
            }
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

    #[cold]
    fn fail_at(&mut self, offset: u64, message: String) -> ReadError {
        self.problem.get_or_insert(Problem { offset, message });
        ReadError::kept()
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}
