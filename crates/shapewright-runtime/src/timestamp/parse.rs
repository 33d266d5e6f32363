//! Parses RFC 3339 texts.

use std::str::FromStr;

use super::civil::Civil;
use super::{Timestamp, TimestampError};

/// Parses `2015-01-01T00:00:00Z`, also with a fraction, an offset, and `t` and `z` in lower case. Ignores digits of the
/// fraction after the ninth.
impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let error = || TimestampError::of_text(text, "a date and time like 2015-01-01T00:00:00Z");
        let (civil, rest) =
            date_time(text.as_bytes()).filter(|(civil, _)| civil.exists()).ok_or_else(error)?;
        let (nanos, rest) = fraction(rest).ok_or_else(error)?;
        let offset = offset(rest).ok_or_else(error)?;
        Timestamp::from_unix(civil.to_unix() - offset, nanos)
    }
}

/// Parses the date and the time without a fraction. Returns the rest of the text.
fn date_time(text: &[u8]) -> Option<(Civil, &[u8])> {
    let (year, text) = number(text, 4)?;
    let (month, text) = number(after(text, b"-")?, 2)?;
    let (day, text) = number(after(text, b"-")?, 2)?;
    let (hour, text) = number(after(text, b"Tt")?, 2)?;
    let (minute, text) = number(after(text, b":")?, 2)?;
    let (second, text) = number(after(text, b":")?, 2)?;
    Some((Civil { year, month, day, hour, minute, second }, text))
}

/// Parses an optional fraction as nanoseconds. Returns the rest of the text.
pub(super) fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let Some(text) = after(text, b".") else {
        return Some((0, text));
    };
    let len = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(len).filter(|_| len > 0)?;
    let padded = digits.iter().copied().chain(std::iter::repeat(b'0')).take(9);
    Some((padded.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0')), rest))
}

/// Parses an offset. Returns the seconds east of UTC.
fn offset(text: &[u8]) -> Option<i64> {
    if let [b'Z' | b'z'] = text {
        return Some(0);
    }
    let (sign, text) = match text {
        [b'+', rest @ ..] => (1, rest),
        [b'-', rest @ ..] => (-1, rest),
        _ => return None,
    };
    let (hours, text) = number(text, 2)?;
    let (minutes, text) = number(after(text, b":")?, 2)?;
    (text.is_empty() && hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Parses a number of exactly `digits` digits. Returns the rest of the text.
pub(super) fn number(text: &[u8], digits: usize) -> Option<(i64, &[u8])> {
    let (digits, rest) = text.split_at_checked(digits)?;
    let all_digits = digits.iter().all(u8::is_ascii_digit);
    let value = digits.iter().fold(0, |value, digit| value * 10 + i64::from(*digit) - i64::from(b'0'));
    all_digits.then_some((value, rest))
}

/// Returns the rest after the first byte, if it is one of these bytes.
pub(super) fn after<'a>(text: &'a [u8], expected: &[u8]) -> Option<&'a [u8]> {
    let (first, rest) = text.split_first()?;
    expected.contains(first).then_some(rest)
}
