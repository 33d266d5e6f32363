//! One validation: its options, its rules, and what it has found so far.

use std::cell::{Cell, RefCell};

use crate::message::{Found, Message};
use crate::place::Place;
use crate::{Expected, Level, Options, Report, Rule, Rules, Violation};

/// The state of a validation.
pub(crate) struct Run<'a> {
    pub(crate) options: &'a Options,
    pub(crate) rules: Rules,
    report: RefCell<Report>,
    too_deep: Cell<bool>,
}

/// A broken rule: its entry in the table, or at least its name.
#[derive(Clone, Copy)]
pub(crate) struct Broken {
    pub(crate) rule: Option<&'static Rule>,
    /// The id, if the table does not have the rule.
    pub(crate) id: &'static str,
    /// Whether the table says which member is to blame.
    pub(crate) is_blamed_by_table: bool,
}

impl<'a> Run<'a> {
    pub(crate) fn new(rules: Rules, options: &'a Options) -> Self {
        Run { rules, options, report: RefCell::default(), too_deep: Cell::new(false) }
    }

    /// Everything that was found.
    pub(crate) fn into_report(self) -> Report {
        self.report.into_inner()
    }

    /// Adds a violation, unless the policy switches its rule off or the report is full.
    #[cold]
    pub(crate) fn add(
        &self,
        place: &Place<'_>,
        broken: Broken,
        expected: Expected,
        message: &dyn Fn() -> Message,
    ) {
        let Broken { rule, id, is_blamed_by_table } = broken;
        let level = self.options.policy.level(id, rule);
        if level == Level::Off {
            return;
        }
        let mut report = self.report.borrow_mut();
        if report.violations.len() >= self.options.limits.max_violations {
            report.truncated = true;
            return;
        }
        let mut pointer = String::new();
        place.write(&mut pointer);
        if is_blamed_by_table {
            pointer.push_str(rule.map_or("", |rule| rule.pointer));
        }
        let general = self.rules.general;
        report.violations.push(Violation::new(pointer, broken, level, general, expected, message()));
    }

    /// Adds one violation for all values that are nested too deeply.
    #[cold]
    pub(crate) fn add_too_deep(&self, place: &Place<'_>) {
        if !self.too_deep.replace(true) {
            let expected = Expected::Depth(self.options.limits.max_depth);
            let broken = Broken { rule: None, id: "depth", is_blamed_by_table: false };
            self.add(place, broken, expected, &|| Message::new(&"", expected, Found::Nothing, false));
        }
    }
}
