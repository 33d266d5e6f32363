//! One validation: its options, its rules, and what it has found so far.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use crate::message::{Found, Message};
use crate::place::Place;
use crate::{Expected, Kind, Level, Options, Report, Rule, Rules, Severity, Violation};

/// The state of a validation.
pub(crate) struct Run<'a> {
    pub(crate) options: &'a Options,
    rules: Rules,
    /// Name of the structure that is validated; empty if what it replaces is known.
    root: &'static str,
    /// Rules that were looked up, because violations of one rule often come in large numbers.
    by_id: RefCell<BTreeMap<&'static str, Option<&'static Rule>>>,
    by_target: RefCell<BTreeMap<(String, Kind), Option<&'static Rule>>>,
    report: RefCell<Report>,
    too_deep: Cell<bool>,
    /// How many more elements are checked.
    elements_left: Cell<usize>,
    too_many: Cell<bool>,
    has_error: Cell<bool>,
    /// Whether no further violation changes the report.
    full: Cell<bool>,
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
    /// `root` is the structure that is validated; empty if what it replaces is known.
    pub(crate) fn new(rules: Rules, options: &'a Options, root: &'static str) -> Self {
        Run {
            options,
            rules,
            root,
            by_id: RefCell::default(),
            by_target: RefCell::default(),
            report: RefCell::default(),
            too_deep: Cell::new(false),
            elements_left: Cell::new(options.limits.max_elements),
            too_many: Cell::new(false),
            has_error: Cell::new(false),
            full: Cell::new(false),
        }
    }

    /// The same, after violations that were found already.
    pub(crate) fn after(self, report: Report) -> Self {
        Run { has_error: Cell::new(!report.is_valid()), report: RefCell::new(report), ..self }
    }

    /// Everything that was found.
    pub(crate) fn into_report(self) -> Report {
        self.report.into_inner()
    }

    /// The rule with that id.
    #[cold]
    pub(crate) fn rule(&self, id: &'static str) -> Option<&'static Rule> {
        *self.by_id.borrow_mut().entry(id).or_insert_with(|| self.rules.find(id))
    }

    /// The rule of a kind about a structure or member.
    #[cold]
    pub(crate) fn rule_of(&self, target: String, kind: Kind) -> Option<&'static Rule> {
        let mut found = self.by_target.borrow_mut();
        *found.entry((target, kind)).or_insert_with_key(|(target, kind)| self.rules.of_target(target, *kind))
    }

    /// Whether no further violation changes the report, so that there is no need to search for its rule and words.
    pub(crate) fn is_full(&self) -> bool {
        self.full.get()
    }

    /// Adds a violation, unless the policy switches its rule off or the report is full.
    ///
    /// The first error is not lost to warnings: in a full report without errors it takes the place of the last one.
    #[cold]
    pub(crate) fn add(
        &self,
        place: &Place<'_>,
        broken: Broken,
        expected: Expected,
        message: &dyn Fn() -> Message,
    ) {
        let Broken { rule, id, is_blamed_by_table } = broken;
        let severity = rule.map_or(Severity::Error, |rule| rule.severity_in(self.root));
        let level = self.options.policy.level(id, rule, severity);
        if self.is_full() || level == Level::Off {
            return;
        }
        let is_error = level == Level::Error;
        let mut report = self.report.borrow_mut();
        if report.violations.len() >= self.options.limits.max_violations.max(1) {
            report.truncated = true;
            self.full.set(is_error || self.has_error.get());
            if !is_error || self.has_error.get() {
                return;
            }
            report.violations.pop();
        }
        self.has_error.set(is_error || self.has_error.get());
        let mut pointer = String::new();
        place.shape().write(&mut pointer);
        let shape = pointer.len();
        pointer.clear();
        place.write(&mut pointer);
        if is_blamed_by_table {
            pointer.push_str(rule.map_or("", |rule| rule.pointer));
        }
        let mut message = message();
        let is_of_model = self.rules.are_of_model(rule);
        message.said = message.said.filter(|_| is_of_model).map(|said| said.at(place));
        let weight = (severity, level);
        report.violations.push(Violation::new(
            (pointer, shape),
            broken,
            weight,
            self.rules,
            expected,
            message,
        ));
    }

    /// Whether as many more elements may be checked.
    #[inline]
    pub(crate) fn has_room(&self, elements: usize) -> bool {
        elements <= self.elements_left.get()
    }

    /// Counts elements that are checked.
    #[inline]
    pub(crate) fn count(&self, elements: usize) {
        self.elements_left.set(self.elements_left.get().saturating_sub(elements));
    }

    /// Whether elements were left out because there are too many.
    #[inline]
    pub(crate) fn has_too_many(&self) -> bool {
        self.too_many.get()
    }

    /// Adds one violation for all elements that are too many.
    #[cold]
    pub(crate) fn add_too_many(&self, place: &Place<'_>) {
        if !self.too_many.replace(true) {
            self.add_limit(place, "elements", Expected::Elements(self.options.limits.max_elements));
        }
    }

    /// Adds one violation for all values that are nested too deeply.
    #[cold]
    pub(crate) fn add_too_deep(&self, place: &Place<'_>) {
        if !self.too_deep.replace(true) {
            self.add_limit(place, "depth", Expected::Depth(self.options.limits.max_depth));
        }
    }

    /// Adds a violation of a limit, which is not in the table.
    fn add_limit(&self, place: &Place<'_>, id: &'static str, expected: Expected) {
        let broken = Broken { rule: None, id, is_blamed_by_table: false };
        self.add(place, broken, expected, &|| Message::new(&"", expected, Found::Nothing, false));
    }
}
