//! What a validation found.

use std::fmt;
use std::slice;

use crate::Violation;

/// All violations, in the order of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a report says whether the value is valid"]
pub struct Report {
    pub(crate) violations: Vec<Violation>,
    pub(crate) truncated: bool,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_valid(&self) -> bool {
        self.violations.is_empty()
    }

    /// What is wrong.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// What is wrong, one after the other.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.violations.iter()
    }

    /// Whether there were more violations than the report may hold.
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// The report as an error, if something is wrong.
    pub fn into_result(self) -> Result<(), Report> {
        if self.is_valid() { Ok(()) } else { Err(self) }
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Violation;
    type IntoIter = slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The violations with a line feed between them, none at the end.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{violation}")?;
        }
        if self.truncated {
            f.write_str("\nand more violations than a report holds")?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}
