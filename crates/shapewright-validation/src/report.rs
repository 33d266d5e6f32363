//! What a validation found.

use std::fmt;
use std::slice;
use std::vec;

use serde_core::ser::{Serialize, SerializeStruct, Serializer};
use shapewright_runtime::text::escaped;
use shapewright_runtime::{ErrorDetails, ErrorResponse, ServiceError};

use crate::said::Said;
use crate::{Kind, Level, ValidationException, Violation};

/// All violations of a value, in the order of the model.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "a report says whether the value is valid"]
pub struct Report {
    pub(crate) violations: Vec<Violation>,
    pub(crate) truncated: bool,
}

impl Report {
    /// Whether there is no violation that counts as an error.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors().next().is_none()
    }

    /// The violations that make the value invalid.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.level() == Level::Error)
    }

    /// Violations reported as warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.iter().filter(|violation| violation.level() != Level::Error)
    }

    /// All violations, errors and warnings.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// How many violations there are, errors and warnings.
    pub fn len(&self) -> usize {
        self.violations.len()
    }

    /// Whether there is no violation, not even a warning.
    pub fn is_empty(&self) -> bool {
        self.violations.is_empty()
    }

    /// All violations, one after the other.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.violations.iter()
    }

    /// Whether there were more violations than the report may hold
    /// ([`Limits::max_violations`](crate::Limits::max_violations)). The report has the first of them; if all of those
    /// are warnings, the first error takes the place of the last, so [`Report::is_valid`] is right.
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// The error with which an operation responds, as its error type `E`, in the order of the service: first characters
    /// that make the document unreadable, then all broken constraints of its own model together, in its own
    /// words, then the first other violation for which `E` has an error. `None` if the value is valid.
    ///
    /// If the report is [truncated](Report::truncated), the error is about the violations that it has: the message may
    /// count fewer than the service does, and constraints of the model may be among those that were left out.
    #[must_use]
    pub fn to_error<E: ServiceError>(&self) -> Option<E> {
        let unreadable = self.unreadable().and_then(Violation::to_error);
        let of_model =
            || self.of_model().and_then(|(code, text)| E::from_code(code, ErrorDetails::with_message(text)));
        unreadable.or_else(of_model).or_else(|| self.errors().find_map(Violation::to_error))
    }

    /// The code and message with which an operation responds, in the order of [`Report::to_error`]. `None` if the value
    /// is valid.
    ///
    /// The status is not set: `Error::from_response(response).to_response()` sets it, where `Error` is the error of the
    /// service.
    #[must_use]
    pub fn to_response(&self, operation: &str) -> Option<ErrorResponse> {
        let of = |violation: &Violation| (violation.code_of(operation), violation.error_message());
        let unreadable = self.unreadable().map(of);
        let (code, text) = unreadable.or_else(|| self.of_model()).or_else(|| self.errors().next().map(of))?;
        Some(ErrorResponse::new(code).with_details(ErrorDetails::with_message(text)))
    }

    /// The violation that makes the document unreadable for the service.
    fn unreadable(&self) -> Option<&Violation> {
        self.errors().find(|violation| violation.kind() == Some(Kind::Characters))
    }

    /// The answer to violations of the service's own model, if there are any.
    fn of_model(&self) -> Option<(&'static str, String)> {
        let of_model = || self.errors().filter(|violation| violation.is_of_model());
        let first = of_model().next()?;
        let text = if of_model().any(|violation| violation.said().is_some()) {
            escaped(&Said::answer(of_model().filter_map(Violation::said))).into_owned()
        } else {
            first.error_message()
        };
        Some((first.code(), text))
    }

    /// The report as the response of a Smithy server to an invalid request.
    #[must_use]
    pub fn validation_exception(&self) -> ValidationException {
        ValidationException::new(self.errors())
    }

    /// `Ok` if the value is valid.
    ///
    /// # Errors
    ///
    /// The report itself, if the value is invalid.
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

impl IntoIterator for Report {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.violations.into_iter()
    }
}

/// An object with `valid`, `violations` and `truncated`.
impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 3)?;
        report.serialize_field("valid", &self.is_valid())?;
        report.serialize_field("violations", &self.violations)?;
        report.serialize_field("truncated", &self.truncated)?;
        report.end()
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
