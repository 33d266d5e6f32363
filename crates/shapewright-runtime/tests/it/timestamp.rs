//! Timestamps and their texts.

use std::time::{Duration, SystemTime};

use shapewright_runtime::Timestamp;

/// Parses a timestamp.
fn parse(text: &str) -> Timestamp {
    text.parse().expect(text)
}

#[test]
fn texts_have_as_many_digits_as_needed() {
    for text in [
        "2015-01-01T00:00:00Z",
        "1970-01-01T00:00:00.001Z",
        "1969-12-31T23:59:59.000001Z",
        "2000-02-29T12:34:56.123456789Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z",
    ] {
        assert_eq!(parse(text).to_string(), text);
    }
}

#[test]
fn other_forms_are_read() {
    let noon = parse("2026-08-01T12:00:00Z");
    assert_eq!(parse("2026-08-01t12:00:00z"), noon);
    assert_eq!(parse("2026-08-01T14:30:00+02:30"), noon);
    assert_eq!(parse("2026-08-01T07:00:00-05:00"), noon);
    assert_eq!(parse("2026-08-01T12:00:00.0Z"), noon);
    assert_eq!(parse("2026-08-01T12:00:00.1234567891Z").nanos(), 123_456_789);
    assert_eq!(noon.to_iso_format(), "2026-08-01T12:00:00+00:00");
    assert_eq!(parse("2026-08-01T12:00:00.123Z").to_iso_format(), "2026-08-01T12:00:00.123000+00:00");
    assert_eq!(
        parse("2026-08-01T12:00:00.000000001Z").to_iso_format(),
        "2026-08-01T12:00:00.000000001+00:00"
    );
}

#[test]
fn other_texts_are_errors() {
    for text in [
        "",
        "2015-01-01",
        "2015-01-01T00:00:00",
        "2015-01-01 00:00:00Z",
        "2015-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2015-13-01T00:00:00Z",
        "2015-00-01T00:00:00Z",
        "2015-01-00T00:00:00Z",
        "2015-01-01T24:00:00Z",
        "2015-01-01T00:60:00Z",
        "2015-01-01T00:00:60Z",
        "2015-01-01T00:00:00.Z",
        "2015-01-01T00:00:00ZZ",
        "2015-01-01T00:00:00+0100",
        "2015-01-01T00:00:00+24:00",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "é015-01-01T00:00:00Z",
    ] {
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
    let error = "soon".parse::<Timestamp>().map_err(|error| error.to_string());
    assert_eq!(error, Err("\"soon\" is not a date and time like 2015-01-01T00:00:00Z".into()));
}

#[test]
fn every_day_is_formatted_and_parsed() {
    let mut before = None;
    for day in (-719_162..=2_932_896).step_by(31) {
        let time = Timestamp::from_unix(day * 86_400 + 86_399, 0).expect("in range");
        let text = time.to_string();
        assert_eq!(parse(&text), time);
        assert!(before < Some(text.clone()));
        before = Some(text);
    }
}

#[test]
fn times_out_of_range_are_errors() {
    assert!(Timestamp::from_unix(-62_135_596_801, 0).is_err());
    assert!(Timestamp::from_unix(253_402_300_800, 0).is_err());
    assert!(Timestamp::from_unix(0, 1_000_000_000).is_err());
    for seconds in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e18, -1e18] {
        assert!(Timestamp::from_unix_f64(seconds).is_err(), "{seconds}");
    }
    let almost = Timestamp::from_unix_f64(1.999_999_9).expect("in range");
    assert_eq!((almost.seconds(), almost.nanos()), (2, 0));
}

#[test]
fn system_times_convert_and_back() {
    for time in [
        SystemTime::UNIX_EPOCH + Duration::new(5, 7),
        SystemTime::UNIX_EPOCH - Duration::new(5, 7),
        SystemTime::UNIX_EPOCH - Duration::new(5, 0),
    ] {
        let timestamp = Timestamp::try_from(time).expect("in range");
        assert_eq!(SystemTime::try_from(timestamp), Ok(time));
    }
    let before = Timestamp::try_from(SystemTime::UNIX_EPOCH - Duration::new(5, 7)).expect("in range");
    assert_eq!(before.to_string(), "1969-12-31T23:59:54.999999993Z");
}
