//! Converts timestamps from and to other types.

use std::time::{Duration, SystemTime};

use super::{Timestamp, TimestampError};

impl Timestamp {
    /// Creates a timestamp from seconds since 1970-01-01T00:00:00Z with a fraction, rounded to microseconds: an `f64`
    /// has no more digits.
    ///
    /// # Errors
    ///
    /// When `seconds` is NaN, or the time is outside the years 0001 to 9999.
    pub fn from_unix_f64(seconds: f64) -> Result<Self, TimestampError> {
        let whole = seconds.floor();
        let micros = ((seconds - whole) * 1e6).round();
        // The casts saturate. The checks below reject the results for NaN, infinities and large numbers.
        let carry = i64::from(micros >= 1e6);
        let nanos = if carry == 1 { 0 } else { micros as u32 * 1_000 };
        if seconds.is_nan() {
            return Err(TimestampError::new("a timestamp must be a number"));
        }
        Timestamp::from_unix((whole as i64).saturating_add(carry), nanos)
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = TimestampError;

    fn try_from(time: SystemTime) -> Result<Self, TimestampError> {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Timestamp::from_unix(whole_seconds(after), after.subsec_nanos()),
            Err(error) => {
                let before = error.duration();
                match before.subsec_nanos() {
                    0 => Timestamp::from_unix(-whole_seconds(before), 0),
                    nanos => Timestamp::from_unix(-whole_seconds(before) - 1, 1_000_000_000 - nanos),
                }
            }
        }
    }
}

/// Returns the whole seconds. Saturates, because a larger number is out of range anyway.
fn whole_seconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_secs()).unwrap_or(i64::MAX - 1)
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimestampError;

    fn try_from(timestamp: Timestamp) -> Result<Self, TimestampError> {
        let seconds = Duration::from_secs(timestamp.seconds.unsigned_abs());
        let epoch = SystemTime::UNIX_EPOCH;
        let second =
            if timestamp.seconds < 0 { epoch.checked_sub(seconds) } else { epoch.checked_add(seconds) };
        second
            .and_then(|second| second.checked_add(Duration::from_nanos(timestamp.nanos.into())))
            .ok_or_else(|| TimestampError::new(format!("{timestamp} is outside the system's range of time")))
    }
}
