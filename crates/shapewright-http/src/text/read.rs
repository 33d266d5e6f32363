//! Reads values from texts.

use std::borrow::Cow;

use shapewright_runtime::{Blob, Document, Field, Read, ReadError, Reader, Structure, Timestamp};

use crate::{TimestampFormat, number};

/// Reads a simple value.
pub(crate) fn read(field: &mut dyn Field, text: &str) -> Result<(), ReadError> {
    field.read(&mut TextReader::new(Texts::Whole(text)))
}

/// Reads a list, with a text for each item, or a simple value from the only text.
pub(crate) fn read_texts(field: &mut dyn Field, texts: &[&str]) -> Result<(), ReadError> {
    field.read(&mut TextReader::new(Texts::Several(texts)))
}

/// The form of the strings in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Header {
    Plain,
    InBase64,
}

/// Reads the value of a header.
pub(crate) fn read_header(field: &mut dyn Field, text: &str, header: Header) -> Result<(), ReadError> {
    field.read(&mut TextReader::of_header(Texts::Joined(text), header))
}

/// Reads a list from the lines of a header, joined with commas.
pub(crate) fn read_header_lines(field: &mut dyn Field, text: &str, header: Header) -> Result<(), ReadError> {
    field.read(&mut TextReader::of_header(Texts::Lines(text), header))
}

/// Reads a blob or text that is the whole body.
pub(crate) fn read_raw(bytes: &[u8], value: &mut Read<'_>) -> Result<(), ReadError> {
    value(&mut TextReader::new(Texts::Bytes(bytes)))
}

/// An entry of a map: a key with its texts.
pub(crate) struct Entry<'a> {
    pub(crate) key: &'a str,
    pub(crate) texts: Vec<&'a str>,
    /// Whether a simple value is the first of several texts. Otherwise several texts are an error.
    pub(crate) takes_first: bool,
}

