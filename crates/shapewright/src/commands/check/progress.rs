//! A line that says how many files are checked, if that takes long.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// After this time the line appears.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often the line changes.
const PERIOD: Duration = Duration::from_millis(100);

/// The line, which is only shown in a terminal.
pub(super) struct Progress {
    all: usize,
    done: usize,
    /// When the line changes next; none if it is not shown.
    next: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    pub(super) fn new(all: usize, is_wanted: bool) -> Self {
        let next = (is_wanted && io::stderr().is_terminal()).then(|| Instant::now() + PATIENCE);
        Progress { all, done: 0, next, is_shown: false }
    }

    /// Counts a file.
    pub(super) fn advance(&mut self) {
        self.done += 1;
        let now = Instant::now();
        if self.next.is_some_and(|next| next <= now) {
            self.next = Some(now + PERIOD);
            self.is_shown = true;
            // Standard error may be closed.
            let _ = write!(io::stderr(), "\rchecked {} of {} files", self.done, self.all);
        }
    }

    /// Removes the line.
    pub(super) fn end(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
