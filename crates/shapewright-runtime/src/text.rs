//! Properties of characters that several formats and rules use.

/// Returns whether XML 1.0 allows this character. It does not allow control characters other than tab, line feed and
/// carriage return, nor U+FFFE and U+FFFF, not even as references.
///
/// ```
/// use shapewright_runtime::text::is_xml_char;
///
/// assert!(is_xml_char('ü') && is_xml_char('\n'));
/// assert!(!is_xml_char('\u{1}'));
/// ```
pub const fn is_xml_char(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}
