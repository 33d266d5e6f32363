//! Numbers, booleans and timestamps, and what an empty element means for them.

use shapewright_runtime::ReadError;

use super::XmlReader;
use crate::xml::wellformed::is_blank;

impl XmlReader<'_> {
    /// Reads a number, boolean or timestamp.
    #[inline]
    pub(super) fn scalar<T>(&mut self, parse: fn(&str) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let text = self.source.text()?;
        let outcome = parse(&text);
        if outcome.is_err() {
            self.was_empty = is_blank(&text);
        }
        outcome
    }

    /// Returns the outcome of a member, item or entry, or success if it is an empty element that is skipped.
    #[inline]
    pub(super) fn unless_skipped(&mut self, outcome: Result<(), ReadError>) -> Result<(), ReadError> {
        match outcome {
            Err(_) if self.skips_empty && std::mem::take(&mut self.was_empty) => Ok(()),
            outcome => outcome,
        }
    }
}
