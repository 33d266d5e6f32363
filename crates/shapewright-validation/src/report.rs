//! What a validation found.

use std::fmt;
use std::slice;

use shapewright_runtime::ServiceError;

use crate::{Level, ValidationException, Violation};

/// All violations, in the order of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a report says whether the value is valid"]
pub struct Report {
    pub(crate) violations: Vec<Violation>,
    pub(crate) truncated: bool,
}

impl Report {
    /// Whether there is no violation that counts as an error.
    pub fn is_valid(&self) -> bool {
        self.errors().next().is_none()
    }

    /// The violations that make the value invalid.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.level() == Level::Error)
    }

    /// The violations that do not.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.level() != Level::Error)
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

    /// The error with which an operation would answer: that of the first violation that the model gives it.
    pub fn as_error<E: ServiceError>(&self) -> Option<E> {
        self.errors().find_map(Violation::as_error)
    }

    /// The report in the form in which Smithy servers answer invalid requests.
    pub fn validation_exception(&self) -> ValidationException {
        ValidationException::new(self.errors())
    }

    /// The report as an error, if the value is invalid.
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
