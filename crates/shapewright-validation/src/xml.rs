//! The characters of XML: <https://www.w3.org/TR/xml/#charsets>.

/// Whether XML can carry a character.
pub(crate) fn is_xml_character(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => false,
        _ => true,
    }
}

/// Whether XML can carry a string. Most strings are decided eight bytes at a time.
#[inline]
pub(crate) fn is_xml_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_plain = |word: &[u8; 8]| is_plain_word(u64::from_ne_bytes(*word));
    let is_plain = match (bytes.as_chunks().0, bytes.last_chunk()) {
        // The last eight bytes can overlap those before them.
        (words, Some(last)) => words.iter().all(is_plain) && is_plain(last),
        _ => is_plain_word(bytes.iter().fold(eight(b' '), |word, byte| (word << 8) | u64::from(*byte))),
    };
    is_plain || is_xml_text_by_character(text)
}

#[cold]
fn is_xml_text_by_character(text: &str) -> bool {
    text.chars().all(is_xml_character)
}

/// Whether no byte is a control character or the first byte of U+FFFE and U+FFFF, 0xEF. Subtracting sets the highest
/// bit of a byte that is smaller than the limit; bytes above 0x7F, which have it set already, do not count.
#[inline]
fn is_plain_word(word: u64) -> bool {
    let below = |word: u64, limit: u8| word.wrapping_sub(eight(limit)) & !word;
    (below(word, b' ') | below(word ^ eight(0xEF), 1)) & eight(0x80) == 0
}

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::{is_xml_character, is_xml_text};

    /// At every place in strings of every length that is decided in another way.
    #[test]
    fn every_character_is_found_at_every_place() {
        let characters = (0..=0x7F).chain([0xE9, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1_0000]);
        for c in characters.filter_map(char::from_u32) {
            for length in 0..20 {
                for place in 0..=length {
                    let text = format!("{}{c}{}", "a".repeat(place), "é".repeat(length - place));
                    assert_eq!(is_xml_text(&text), is_xml_character(c), "{text:?}");
                }
            }
        }
    }
}
