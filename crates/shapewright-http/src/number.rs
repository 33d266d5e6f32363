//! Scalars as strings. Documents, headers, labels and queries use the same form.

use shapewright_runtime::{Blob, ReadError, text};

/// Appends an integer. This is faster than `write!`.
pub(crate) fn integer_into(out: &mut String, value: i64) {
    if value < 0 {
        out.push('-');
    }
    digits_into(out, value.unsigned_abs());
}

fn digits_into(out: &mut String, value: u64) {
    if value >= 10 {
        digits_into(out, value / 10);
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}

/// Returns the text of a floating-point number of 32 bits.
pub(crate) fn of_float(value: f32) -> String {
    special(value.into()).map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns the text of a floating-point number of 64 bits.
pub(crate) fn of_double(value: f64) -> String {
    special(value).map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns Smithy's name for an infinity or not-a-number.
fn special(value: f64) -> Option<&'static str> {
    if value.is_nan() {
        Some("NaN")
    } else if value == f64::INFINITY {
        Some("Infinity")
    } else if value == f64::NEG_INFINITY {
        Some("-Infinity")
    } else {
        None
    }
}

/// Parses `true` or `false`.
pub(crate) fn boolean(text: &str) -> Result<bool, ReadError> {
    match text.trim_ascii() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(wrong(text, "`true` or `false`")),
    }
}

/// Parses a whole number.
pub(crate) fn integer(text: &str) -> Result<i64, ReadError> {
    text.trim_ascii().parse().map_err(|_| wrong(text, "a whole number"))
}

/// Parses a number.
pub(crate) fn double(text: &str) -> Result<f64, ReadError> {
    match text.trim_ascii() {
        "NaN" => Ok(f64::NAN),
        "Infinity" => Ok(f64::INFINITY),
        "-Infinity" => Ok(f64::NEG_INFINITY),
        // `f64::from_str` also accepts `inf` and `nan`, which are not Smithy's names.
        number if number.contains(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E')) => {
            Err(wrong(text, "a number"))
        }
        number => number.parse().map_err(|_| wrong(text, "a number")),
    }
}

/// Parses base64, which may contain white space.
pub(crate) fn blob(text: &str) -> Result<Blob, ReadError> {
    let compact: String = text.split_ascii_whitespace().collect();
    // The message does not show the text, because bytes are often code or keys.
    Blob::from_base64(&compact).ok_or_else(|| ReadError::new("the text is not base64"))
}

#[cold]
fn wrong(text: &str, wanted: &str) -> ReadError {
    let quoted = format!("`{}` is not {wanted}", text::start(text));
    ReadError::quoting(quoted, format!("the text is not {wanted}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinities_and_nan_have_the_names_of_smithy() {
        for value in [f64::INFINITY, f64::NEG_INFINITY, 0.1, -1e-7, 1e21, f64::MAX] {
            assert_eq!(double(&of_double(value)), Ok(value));
        }
        assert_eq!(of_double(f64::NAN), "NaN");
        assert!(double("NaN").is_ok_and(f64::is_nan));
        assert!(double("inf").is_err() && double("nan").is_err() && double("").is_err());
        assert_eq!(of_float(0.1), "0.1");
    }

    #[test]
    fn whole_numbers_are_written_as_rust_writes_them() {
        for value in [0, 7, -7, 10, 99, 100, -1_000, 31_536_000, i64::MAX, i64::MIN] {
            let mut out = String::new();
            integer_into(&mut out, value);
            assert_eq!(out, value.to_string());
        }
    }

    #[test]
    fn white_space_around_numbers_and_booleans_is_ignored() {
        assert_eq!(integer(" -7\n"), Ok(-7));
        assert_eq!(boolean(" true "), Ok(true));
        assert!(boolean("True").is_err() && boolean("1").is_err() && integer("1.0").is_err());
    }

    #[test]
    fn white_space_in_base64_is_ignored() {
        assert_eq!(blob("aGVs\n bG8=\n"), Ok(Blob::from("hello")));
        assert!(blob("a%").is_err());
    }

    #[test]
    fn messages_quote_long_texts_in_part() {
        let error = integer(&"x".repeat(1_000)).map_err(|error| error.to_string());
        assert!(error.is_err_and(|message| message.len() < 100));
    }
}
