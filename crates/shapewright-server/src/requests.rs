//! What came, and what was answered.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime};

use serde::Serialize;

/// How many requests are remembered.
const REMEMBERED: usize = 1_000;

/// A request and its answer. Bodies and credentials are not kept.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Seen {
    /// Its number, from 1.
    pub number: u64,
    /// When it came, in seconds since 1970.
    pub time: f64,
    /// The account.
    pub account: String,
    /// The HTTP method.
    pub method: String,
    /// The path and query.
    pub uri: String,
    /// The operation; null if the request has none.
    pub operation: Option<&'static str>,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The error code; null for a success.
    pub code: Option<String>,
    /// The text of the error.
    pub message: Option<String>,
    /// The rule, row or stage that refused it.
    pub refused_by: Option<String>,
    /// How long the answer took, in milliseconds.
    pub milliseconds: f64,
}

/// The last requests.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    seen: VecDeque<Seen>,
    count: u64,
}

impl Requests {
    /// Adds a request; its number is given.
    pub(crate) fn add(&mut self, mut seen: Seen) {
        self.count += 1;
        seen.number = self.count;
        if self.seen.len() == REMEMBERED {
            self.seen.pop_front();
        }
        self.seen.push_back(seen);
    }

    /// The requests after a number, the last one at the end.
    pub(crate) fn after(&self, number: u64) -> Vec<Seen> {
        self.seen.iter().filter(|seen| seen.number > number).cloned().collect()
    }

    /// Forgets all requests.
    pub(crate) fn clear(&mut self) {
        self.seen.clear();
    }
}

/// Seconds since 1970.
pub(crate) fn seconds(time: SystemTime) -> f64 {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

/// Milliseconds with three decimals.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}