/// Reads a map.
pub(crate) fn read_entries(field: &mut dyn Field, entries: &[Entry<'_>]) -> Result<(), ReadError> {
    field.read(&mut TextReader::new(Texts::Entries(entries)))
}

/// The texts that are still to be read.
#[derive(Clone, Copy)]
enum Texts<'a> {
    /// One text for a simple value.
    Whole(&'a str),
    /// A text for each item of a list. A simple value has one.
    Several(&'a [&'a str]),
    /// The remaining texts of a list. A simple value is the first.
    Items(&'a [&'a str]),
    /// The value of a header: the items of a list, separated by commas, or a simple value.
    Joined(&'a str),
    /// The lines of a header, joined with commas: the items of a list.
    Lines(&'a str),
    /// The remaining items of a header, while a list is read.
    Rest(&'a str),
    /// The bytes of a blob or text.
    Bytes(&'a [u8]),
    /// The entries of a map.
    Entries(&'a [Entry<'a>]),
}

struct TextReader<'a> {
    source: Texts<'a>,
    /// Whether strings are in base64.
    strings_in_base64: bool,
}

impl<'a> TextReader<'a> {
    fn new(source: Texts<'a>) -> Self {
        TextReader { source, strings_in_base64: false }
    }

    fn of_header(source: Texts<'a>, header: Header) -> Self {
        TextReader { source, strings_in_base64: header == Header::InBase64 }
    }

    /// Returns the next text.
    fn take(&mut self) -> Result<Cow<'a, str>, ReadError> {
        Ok(match self.source {
            Texts::Whole(text) | Texts::Joined(text) => Cow::Borrowed(text),
            Texts::Bytes(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(error) => return Err(ReadError::new(format!("the text is not UTF-8: {error}"))),
            },
            Texts::Several(&[text]) => Cow::Borrowed(text),
            Texts::Several(_) | Texts::Lines(_) => return Err(repeated()),
            Texts::Items(texts) => {
                let (text, rest) = texts.split_first().unwrap_or((&"", &[]));
                self.source = Texts::Items(rest);
                Cow::Borrowed(text)
            }
            Texts::Rest(rest) => {
                let (item, rest) = item(rest);
                self.source = Texts::Rest(rest);
                item
            }
            Texts::Entries(_) => return not_in_text("a simple value"),
        })
    }

    /// Returns the text of a timestamp, which may have a comma after the day of the week.
    fn take_timestamp(&mut self) -> Result<Cow<'a, str>, ReadError> {
        let Texts::Rest(rest) = self.source else { return self.take() };
        let is_http_date = rest.split_once(',').is_some_and(|(day, _)| {
            let day = day.trim_ascii();
            day.len() == 3 && day.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        if !is_http_date {
            return self.take();
        }
        let second = rest.match_indices(',').nth(1).map_or(rest.len(), |(position, _)| position);
        let (item, after) = rest.split_at(second);
        self.source = Texts::Rest(after.strip_prefix(',').unwrap_or(after).trim_ascii_start());
        Ok(Cow::Borrowed(item.trim_ascii()))
    }
}

/// Returns the first item of a header without its quotes, and the rest after the comma.
fn item(rest: &str) -> (Cow<'_, str>, &str) {
    let rest = rest.trim_ascii_start();
    let Some(quoted) = rest.strip_prefix('"') else {
        let (item, after) = rest.split_once(',').unwrap_or((rest, ""));
        return (Cow::Borrowed(item.trim_ascii_end()), after.trim_ascii_start());
    };
    let mut text = String::new();
    let mut chars = quoted.char_indices();
    let mut end = quoted.len();
    while let Some((position, found)) = chars.next() {
        match found {
            '"' => {
                end = position + 1;
                break;
            }
            '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
            other => text.push(other),
        }
    }
    let after = quoted[end..].split_once(',').map_or("", |(_, after)| after);
    (Cow::Owned(text), after.trim_ascii_start())
}

/// Returns the error for several texts of a simple value.
#[cold]
fn repeated() -> ReadError {
    ReadError::new("the value is repeated, and only a list can have several: keep one of them")
}

#[cold]
fn not_in_text<T>(what: &str) -> Result<T, ReadError> {
    Err(ReadError::new(format!("{what} cannot be read from a text")))
}

impl Reader for TextReader<'_> {
    fn boolean(&mut self) -> Result<bool, ReadError> {
        number::boolean(&self.take()?)
    }

    fn integer(&mut self) -> Result<i64, ReadError> {
        number::integer(&self.take()?)
    }

    fn double(&mut self) -> Result<f64, ReadError> {
        number::double(&self.take()?)
    }

    fn string(&mut self) -> Result<Cow<'_, str>, ReadError> {
        let text = self.take()?;
        if !self.strings_in_base64 {
            return Ok(text);
        }
        match String::from_utf8(number::blob(&text)?.into()) {
            Ok(text) => Ok(Cow::Owned(text)),
            // The message does not show the text, because it may be a secret.
            Err(_) => Err(ReadError::new("the base64 does not contain UTF-8")),
        }
    }

    fn blob(&mut self) -> Result<Blob, ReadError> {
        match self.source {
            Texts::Bytes(bytes) => Ok(Blob::from(bytes)),
            _ => number::blob(&self.take()?),
        }
    }

    fn timestamp(&mut self) -> Result<Timestamp, ReadError> {
        TimestampFormat::parse(&self.take_timestamp()?)
    }

    fn document(&mut self) -> Result<Document, ReadError> {
        not_in_text("data without a shape")
    }

    fn optional(&mut self, present: &mut Read<'_>) -> Result<(), ReadError> {
        present(self)
    }

    fn list(&mut self, each: &mut Read<'_>) -> Result<(), ReadError> {
        match self.source {
            Texts::Whole(_) | Texts::Bytes(_) => each(self),
            Texts::Several(texts) | Texts::Items(texts) => {
                self.source = Texts::Items(texts);
                texts.iter().try_for_each(|_| each(self))
            }
            Texts::Joined(text) | Texts::Lines(text) | Texts::Rest(text) => {
                self.source = Texts::Rest(text.trim_ascii());
                while !matches!(self.source, Texts::Rest("")) {
                    each(self)?;
                }
                Ok(())
            }
            Texts::Entries(_) => not_in_text("a list"),
        }
    }

    fn map(
        &mut self,
        each: &mut dyn FnMut(String, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Texts::Entries(entries) = self.source else { return not_in_text("a map") };
        for Entry { key, texts, takes_first } in entries {
            let source = if *takes_first { Texts::Items(texts) } else { Texts::Several(texts) };
            each((*key).to_owned(), &mut TextReader::new(source))?;
        }
        Ok(())
    }

    fn structure(&mut self, _: &mut dyn Structure) -> Result<(), ReadError> {
        not_in_text("a structure")
    }

    fn union(
        &mut self,
        _: &[&'static str],
        _: &mut dyn FnMut(&str, &mut dyn Reader) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        not_in_text("a union")
    }
}
