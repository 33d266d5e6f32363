//! Errors of deserializers, which quote values: `invalid type: string "hunter2", expected an integer`.

use serde_core::de::Error;

use crate::serde::at::At;
use crate::text;

/// The kinds of values in messages of serde (`serde::de::Unexpected`), which it writes before the value.
const KINDS: [&str; 10] = [
    "boolean",
    "integer",
    "floating point",
    "character",
    "string",
    "byte array",
    "sequence",
    "map",
    "null",
    "number",
];

/// The largest number of bytes of a message, with a list of the members that are expected.
const LONGEST: usize = 2_000;

/// Returns the error of a deserializer, or an error at its position that does not quote the value: if the member is
/// sensitive, or if the message is long or has control characters. `is_opaque` says that the value is that of a
/// sensitive member of a union, whose parts were read without knowing that.
#[cold]
pub(super) fn checked<E: Error>(error: E, is_opaque: bool, at: &At<'_>) -> E {
    let message = error.to_string();
    let (text, position) = split(&message);
    let is_sensitive = is_opaque || at.is_sensitive();
    let is_printable = text.len() <= LONGEST && !text.contains(text::is_control);
    match without_value(text) {
        Some(plain) if is_sensitive || !is_printable => E::custom(format_args!("{plain}{position}")),
        None if is_opaque || is_sensitive && text.contains(['"', '`', '\'']) => {
            E::custom(format_args!("the value cannot be read{}{position}", at.suffix()))
        }
        None if !is_printable => E::custom(format_args!("{}{position}", text::message(text.to_owned()))),
        _ => error,
    }
}

/// Splits a message before its position: ` at line 2 column 28`. An error with this end has the position again, since
/// `serde_json` reads it from the message.
fn split(message: &str) -> (&str, &str) {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let start = message.rfind(" at line ").filter(|start| {
        let numbers = message[*start..].trim_start_matches(" at line ").split_once(" column ");
        numbers.is_some_and(|(line, column)| is_number(line) && is_number(column))
    });
    message.split_at(start.unwrap_or(message.len()))
}

/// Returns a message of serde about a wrong type or value with only the kind of the value: `invalid type: string,
/// expected an integer`. Returns `None` for messages without a value, and for other messages.
fn without_value(text: &str) -> Option<String> {
    let mistakes = ["invalid type: ", "invalid value: "];
    let (mistake, rest) = mistakes.iter().find_map(|mistake| Some((mistake, text.split_once(mistake)?.1)))?;
    let kind = KINDS.iter().find(|kind| rest.starts_with(**kind)).unwrap_or(&"another value");
    if rest.strip_prefix(kind).is_some_and(|rest| rest.starts_with(EXPECTED)) {
        return None;
    }
    // A visitor says what it expects, and the value comes before that.
    let expected = rest.rfind(EXPECTED).and_then(|start| rest.get(start..)).unwrap_or_default();
    Some(text::message(format!("{mistake}{kind}{expected}")))
}

/// What serde writes between the value and what is expected.
const EXPECTED: &str = ", expected ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_left_out_of_messages_of_serde() {
        let plain = without_value;
        assert_eq!(
            plain("invalid type: string \"a\", expected b"),
            Some("invalid type: string, expected b".to_owned())
        );
        let value = plain("a: invalid value: integer `1`, expected b");
        assert_eq!(value, Some("invalid value: integer, expected b".to_owned()));
        let value = plain("invalid type: enum a, expected b");
        assert_eq!(value, Some("invalid type: another value, expected b".to_owned()));
        assert_eq!(plain("invalid type: sequence, expected b"), None);
        assert_eq!(plain("expected value"), None);
    }

    #[test]
    fn a_position_is_two_numbers() {
        assert_eq!(split("x at line 1 column 22"), ("x", " at line 1 column 22"));
        assert_eq!(split("x at line y column 2"), ("x at line y column 2", ""));
        assert_eq!(split("x at line 1 column "), ("x at line 1 column ", ""));
    }
}
