//! ECMA 262 expressions in the syntax of the `regex` crate.

/// Translates an expression: in ECMA 262 `\d`, `\w` and `\s` are ASCII, and classes do not nest.
pub(super) fn translate(pattern: &str) -> String {
    let mut regex = String::with_capacity(pattern.len() + 16);
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => push_escape(&mut regex, chars.next()),
            '[' | '&' | '~' if in_class => regex.extend(['\\', c]),
            _ => {
                in_class = c == '[' || (in_class && c != ']');
                regex.push(c);
            }
        }
    }
    regex
}

/// What follows a backslash.
fn push_escape(regex: &mut String, escaped: Option<char>) {
    match escaped {
        Some('d') => regex.push_str("[0-9]"),
        Some('D') => regex.push_str("[^0-9]"),
        Some('w') => regex.push_str("[0-9A-Za-z_]"),
        Some('W') => regex.push_str("[^0-9A-Za-z_]"),
        Some('s') => regex.push_str(r"[\t\n\x0B\f\r ]"),
        Some('S') => regex.push_str(r"[^\t\n\x0B\f\r ]"),
        Some('b') => regex.push_str(r"(?-u:\b)"),
        Some('/') => regex.push('/'),
        Some(c) => regex.extend(['\\', c]),
        None => regex.push('\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ecma_classes_become_ascii_ones() {
        assert_eq!(translate(r"^[a-z]{2}-\d\/[\w-]$"), "^[a-z]{2}-[0-9]/[[0-9A-Za-z_]-]$");
        assert_eq!(translate(r"[[]\["), r"[\[]\[");
    }

    #[test]
    fn a_bare_hyphen_in_a_class_is_a_hyphen() {
        let regex = regex::Regex::new(&translate("^[a-zA-Z0-9-_]{1,64}$")).expect("a regular expression");
        assert!(regex.is_match("a-b_C9") && !regex.is_match("a b") && !regex.is_match("a^"));
    }
}
