//! What plain words of YAML mean: in the core schema of YAML 1.2, and in YAML 1.1.

use crate::tree::Leaf;

/// The meaning of a plain scalar in YAML 1.2.
pub(super) fn core(text: &str) -> Leaf<'static> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Leaf::Null,
        "true" | "True" | "TRUE" => Leaf::Boolean(true),
        "false" | "False" | "FALSE" => Leaf::Boolean(false),
        _ if is_number(text) => Leaf::Number,
        _ => Leaf::String(None),
    }
}

/// Whether a plain scalar is a number in YAML 1.2.
fn is_number(text: &str) -> bool {
    let all = |digits: &str, is: fn(&u8) -> bool| !digits.is_empty() && digits.bytes().all(|byte| is(&byte));
    if let Some(digits) = text.strip_prefix("0x") {
        return all(digits, u8::is_ascii_hexdigit);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return all(digits, |byte| (b'0'..=b'7').contains(byte));
    }
    if let ".nan" | ".NaN" | ".NAN" = text {
        return true;
    }
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    if let ".inf" | ".Inf" | ".INF" = text {
        return true;
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['-', '+']).unwrap_or(exponent)),
        None => (text, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && all(exponent, u8::is_ascii_digit)
}

/// A value that YAML 1.1 gives to a plain scalar, and YAML 1.2 does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// `yes`, `on`, `off` and the like.
    Boolean(bool),
    /// A number that is octal (`0644`), binary (`0b11`), sexagesimal (`1:30`) or has underscores (`1_000`).
    Integer(i64),
}

/// Returns the value of a plain scalar that is another one in YAML 1.1 than in YAML 1.2.
///
/// ```
/// use shapewright_source::yaml::words::{Word, yaml_1_1};
///
/// assert_eq!(yaml_1_1("yes"), Some(Word::Boolean(true)));
/// assert_eq!(yaml_1_1("0644"), Some(Word::Integer(0o644)));
/// assert_eq!(yaml_1_1("1:30"), Some(Word::Integer(90)));
/// assert_eq!(yaml_1_1("true"), None);
/// ```
pub fn yaml_1_1(text: &str) -> Option<Word> {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => return Some(Word::Boolean(true)),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => return Some(Word::Boolean(false)),
        _ => {}
    }
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (if text.starts_with('-') { -1 } else { 1 }, rest),
        None => (1, text),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = digits.replace('_', "");
    let value = if let Some(binary) = plain.strip_prefix("0b") {
        i64::from_str_radix(binary, 2).ok()?
    } else if plain.contains(':') {
        sexagesimal(&plain)?
    } else if let Some(octal) = plain
        .strip_prefix('0')
        .filter(|octal| !octal.is_empty() && octal.bytes().all(|byte| byte.is_ascii_digit()))
    {
        i64::from_str_radix(octal, 8).ok()?
    } else if plain.len() < digits.len() && !plain.contains(['.', 'e', 'E']) {
        let hexadecimal = plain.strip_prefix("0x").map(|digits| i64::from_str_radix(digits, 16));
        hexadecimal.unwrap_or_else(|| plain.parse()).ok()?
    } else {
        return None;
    };
    Some(Word::Integer(sign * value))
}

/// `1:30` is 90: each part but the first is below 60.
fn sexagesimal(text: &str) -> Option<i64> {
    let mut value = 0_i64;
    for (index, part) in text.split(':').enumerate() {
        let is_right = (1..=if index == 0 { 18 } else { 2 }).contains(&part.len());
        let part =
            part.parse::<i64>().ok().filter(|part| is_right && *part >= 0 && (index == 0 || *part < 60))?;
        value = value.checked_mul(60)?.checked_add(part)?;
    }
    Some(value)
}
