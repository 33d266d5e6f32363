//! Names and values of headers.

use std::borrow::Cow;

use http::header::{
    CONNECTION, CONTENT_LENGTH, EXPECT, HOST, HeaderName, TE, TRAILER, TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderValue};
use shapewright_runtime::{Field, ReadError};

use crate::{BuildError, text};

/// The headers that an HTTP library sets: they are about the connection and about where the message ends.
const OF_LIBRARY: [HeaderName; 8] =
    [CONNECTION, CONTENT_LENGTH, EXPECT, HOST, TE, TRAILER, TRANSFER_ENCODING, UPGRADE];

/// Optional white space (RFC 9110, section 5.6.3) around the value of a header. It is not part of the value.
const BLANKS: [char; 2] = [' ', '\t'];

/// Returns the name of a header from a map of headers.
pub(super) fn name_in_map(member: &str, name: &str) -> Result<HeaderName, BuildError> {
    let name = header_name(member, name)?;
    if OF_LIBRARY.contains(&name) {
        let message = format!("`{name}` is a header that the HTTP library sets: remove it from the map");
        return Err(BuildError::of_member(member, message));
    }
    Ok(name)
}

/// Returns the name of a header. The message does not show it, because keys of maps may be secrets.
pub(super) fn header_name(member: &str, name: &str) -> Result<HeaderName, BuildError> {
    HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
        BuildError::of_member(member, "a key cannot be the name of a header: use letters, digits and `-`")
    })
}

/// Returns the value of a header. Messages do not show it, because it may be a secret.
pub(super) fn header_value(member: &str, value: &str) -> Result<HeaderValue, BuildError> {
    if value.starts_with(BLANKS) || value.ends_with(BLANKS) {
        let message = "a header cannot begin or end with blanks, because receivers remove them: remove them";
        return Err(BuildError::of_member(member, message));
    }
    HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| BuildError::of_member(member, "a header cannot hold control characters: remove them"))
}

/// Received headers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Headers<'a> {
    pub(super) map: &'a HeaderMap,
    /// Whether bytes that are not UTF-8 are replaced by U+FFFD, and not an error.
    pub(super) is_lossy: bool,
    /// Whether the lines of a header are joined if the member is not a list. Servers and proxies may repeat a header of
    /// a response, and botocore joins the lines.
    pub(super) joins_lines: bool,
}

impl<'a> Headers<'a> {
    /// Reads all lines of a header.
    pub(super) fn read(
        self,
        name: &str,
        field: &mut dyn Field,
        header: text::Header,
    ) -> Result<(), ReadError> {
        let lines = self.lines(name)?;
        match lines.as_slice() {
            [] => Ok(()),
            [line] => text::read_header(field, line, header),
            lines if self.joins_lines => text::read_header(field, &joined(lines), header),
            lines => text::read_header_lines(field, &joined(lines), header),
        }
    }

    /// Reads the headers whose names start with a prefix. Those that the HTTP library sets are not in the map.
    pub(super) fn read_map(self, prefix: &str, field: &mut dyn Field) -> Result<(), ReadError> {
        let mut headers = Vec::new();
        for name in self.map.keys() {
            let starts = name.as_str().get(..prefix.len());
            if starts.is_some_and(|start| start.eq_ignore_ascii_case(prefix)) && !OF_LIBRARY.contains(name) {
                let lines = self.lines(name.as_str())?;
                let lines = if self.joins_lines { vec![Cow::Owned(joined(&lines))] } else { lines };
                headers.push((&name.as_str()[prefix.len()..], lines));
            }
        }
        let entries = headers.iter().map(|(key, lines)| text::Entry {
            key,
            texts: lines.iter().map(AsRef::as_ref).collect(),
            takes_first: false,
        });
        text::read_entries(field, &entries.collect::<Vec<_>>())
    }

    /// Returns the texts of all headers of a name.
    fn lines(self, name: &str) -> Result<Vec<Cow<'a, str>>, ReadError> {
        self.map.get_all(name).iter().map(|value| self.text(value)).collect()
    }

    /// Returns the text of a value without the blanks around it.
    fn text(self, value: &'a HeaderValue) -> Result<Cow<'a, str>, ReadError> {
        let bytes = value.as_bytes();
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text.trim_matches(BLANKS))),
            Err(_) if self.is_lossy => {
                Ok(Cow::Owned(String::from_utf8_lossy(bytes).trim_matches(BLANKS).to_owned()))
            }
            Err(_) => Err(ReadError::new("the header is not UTF-8")),
        }
    }
}

/// Returns the value of a header of several lines. It has no blanks around it, also if the last line is empty.
fn joined(lines: &[Cow<'_, str>]) -> String {
    lines.join(", ").trim_matches(BLANKS).to_owned()
}
