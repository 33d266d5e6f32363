//! The differences between our reader and botocore's, each kind with its reason.

mod differs;
mod document;
mod only_botocore_refuses;
mod only_we_refuse;

use super::verdicts::{Difference, Verdict};

/// A kind of difference.
pub struct Listed {
    /// The verdict of responses with such a difference.
    pub verdict: Verdict,
    /// What the document has.
    pub name: &'static str,
    /// What the two sides do, and why.
    pub reason: &'static str,
    is: fn(&Difference<'_>) -> bool,
}

impl Listed {
    /// Returns all kinds.
    pub fn all() -> impl Iterator<Item = &'static Listed> {
        [only_we_refuse::LISTED, only_botocore_refuses::LISTED, differs::LISTED].into_iter().flatten()
    }

    /// Returns the first kind that fits a difference.
    pub(super) fn find(verdict: Verdict, difference: &Difference<'_>) -> Option<&'static Listed> {
        Listed::all().find(|listed| listed.verdict == verdict && (listed.is)(difference))
    }
}
