//! The characters of XML: <https://www.w3.org/TR/xml/#charsets>.

use shapewright_runtime::text::is_xml_char;

/// Whether XML can carry a string. Plain ASCII, which most strings are, is decided eight bytes at a time.
#[inline]
pub(crate) fn is_xml_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_plain = match (bytes.as_chunks().0, bytes.last_chunk()) {
        // The last eight bytes can overlap those before them.
        (words, Some(last)) => words.iter().fold(special(last), |found, word| found | special(word)) == 0,
        _ => bytes.iter().all(|byte| (b' '..0x80).contains(byte)),
    };
    is_plain || is_xml_text_by_character(text)
}

#[cold]
fn is_xml_text_by_character(text: &str) -> bool {
    text.chars().all(is_xml_char)
}

/// Has a bit for each byte that is a control character below 0x20 or not ASCII. Subtracting sets the highest bit of a
/// byte that is smaller than 0x20, and perhaps that of the byte above it, which is then found without need.
#[inline]
fn special(bytes: &[u8; 8]) -> u64 {
    let word = u64::from_le_bytes(*bytes);
    (word.wrapping_sub(u64::from_le_bytes([b' '; 8])) | word) & u64::from_le_bytes([0x80; 8])
}

#[cfg(test)]
mod tests {
    use super::{is_xml_char, is_xml_text};

    /// At every place in strings of every length that is decided in another way.
    #[test]
    fn every_character_is_found_at_every_place() {
        let characters = (0..=0x7F).chain([0xE9, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1_0000]);
        for c in characters.filter_map(char::from_u32) {
            for length in 0..20 {
                for place in 0..=length {
                    let text = format!("{}{c}{}", "a".repeat(place), "é".repeat(length - place));
                    assert_eq!(is_xml_text(&text), is_xml_char(c), "{text:?}");
                }
            }
        }
    }
}
