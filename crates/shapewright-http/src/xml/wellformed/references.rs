//! References to characters: `&amp;`, `&#65;`, `&#x41;`.

use shapewright_runtime::text::is_xml_char;

use super::names;

/// Returns the character of the reference `&name;`: one of the five predefined entities, or a number.
///
/// # Errors
///
/// A message, if the reference has no such form, or if it is a number of no character of XML.
pub(in crate::xml) fn resolve(name: &str) -> Result<char, String> {
    Ok(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        name => match name.strip_prefix('#').map(|number| (number, character(number))) {
            Some((_, Some(c))) => c,
            Some((number, None)) if number.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                return Err(unknown(name));
            }
            None if names::check(name, 0).is_ok() => return Err(unknown(name)),
            _ => return Err(no_reference()),
        },
    })
}

/// Returns the message for an ampersand that does not start a reference.
pub(in crate::xml) fn no_reference() -> String {
    "`&` starts no reference here: write `&amp;` for the character".to_owned()
}

fn unknown(name: &str) -> String {
    format!("`&{name};` is not a known character reference")
}

/// Returns the character of a number: digits, or `x` and hexadecimal digits.
fn character(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // `from_str_radix` accepts a sign.
    let is_number = digits.chars().all(|digit| digit.is_digit(radix));
    let code = is_number.then(|| u32::from_str_radix(digits, radix).ok())??;
    char::from_u32(code).filter(|c| is_xml_char(*c))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn references_are_entities_and_numbers() {
        for (name, c) in [
            ("amp", '&'),
            ("apos", '\''),
            ("#65", 'A'),
            ("#x41", 'A'),
            ("#x1f600", '\u{1F600}'),
            ("#00000000000000000009", '\t'),
            ("#xFFFD", '\u{FFFD}'),
        ] {
            assert_eq!(resolve(name), Ok(c), "{name}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for name in
            ["nbsp", "#0", "#1", "#xB", "#xD800", "#xFFFE", "#xFFFF", "#x110000", "#99999999999", "#X41"]
        {
            assert_eq!(
                resolve(name),
                Err(format!("`&{name};` is not a known character reference")),
                "{name}"
            );
        }
        for name in ["", "#+1", "# 1", "#-1", " amp", "amp ", "a b", "1", "#1 ", "a:b"] {
            let message = resolve(name);
            assert!(message.is_err_and(|message| message.starts_with("`&` starts no reference")), "{name}");
        }
        for name in ["#", "#x", "AMP"] {
            assert!(resolve(name).is_err(), "{name}");
        }
    }
}
