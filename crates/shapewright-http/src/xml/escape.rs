//! Characters that cannot stand in a document as they are.

/// A character that no document can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forbidden(char);

impl Forbidden {
    pub(super) fn message(self) -> String {
        format!("U+{:04X} cannot stand in XML: remove it", u32::from(self.0))
    }
}

/// What a byte asks for: nothing, an escape in texts, one in attributes only, or a closer look.
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
    // A parser turns a carriage return that is not escaped into a line feed.
    classes[b'\r' as usize] = Class::Text;
    classes[b'&' as usize] = Class::Text;
    classes[b'<' as usize] = Class::Text;
    classes[b'>' as usize] = Class::Text;
    // First byte of U+FFFE and U+FFFF, among others.
    classes[0xEF] = Class::Suspect;
    classes
}

/// Appends a text that stands between tags.
pub(super) fn text_into(out: &mut String, text: &str) -> Result<(), Forbidden> {
    into(out, text, false)
}

/// Appends a text that stands between double quotes.
pub(super) fn attribute_into(out: &mut String, text: &str) -> Result<(), Forbidden> {
    into(out, text, true)
}

/// A text that stands between tags, with characters that no document can hold replaced.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    match text_into(&mut out, text) {
        Ok(()) => out,
        Err(Forbidden(found)) => escaped(&text.replace(found, "\u{FFFD}")),
    }
}

fn into(out: &mut String, text: &str, in_attribute: bool) -> Result<(), Forbidden> {
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

/// Whether the first character may stand in a document.
fn check(text: &str) -> Result<(), Forbidden> {
    match text.chars().next() {
        Some(found @ ('\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')) => Err(Forbidden(found)),
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
    fn texts_keep_what_may_stand_as_it_is() {
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
    fn characters_that_xml_cannot_hold_are_refused() {
        for found in ['\0', '\u{8}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            assert_eq!(text(&format!("ü{found}")), Err(Forbidden(found)));
        }
    }
}
