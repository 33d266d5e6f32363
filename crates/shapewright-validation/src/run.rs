//! One validation from its beginning to its report.

use std::cell::{Cell, RefCell};

use shapewright_runtime::Shape;

use crate::{Checker, Finding, Level, Policy, Report, Rules, Violation};

/// How far a validation goes, so that no value makes it endless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many structures and unions may lie inside each other below the root.
    pub max_depth: usize,
    /// How many violations a report may hold.
    pub max_violations: usize,
}

impl Limits {
    const DEFAULT: Limits = Limits { max_depth: 64, max_violations: 1000 };
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

/// How a value is validated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How far the validation goes.
    pub limits: Limits,
    /// Which rules count.
    pub policy: Policy,
}

impl Options {
    /// The default options. A validation that needs no others need not make and drop them.
    pub fn standard() -> &'static Options {
        static STANDARD: Options = Options { limits: Limits::DEFAULT, policy: Policy::DEFAULT };
        &STANDARD
    }
}

/// Checks a value that is the whole document: pointers begin with the names of its members.
pub fn validate<T: Shape>(
    rules: Rules,
    options: &Options,
    value: &T,
    check: impl Fn(&T, &Checker<'_>),
) -> Report {
    report(rules, options, T::NAME, &|c| check(value, c))
}

/// The part that does not depend on the type.
fn report(rules: Rules, options: &Options, shape: &'static str, check: &dyn Fn(&Checker<'_>)) -> Report {
    let run = Run { rules, options, report: RefCell::default(), too_deep: Cell::new(false) };
    check(&Checker::root(&run, shape));
    run.report.into_inner()
}

/// What a validation knows from the beginning, and what it finds out.
pub(crate) struct Run<'a> {
    pub(crate) options: &'a Options,
    rules: Rules,
    report: RefCell<Report>,
    too_deep: Cell<bool>,
}

impl Run<'_> {
    /// Adds a violation, if its rule counts and the report can hold it.
    #[cold]
    pub(crate) fn add(&self, place: &Checker<'_>, finding: Finding) {
        let rule = self.rules.find(&finding.rule);
        let level = self.options.policy.level(&finding.rule, rule);
        if level == Level::Off {
            return;
        }
        let mut report = self.report.borrow_mut();
        if report.violations.len() >= self.options.limits.max_violations {
            report.truncated = true;
            return;
        }
        let mut pointer = String::new();
        place.write_place(&mut pointer);
        if finding.is_condition {
            pointer.push_str(rule.map_or("", |rule| rule.at));
        }
        report.violations.push(Violation::new(pointer, finding, rule, level, self.rules.general));
    }

    /// Adds one violation for all values that lie too deep.
    #[cold]
    pub(crate) fn add_too_deep(&self, place: &Checker<'_>) {
        if self.too_deep.replace(true) {
            return;
        }
        let max = self.options.limits.max_depth;
        let finding = Finding {
            rule: "depth".to_owned(),
            is_condition: false,
            actual: None,
            allowed: format!("at most {max} structures inside each other"),
            message: format!("more than {max} structures lie inside each other"),
            help: "nest the value less deeply; what lies deeper was not checked".to_owned(),
        };
        self.add(place, finding);
    }
}
