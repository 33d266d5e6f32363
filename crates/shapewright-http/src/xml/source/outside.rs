//! What is outside of the root element.

use quick_xml::Error;
use quick_xml::events::{BytesStart, Event as Token};
use shapewright_runtime::ReadError;

use super::{BYTE_ORDER_MARK, Event, Source};
use crate::xml::wellformed::is_blank;

impl<'d> Source<'d> {
    /// Checks the characters of the document, and returns the start tag of the root element.
    pub(crate) fn root(&mut self) -> Result<BytesStart<'d>, ReadError> {
        self.characters.check(self.document).map_err(|problem| self.record(problem))?;
        if self.document.starts_with(BYTE_ORDER_MARK) {
            return Err(self.fail("there is a second byte order mark".to_owned()));
        }
        loop {
            match self.reader.read_event() {
                Ok(Token::Start(tag)) if tag.local_name().as_ref().eq_ignore_ascii_case("html") => {
                    return Err(self.fail("a page in HTML and not a document in XML".to_owned()));
                }
                Ok(Token::Start(tag)) => return self.open(tag),
                token => {
                    if self.is_end(token, "text that no element holds: not XML")? {
                        return Err(self.fail("there is no element: not XML".to_owned()));
                    }
                }
            }
        }
    }

    /// Checks that only white space, comments and processing instructions follow the root element.
    pub(crate) fn finish(&mut self) -> Result<(), ReadError> {
        loop {
            let token = self.reader.read_event();
            if self.is_end(token, "something follows the end of the document")? {
                return Ok(());
            }
        }
    }

    /// Returns whether a token outside of the root element is the end of the document. `message` is the error for
    /// tokens that only elements can contain.
    fn is_end(&mut self, token: Result<Token<'d>, Error>, message: &str) -> Result<bool, ReadError> {
        match token {
            Ok(Token::Text(text)) if is_blank(&text) => Ok(false),
            Ok(Token::Text(_) | Token::CData(_) | Token::GeneralRef(_) | Token::Start(_)) => {
                Err(self.fail(message.to_owned()))
            }
            token => Ok(matches!(self.uncommon_event(token)?, Some(Event::Eof))),
        }
    }
}
