//! Errors and warnings, each with file, shape, member and remedy.
//!
//! Messages quote texts of the model. Printed diagnostics have no hidden characters: see [`visible`].

use std::fmt;

pub use shapewright_runtime::text::nearest;

use crate::text::visible;

/// How severe a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The result cannot be used.
    Error,
    /// The result can be used; a part of the model is ignored.
    Warning,
}

/// Where in the input something was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Name of the input file, as the caller gave it.
    pub file: String,
    /// Shape, by its absolute id or, before ids are known, by its name.
    pub shape: Option<String>,
    /// Member of that shape.
    pub member: Option<String>,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), shape: None, member: None }
    }

    /// A shape of the file.
    pub fn shape(file: impl Into<String>, shape: impl fmt::Display) -> Self {
        Place { file: file.into(), shape: Some(shape.to_string()), member: None }
    }

    /// A member of a shape.
    pub fn member(file: impl Into<String>, shape: impl fmt::Display, member: &str) -> Self {
        Place { file: file.into(), shape: Some(shape.to_string()), member: Some(member.to_owned()) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.file))?;
        if let Some(shape) = &self.shape {
            write!(f, ": {}", visible(shape))?;
        }
        if let Some(member) = &self.member {
            write!(f, "${}", visible(member))?;
        }
        Ok(())
    }
}

/// One finding of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// Where it was found.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (message, help) = (visible(&self.message), visible(&self.help));
        write!(f, "{label}: {}: {message}\n  help: {help}", self.place)
    }
}

/// Collects findings, so that one run reports them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Records an error.
    pub fn error(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        let (message, help) = (message.into(), help.into());
        self.push(Diagnostic { severity: Severity::Error, place, message, help });
    }

    /// Records a warning.
    pub fn warning(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        let (message, help) = (message.into(), help.into());
        self.push(Diagnostic { severity: Severity::Warning, place, message, help });
    }

    /// Records a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.list.push(finding);
    }

    /// Whether an error was recorded.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The findings, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Adds all findings of `other`.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.list {
            writeln!(f, "{finding}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_and_a_wrong_case_are_found_and_another_name_is_not() {
        let known = ["CreateDistribution", "CreateDistributionTenant", "DeleteFunction"];
        assert_eq!(nearest("CreateDistributoin", known), Some("CreateDistribution"));
        assert_eq!(nearest("deletefunction", known), Some("DeleteFunction"));
        assert_eq!(nearest("ListTags", known), None);
        assert_eq!(nearest("", known), None);
    }
}
