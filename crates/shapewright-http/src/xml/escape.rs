//! Characters that must be escaped in documents, and characters that XML does not allow.

use shapewright_runtime::text::is_xml_char;

/// A character that XML does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forbidden(char);

impl Forbidden {
    pub(super) fn message(self) -> String {
        format!("U+{:04X} is not allowed in XML: remove it", u32::from(self.0))
    }
}

/// How a byte is written: as it is, escaped in text and attributes, escaped in attributes only, or as it is if its
/// character is allowed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Text,
    Attribute,
    Suspect,
}

const CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Plain; 256];
    let mut byte = 0;
    while byte < 0x20 {
        classes[byte] = Class::Suspect;
        byte += 1;
    }
    classes[b'\t' as usize] = Class::Attribute;
    classes[b'\n' as usize] = Class::Attribute;
    classes[b'"' as usize] = Class::Attribute;
    // Parsers normalize a carriage return to a line feed unless it is escaped.
    classes[b'\r' as usize] = Class::Text;
    classes[b'&' as usize] = Class::Text;
    classes[b'<' as usize] = Class::Text;
    classes[b'>' as usize] = Class::Text;
    // The first byte of U+FFFE, U+FFFF and other characters.
    classes[0xEF] = Class::Suspect;
    classes
}

/// Appends text between tags.
#[inline]
pub(super) fn text_into(out: &mut String, text: &str) -> Result<(), Forbidden> {
    if is_plain(text.as_bytes()) {
        out.push_str(text);
        return Ok(());
    }
    escape_into(out, text, false)
}

/// Appends an attribute value between double quotes.
pub(super) fn attribute_into(out: &mut String, text: &str) -> Result<(), Forbidden> {
    escape_into(out, text, true)
}

/// Returns the text escaped for use between tags. Replaces characters that XML does not allow by U+FFFD.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    match text_into(&mut out, text) {
        Ok(()) => out,
        Err(Forbidden(found)) => escaped(&text.replace(found, "\u{FFFD}")),
    }
}

/// Returns whether a text is ASCII and needs no escapes between tags. Most texts do not.
///
/// Checks eight bytes at a time. If the length is not a multiple of eight, the last word overlaps the one before it.
#[inline]
fn is_plain(text: &[u8]) -> bool {
    let is_plain = |word: &[u8; 8]| is_plain_word(u64::from_ne_bytes(*word));
    match (text.as_chunks().0, text.last_chunk()) {
        (words, Some(last)) => words.iter().all(is_plain) && is_plain(last),
        _ => is_plain_word(text.iter().fold(eight(b' '), |word, byte| word << 8 | u64::from(*byte))),
    }
}

/// Does the same for eight bytes.
///
/// Subtracting a limit sets the highest bit of each byte below the limit; no byte of ASCII has it set. Such a byte also
/// borrows from the next one, which may set its bit by mistake, but then the result is `false` already.
#[inline]
fn is_plain_word(word: u64) -> bool {
    let below = |word: u64, limit: u8| word.wrapping_sub(eight(limit));
    let is = |word: u64, byte: u8| below(word ^ eight(byte), 1);
    // `<` and `>` differ in one bit.
    let found = word | below(word, b' ') | is(word, b'&') | is(word | eight(b'<' ^ b'>'), b'>');
    found & eight(0x80) == 0
}

/// Returns a byte repeated eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[inline(never)]
fn escape_into(out: &mut String, text: &str, in_attribute: bool) -> Result<(), Forbidden> {
    let mut start = 0;
    for (position, byte) in text.bytes().enumerate() {
        let class = CLASSES[usize::from(byte)];
        if class == Class::Plain || (class == Class::Attribute && !in_attribute) {
            continue;
        }
        if class == Class::Suspect {
            check(&text[position..])?;
            continue;
        }
        out.push_str(&text[start..position]);
        out.push_str(escape(byte));
        start = position + 1;
    }
    out.push_str(&text[start..]);
    Ok(())
}

/// Checks that the first character is allowed.
fn check(text: &str) -> Result<(), Forbidden> {
    match text.chars().next() {
        Some(found) if !is_xml_char(found) => Err(Forbidden(found)),
        _ => Ok(()),
    }
}

fn escape(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\t' => "&#9;",
        b'\n' => "&#10;",
        _ => "&#13;",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Result<String, Forbidden> {
        let mut out = String::new();
        text_into(&mut out, text).map(|()| out)
    }

    #[test]
    fn text_escapes_markup_and_carriage_returns_only() {
        assert_eq!(text("a \"b\"\n\t'c' ü 😹"), Ok("a \"b\"\n\t'c' ü 😹".to_owned()));
        assert_eq!(text("<a&b>]]>\r\n"), Ok("&lt;a&amp;b&gt;]]&gt;&#13;\n".to_owned()));
        assert_eq!(text("\u{FEFF}\u{FFFD}"), Ok("\u{FEFF}\u{FFFD}".to_owned()));
    }

    #[test]
    fn attributes_escape_quotes_and_white_space_too() {
        let mut out = String::new();
        assert_eq!(attribute_into(&mut out, "a\"<\t\n\r"), Ok(()));
        assert_eq!(out, "a&quot;&lt;&#9;&#10;&#13;");
    }

    #[test]
    fn bytes_to_escape_are_found_at_every_position() {
        for len in 0..40 {
            let plain = "~;= %'/".repeat(8);
            let plain = &plain[..len];
            assert!(is_plain(plain.as_bytes()), "{plain}");
            for position in 0..len {
                for found in ["&", "<", ">", "\r", "\0", "\u{1F}", "ü", "\u{FFFE}"] {
                    let (before, after) = plain.split_at(position);
                    assert!(!is_plain([before, found, after].concat().as_bytes()), "{before}{found}{after}");
                }
            }
        }
    }

    #[test]
    fn characters_that_xml_does_not_allow_are_errors() {
        for found in ['\0', '\u{8}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            assert_eq!(text(&format!("ü{found}")), Err(Forbidden(found)));
        }
    }
}
