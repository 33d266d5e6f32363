//! Errors inside sensitive members.

use shapewright_runtime::ReadError;

use super::XmlReader;

impl XmlReader<'_> {
    /// Returns the outcome of a member whose content starts at `start`: success if it is an empty element that is
    /// skipped, and an error that does not quote the value if it is sensitive.
    #[inline]
    pub(super) fn of_member(
        &mut self,
        outcome: Result<(), ReadError>,
        is_sensitive: bool,
        start: u64,
    ) -> Result<(), ReadError> {
        let outcome = self.unless_skipped(outcome);
        self.quiet(outcome, is_sensitive, start)
    }

    /// Removes the value from the error of a sensitive value whose content starts at `start`. The error may say itself
    /// that the value is sensitive.
    #[inline]
    pub(super) fn quiet(
        &mut self,
        outcome: Result<(), ReadError>,
        is_sensitive: bool,
        start: u64,
    ) -> Result<(), ReadError> {
        match outcome {
            Err(error) if is_sensitive || error.is_sensitive() => Err(self.source.hide(error, start)),
            outcome => outcome,
        }
    }
}
