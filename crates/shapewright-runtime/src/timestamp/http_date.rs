//! Dates in HTTP headers.

use super::civil::Civil;
use super::parse::{after, fraction, number};
use super::{Timestamp, TimestampError};

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Timestamp {
    /// Formats the timestamp for HTTP headers, as RFC 9110's IMF-fixdate: `Mon, 16 Dec 2019 23:48:18 GMT`; a fraction
    /// of a second is written as Smithy allows it: `23:48:18.12 GMT`.
    pub fn to_http_date(self) -> String {
        let Civil { year, month, day, hour, minute, second } = Civil::from_unix(self.seconds);
        // 1970-01-01 was a Thursday.
        let weekday = DAYS[self.seconds.div_euclid(86_400).rem_euclid(7) as usize];
        let name = MONTHS[(month - 1) as usize];
        let fraction = match self.nanos {
            0 => String::new(),
            nanos => format!(".{nanos:09}").trim_end_matches('0').to_owned(),
        };
        format!("{weekday}, {day:02} {name} {year:04} {hour:02}:{minute:02}:{second:02}{fraction} GMT")
    }

    /// Parses the form of HTTP headers, with or without a fraction of a second. The day of the week is not checked.
    ///
    /// # Errors
    ///
    /// When the text does not have that form, or when the day does not exist.
    pub fn from_http_date(text: &str) -> Result<Self, TimestampError> {
        let error = || TimestampError::of_text(text, "a date like Mon, 16 Dec 2019 23:48:18 GMT");
        let (civil, nanos) = parse(text.as_bytes()).filter(|(civil, _)| civil.exists()).ok_or_else(error)?;
        Timestamp::from_unix(civil.to_unix(), nanos)
    }
}

fn parse(text: &[u8]) -> Option<(Civil, u32)> {
    let (weekday, text) = text.split_at_checked(3)?;
    DAYS.iter().find(|day| day.as_bytes().eq_ignore_ascii_case(weekday))?;
    let text = after(after(text, b",")?, b" ")?;
    let (day, text) = number(text, 2).or_else(|| number(text, 1))?;
    let (name, text) = after(text, b" ")?.split_at_checked(3)?;
    let month = MONTHS.iter().position(|month| month.as_bytes().eq_ignore_ascii_case(name))?;
    let (year, text) = number(after(text, b" ")?, 4)?;
    let (hour, text) = number(after(text, b" ")?, 2)?;
    let (minute, text) = number(after(text, b":")?, 2)?;
    let (second, text) = number(after(text, b":")?, 2)?;
    let (nanos, text) = fraction(text)?;
    let civil = Civil { year, month: i64::try_from(month).ok()? + 1, day, hour, minute, second };
    text.eq_ignore_ascii_case(b" GMT").then_some((civil, nanos))
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn dates_are_formatted_and_parsed() {
        let time = Timestamp::from_unix(1_576_540_098, 0).expect("a year of this century");
        assert_eq!(time.to_http_date(), "Mon, 16 Dec 2019 23:48:18 GMT");
        assert_eq!(Timestamp::from_http_date("Mon, 16 Dec 2019 23:48:18 GMT"), Ok(time));
        assert_eq!(Timestamp::UNIX_EPOCH.to_http_date(), "Thu, 01 Jan 1970 00:00:00 GMT");
        let before = Timestamp::from_unix(-86_400, 0).expect("a day of 1969");
        assert_eq!(before.to_http_date(), "Wed, 31 Dec 1969 00:00:00 GMT");
    }

    #[test]
    fn a_second_may_have_a_fraction_and_a_day_one_digit() {
        let time = Timestamp::from_http_date("Sun, 2 Jan 2000 20:34:56.456 GMT");
        assert_eq!(time.map(Timestamp::to_http_date), Ok("Sun, 02 Jan 2000 20:34:56.456 GMT".to_owned()));
    }

    #[test]
    fn other_texts_are_errors() {
        for text in ["", "Mon", "Mon, 31 Feb 2019 23:48:18 GMT", "Mon, 16 Dec 2019 23:48:18 CET"] {
            assert!(Timestamp::from_http_date(text).is_err(), "{text}");
        }
    }
}
