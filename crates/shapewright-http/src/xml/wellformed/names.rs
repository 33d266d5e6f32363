//! Names of elements, attributes, prefixes and targets.

use crate::xml::error::Problem;

/// Bytes that a name can have after its first letter, if it is ASCII without a prefix.
const PLAIN: [bool; 256] = plain();

const fn plain() -> [bool; 256] {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let c = byte as u8;
        plain[byte] = c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b'.');
        byte += 1;
    }
    plain
}

/// Whether a start tag is only a name: ASCII, without a prefix and without attributes. Such a tag needs no more checks.
#[inline]
pub(in crate::xml) fn is_plain_tag(tag: &str) -> bool {
    match tag.as_bytes() {
        [first, rest @ ..] => {
            (first.is_ascii_alphabetic() || *first == b'_')
                && rest.iter().all(|byte| PLAIN[usize::from(*byte)])
        }
        [] => false,
    }
}

/// Whether a name can start with the character. Colons separate prefixes: they are not a part of names.
fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}' | '\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether a name can have the character after its first one.
fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}' | '\u{2040}')
}

/// Checks a name without a prefix (`NCName`), which starts at `offset`.
pub(super) fn check(name: &str, offset: usize) -> Result<(), Problem> {
    let Some(first) = name.chars().next() else {
        return Err(Problem::new(offset, "a name is missing here"));
    };
    let wrong = name.char_indices().find(|(_, c)| !is_name_char(*c));
    match wrong.or_else(|| (!is_name_start(first)).then_some((0, first))) {
        None => Ok(()),
        Some((0, c)) => Err(Problem::new(offset, format!("a name cannot start with `{}`", shown(c)))),
        Some((position, c)) => {
            Err(Problem::new(offset + position, format!("a name cannot have `{}`", shown(c))))
        }
    }
}

/// Checks a name that can have a prefix (`QName`), and returns the prefix and the name after it.
pub(super) fn split(name: &str, offset: usize) -> Result<(Option<&str>, &str), Problem> {
    match name.split_once(':') {
        None => check(name, offset).map(|()| (None, name)),
        Some((prefix, local)) => {
            check(prefix, offset)?;
            check(local, offset + prefix.len() + 1)?;
            Ok((Some(prefix), local))
        }
    }
}

/// A character as messages quote it.
fn shown(c: char) -> String {
    if matches!(c, '\'' | '"') { c.to_string() } else { c.escape_debug().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_tags_are_names() {
        for tag in ["a", "Z_9", "_", "a.b-c"] {
            assert!(is_plain_tag(tag) && check(tag, 0).is_ok(), "{tag}");
        }
        for tag in ["", "a b", "a:b", "1", "-a", ".a", "a/", "<a", "\u{fc}", "a\u{fc}", " a", "a\n", "a'"] {
            assert!(!is_plain_tag(tag), "{tag}");
        }
    }

    #[test]
    fn names_have_the_characters_of_the_fifth_edition() {
        for name in ["\u{fc}", "\u{200C}a", "\u{10000}", "a\u{B7}\u{300}\u{203F}", "\u{37F}", "\u{2C00}"] {
            assert_eq!(check(name, 0), Ok(()), "{name}");
        }
        for name in ["\u{B7}", "\u{300}", "\u{37E}", "\u{D7}", "\u{F7}", "a\u{2190}", "\u{3000}", "\u{F0000}"]
        {
            assert!(check(name, 0).is_err(), "{name}");
        }
    }

    #[test]
    fn names_have_one_prefix() {
        assert_eq!(split("a:b", 0), Ok((Some("a"), "b")));
        assert_eq!(split("ab", 0), Ok((None, "ab")));
        for (name, offset) in [("a:b:c", 13), (":a", 10), ("a:", 12), ("1:a", 10), ("a:1", 12), ("", 10)] {
            assert_eq!(split(name, 10).map_err(|problem| problem.offset), Err(offset), "{name}");
        }
    }
}
