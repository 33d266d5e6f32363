//! One validation from its beginning to its report.

use shapewright_runtime::Shape;

use crate::path::Path;
use crate::{Checker, Finding, Report, Violation};

/// How far a validation goes, so that no value makes it endless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many structures and unions may lie inside each other below the root.
    pub max_depth: usize,
    /// How many violations a report may hold.
    pub max_violations: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_depth: 64, max_violations: 1000 }
    }
}

/// Checks a value that is the whole document: pointers begin with the names of its members.
///
/// `general` is the error code of rules that name no other.
pub fn validate<T: Shape>(
    general: &'static str,
    limits: Limits,
    value: &T,
    check: impl FnOnce(&T, &mut Checker<'_>),
) -> Report {
    let mut run = Run { general, limits, report: Report::default(), too_deep: false };
    check(value, &mut Checker::root(&mut run, T::NAME));
    run.report
}

/// What all checkers of a validation share.
pub(crate) struct Run {
    general: &'static str,
    pub(crate) limits: Limits,
    report: Report,
    too_deep: bool,
}

impl Run {
    /// Adds a violation, if the report can hold it.
    #[cold]
    pub(crate) fn add(&mut self, path: Option<&Path<'_>>, finding: Finding) {
        if self.report.violations.len() >= self.limits.max_violations {
            self.report.truncated = true;
            return;
        }
        let Finding { rule, code, actual, allowed, message, help } = finding;
        let (general, code) = (self.general, code.unwrap_or(self.general));
        let mut pointer = String::new();
        if let Some(path) = path {
            path.write(&mut pointer);
        }
        self.report.violations.push(Violation {
            pointer,
            rule,
            code,
            general,
            actual,
            allowed,
            message,
            help,
        });
    }

    /// Adds one violation for all values that lie too deep.
    #[cold]
    pub(crate) fn add_too_deep(&mut self, path: &Path<'_>) {
        if std::mem::replace(&mut self.too_deep, true) {
            return;
        }
        let max = self.limits.max_depth;
        let finding = Finding {
            rule: "depth".to_owned(),
            code: None,
            actual: None,
            allowed: format!("at most {max} structures inside each other"),
            message: format!("more than {max} structures lie inside each other"),
            help: "nest the value less deeply; what lies deeper was not checked".to_owned(),
        };
        self.add(Some(path), finding);
    }
}
