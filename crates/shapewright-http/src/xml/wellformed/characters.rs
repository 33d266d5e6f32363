//! Characters that no document can have, found before the document is parsed.

use shapewright_runtime::text::is_xml_char;

use crate::xml::error::Problem;

/// What the bytes of a document show before it is parsed.
///
/// Most documents are ASCII without control characters, square brackets and carriage returns. One pass over the bytes
/// shows that neither their characters nor their texts need more checks.
#[derive(Clone, Copy, Debug)]
pub(in crate::xml) struct Characters {
    pub(in crate::xml) are_ascii: bool,
    /// Whether there are control characters that XML does not allow.
    have_controls: bool,
    /// Whether texts can be used as they are. Carriage returns must become line feeds, and `]]>` is an error.
    pub(in crate::xml) have_plain_texts: bool,
}

impl Characters {
    pub(in crate::xml) fn of(document: &[u8]) -> Self {
        if is_plain(document) {
            return Characters { are_ascii: true, have_controls: false, have_plain_texts: true };
        }
        let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
        Characters {
            are_ascii: document.is_ascii(),
            have_controls: document.iter().any(is_control),
            have_plain_texts: !document.iter().any(|byte| matches!(byte, b'\r' | b']')),
        }
    }

    /// Checks that the document is UTF-8 and has no characters that XML does not allow.
    pub(in crate::xml) fn check(self, document: &[u8]) -> Result<(), Problem> {
        if self.are_ascii && !self.have_controls {
            return Ok(());
        }
        if document.starts_with(&[0xFE, 0xFF]) || document.starts_with(&[0xFF, 0xFE]) {
            return Err(Problem::before_parsing(0, "the document is UTF-16, and only UTF-8 is read"));
        }
        let text = std::str::from_utf8(document)
            .map_err(|error| Problem::before_parsing(error.valid_up_to(), "the bytes here are not UTF-8"))?;
        match text.char_indices().find(|(_, found)| !is_xml_char(*found)) {
            None => Ok(()),
            Some((offset, found)) => Err(Problem::before_parsing(
                offset,
                format!("U+{:04X} is not allowed in XML", u32::from(found)),
            )),
        }
    }
}

/// Whether all bytes are ASCII without control characters, carriage returns and square brackets. The compiler makes
/// this a loop over vectors, because it has no branches.
fn is_plain(document: &[u8]) -> bool {
    let (bytes, others) = document.iter().fold((0, false), |(bytes, others), byte| {
        let is_control = (*byte < b' ') & (*byte != b'\n') & (*byte != b'\t');
        (bytes | *byte, others | is_control | (*byte == b']'))
    });
    bytes.is_ascii() & !others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(document: &[u8]) -> Option<(u64, String)> {
        let found = Characters::of(document).check(document);
        found.err().map(|problem| (problem.offset, problem.message))
    }

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for before in 0..70 {
            let document = |found: &[u8]| [&b"a".repeat(before), found, &b"z".repeat(70 - before)].concat();
            for byte in (0..b' ').filter(|byte| !b"\t\n\r".contains(byte)) {
                let message = format!("U+{byte:04X} is not allowed in XML");
                assert_eq!(problem(&document(&[byte])), Some((before as u64, message)));
            }
            for wrong in ["\u{FFFE}", "\u{FFFF}"] {
                assert!(problem(&document(wrong.as_bytes())).is_some(), "{wrong:?}");
            }
            for right in ["\t", "\n", "\r", "]", "\u{7F}", "\u{80}", "\u{FFFD}", "\u{FEFF}", "\u{10FFFF}"] {
                assert_eq!(problem(&document(right.as_bytes())), None, "{right:?}");
            }
            for wrong in [&b"\xff"[..], b"\xc3", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80"] {
                let message = "the bytes here are not UTF-8".to_owned();
                assert_eq!(problem(&document(wrong)), Some((before as u64, message)), "{wrong:?}");
            }
        }
    }

    #[test]
    fn texts_are_plain_without_returns_and_brackets() {
        let is_plain = |text: &str| Characters::of(text.as_bytes()).have_plain_texts;
        assert!(is_plain("<a>\u{fc}[\n\t</a>") && !is_plain("a\rb") && !is_plain("a]b"));
    }
}
