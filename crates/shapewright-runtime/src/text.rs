//! Properties of strings that several formats and rules need.

/// Whether XML 1.0 can have this character. It cannot have control characters other than tab, line feed and carriage
/// return, nor U+FFFE and U+FFFF, not even as references.
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
