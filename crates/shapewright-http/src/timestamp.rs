//! Timestamps as strings.

use shapewright_runtime::{ReadError, Timestamp};

use crate::number;

const NANOS_OF_MILLISECOND: u32 = 1_000_000;
const NANOS_OF_SECOND: u32 = 1_000_000_000;

/// The format of a timestamp: Smithy's
/// [`timestampFormat`](https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait).
///
/// Smithy limits the precision on the wire, so a finer time is rounded down: towards the past, also before 1970.
/// Readers accept up to nine digits after the second in every format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimestampFormat {
    /// `2026-08-01T12:00:00.123Z`: milliseconds at most.
    DateTime,
    /// `Sat, 01 Aug 2026 12:00:00 GMT`: whole seconds. Some services ignore a header whose date has a fraction.
    HttpDate,
    /// Seconds since 1970-01-01T00:00:00Z: `1785585600.123`, milliseconds at most.
    EpochSeconds,
}

impl TimestampFormat {
    /// Formats a timestamp, rounded down to the precision of the format.
    pub fn format(self, time: Timestamp) -> String {
        let time = self.round_down(time);
        match self {
            TimestampFormat::DateTime => time.to_string(),
            TimestampFormat::HttpDate => time.to_http_date(),
            TimestampFormat::EpochSeconds => epoch_seconds(time),
        }
    }

    /// Rounds a time down to the precision of the format.
    fn round_down(self, time: Timestamp) -> Timestamp {
        let step = match self {
            TimestampFormat::DateTime | TimestampFormat::EpochSeconds => NANOS_OF_MILLISECOND,
            TimestampFormat::HttpDate => NANOS_OF_SECOND,
        };
        let nanos = time.nanos();
        // The second is in the range of timestamps, because it is that of `time`.
        Timestamp::from_unix(time.seconds(), nanos - nanos % step).unwrap_or(time)
    }

    /// Parses a timestamp in any of the formats, because services do not always use the one in the model.
    pub(crate) fn parse(text: &str) -> Result<Timestamp, ReadError> {
        let text = text.trim_ascii();
        let date_time = text.parse::<Timestamp>();
        date_time.or_else(|error| {
            let fraction = || Timestamp::from_unix_f64(number::double(text).ok()?).ok();
            let seconds = || parse_seconds(text).or_else(fraction);
            let time = Timestamp::from_http_date(text).ok().or_else(seconds);
            time.ok_or_else(|| ReadError::from(error))
        })
    }
}

/// Parses seconds with a fraction of up to nine digits. An `f64` does not have enough digits.
fn parse_seconds(text: &str) -> Option<Timestamp> {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (is_negative, digits) = seconds.strip_prefix('-').map_or((false, seconds), |digits| (true, digits));
    if !is_number(digits) || !is_number(fraction) || fraction.len() > 9 {
        return None;
    }
    let seconds: i64 = digits.parse().ok()?;
    let nanos: u32 = format!("{fraction:0<9}").parse().ok()?;
    let time = match (is_negative, nanos) {
        (false, nanos) => Timestamp::from_unix(seconds, nanos),
        (true, 0) => Timestamp::from_unix(-seconds, 0),
        (true, nanos) => Timestamp::from_unix(-seconds - 1, NANOS_OF_SECOND - nanos),
    };
    time.ok()
}

/// Formats seconds with the digits of the fraction that are not trailing zeros. Before 1970 the number is negative.
fn epoch_seconds(time: Timestamp) -> String {
    let (seconds, nanos) = (time.seconds(), time.nanos());
    if nanos == 0 {
        return seconds.to_string();
    }
    let (sign, seconds, nanos) = if seconds < 0 {
        ("-", (seconds + 1).unsigned_abs(), NANOS_OF_SECOND - nanos)
    } else {
        ("", seconds.unsigned_abs(), nanos)
    };
    let text = format!("{sign}{seconds}.{nanos:09}");
    text.trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(seconds: i64, nanos: u32) -> Timestamp {
        Timestamp::from_unix(seconds, nanos).expect("the year is in the range of timestamps")
    }

    #[test]
    fn each_format_is_read_back() {
        use TimestampFormat::{DateTime, EpochSeconds, HttpDate};
        for time in [time(0, 0), time(1_576_540_098, 0), time(-1, 0), Timestamp::MIN] {
            for format in [DateTime, EpochSeconds, HttpDate] {
                assert_eq!(TimestampFormat::parse(&format.format(time)), Ok(time), "{format:?}");
            }
        }
        for time in [time(1_576_540_098, 120_000_000), time(-1, 500_000_000), time(-1, 1_000_000)] {
            for format in [DateTime, EpochSeconds] {
                assert_eq!(TimestampFormat::parse(&format.format(time)), Ok(time), "{format:?}");
            }
        }
    }

    #[test]
    fn finer_times_are_rounded_down() {
        use TimestampFormat::{DateTime, EpochSeconds, HttpDate};
        for (format, time, text) in [
            (DateTime, time(1_577_934_245, 987_654_321), "2020-01-02T03:04:05.987Z"),
            (EpochSeconds, time(1_577_934_245, 987_654_321), "1577934245.987"),
            (HttpDate, time(1_577_934_245, 987_654_321), "Thu, 02 Jan 2020 03:04:05 GMT"),
            (DateTime, time(0, 999_999), "1970-01-01T00:00:00Z"),
            (EpochSeconds, time(0, 999_999), "0"),
            (DateTime, time(-1, 999_999_999), "1969-12-31T23:59:59.999Z"),
            (EpochSeconds, time(-1, 999_999_999), "-0.001"),
            (EpochSeconds, time(-1, 999_999), "-1"),
            (HttpDate, time(-1, 999_999_999), "Wed, 31 Dec 1969 23:59:59 GMT"),
            (HttpDate, Timestamp::MAX, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            assert_eq!(format.format(time), text, "{format:?}");
        }
    }

    #[test]
    fn fractions_of_nine_digits_are_read_in_each_format() {
        for text in [
            "2020-01-02T03:04:05.987654321Z",
            "1577934245.987654321",
            "Thu, 02 Jan 2020 03:04:05.987654321 GMT",
        ] {
            assert_eq!(TimestampFormat::parse(text), Ok(time(1_577_934_245, 987_654_321)), "{text}");
        }
    }

    #[test]
    fn seconds_before_1970_are_negative() {
        assert_eq!(epoch_seconds(time(-1, 500_000_000)), "-0.5");
        assert_eq!(epoch_seconds(time(-2, 250_000_000)), "-1.75");
        assert_eq!(epoch_seconds(time(5, 0)), "5");
    }

    #[test]
    fn other_texts_are_errors() {
        for text in ["", "yesterday", "2026-13-01T00:00:00Z", "Mon, 32 Dec 2019 23:48:18 GMT", "1e400"] {
            assert!(TimestampFormat::parse(text).is_err(), "{text}");
        }
    }
}
