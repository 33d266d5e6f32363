//! The state of a search, and the changes that follow directly from a report.

use serde_json::{Map, Value};

use crate::dice::Dice;
use crate::draft::{remove, set};
use crate::lessons::Lessons;
use crate::places::Place;
use crate::sample::Sampler;
use crate::schema::{Schema, Type};
use shapewright_validation::{Kind, Report, Violation};

/// The number of documents that one attempt may validate.
const BUDGET: usize = 3000;

/// The number of passes that add missing members, and the missing members of those.
const PASSES: usize = 24;

/// A search for valid documents.
pub(crate) struct Search<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) dice: Dice,
    pub(crate) lessons: Lessons,
    /// The number of documents that may still be validated.
    pub(crate) left: usize,
    /// The smallest number of simple values in a document, so that a repair does not remove nearly everything.
    pub(crate) keep: usize,
    judge: &'a dyn Fn(&Value) -> Option<Report>,
}

/// A document and its report.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) value: Value,
    pub(crate) report: Report,
}

impl State {
    /// Returns the number of errors.
    pub(crate) fn errors(&self) -> usize {
        self.report.errors().count()
    }

    /// Returns the number of warnings.
    pub(crate) fn warnings(&self) -> usize {
        self.report.warnings().count()
    }

    /// Returns the number of simple values.
    pub(crate) fn size(&self) -> usize {
        size(&self.value)
    }

    /// Returns whether the document violates the same rule at the same place.
    pub(crate) fn has(&self, wanted: &Violation) -> bool {
        self.report.iter().any(|found| found.rule() == wanted.rule() && found.pointer() == wanted.pointer())
    }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 1,
    }
}

impl<'a> Search<'a> {
    /// Creates a search. The limits of members are not known yet.
    pub(crate) fn new(schema: &'a Schema, judge: &'a dyn Fn(&Value) -> Option<Report>, dice: Dice) -> Self {
        Search { schema, dice, lessons: Lessons::default(), left: 0, keep: 0, judge }
    }

    /// Returns a valid document, starting from the empty one.
    pub(crate) fn begin(&mut self) -> Option<State> {
        (self.left, self.keep) = (BUDGET, 0);
        let state = self.settle(Value::Object(Map::new()))?;
        let state = self.repair(state)?;
        Some(self.reduce_warnings(state))
    }

    /// Validates a document. Returns `None` if it cannot be read or if the budget is used up.
    pub(crate) fn judge(&mut self, document: &Value) -> Option<Report> {
        self.left = self.left.checked_sub(1)?;
        let report = (self.judge)(document)?;
        self.lessons.learn(self.schema, &report);
        Some(report)
    }

    /// Adds required members and replaces values out of their limits, until that changes nothing.
    pub(crate) fn settle(&mut self, mut document: Value) -> Option<State> {
        for _ in 0..PASSES {
            let report = self.judge(&document)?;
            if !self.apply_report(&mut document, &report) {
                return Some(State { value: document, report });
            }
        }
        let report = self.judge(&document)?;
        Some(State { value: document, report })
    }

    /// Makes the changes that follow directly from a report. Returns whether the document changed.
    fn apply_report(&mut self, document: &mut Value, report: &Report) -> bool {
        let before = document.clone();
        // Starts at the end, so that removing an element does not shift the places of other violations.
        for violation in report.violations().iter().rev() {
            let Some(kind) = violation.kind() else { continue };
            let Some(place) = self.schema.place(violation.pointer()) else { continue };
            let present = document.pointer(&place.pointer).is_some();
            match kind {
                Kind::Required if !present => set(document, &place.pointer, self.sample(&place)),
                Kind::Length | Kind::Quota if matches!(place.ty, Type::List(_)) => {
                    self.resize(document, &place);
                }
                Kind::Enum
                | Kind::Label
                | Kind::Length
                | Kind::Quota
                | Kind::Pattern
                | Kind::Range
                | Kind::Union
                    if present =>
                {
                    set(document, &place.pointer, self.sample(&place));
                }
                Kind::UniqueItems => remove(document, &place.pointer),
                _ => {}
            }
        }
        *document != before
    }

    /// Extends or truncates a list to an allowed length.
    fn resize(&mut self, document: &mut Value, place: &Place<'_>) {
        let [min, max] = self.lessons.limits(place.slot).lengths;
        let more: Vec<Value> = match self.schema.element(place, "-") {
            Some(element) => (0..min.unwrap_or(0)).map(|_| self.sample(&element)).collect(),
            None => Vec::new(),
        };
        if let Some(Value::Array(items)) = document.pointer_mut(&place.pointer) {
            let missing = min.unwrap_or(0).saturating_sub(items.len());
            items.extend(more.into_iter().take(missing));
            items.truncate(max.unwrap_or(usize::MAX));
        }
    }

    /// Returns a value for a place. Structures are empty.
    pub(crate) fn sample(&mut self, place: &Place<'_>) -> Value {
        self.sampler(None).value(place)
    }

    /// Returns a value for a place. Structures have one member in `sparse`, on average.
    pub(crate) fn rich_sample(&mut self, place: &Place<'_>, sparse: usize) -> Value {
        self.sampler(Some(sparse)).value(place)
    }

    fn sampler(&mut self, sparse: Option<usize>) -> Sampler<'_> {
        Sampler { schema: self.schema, lessons: &self.lessons, dice: &mut self.dice, depth: 0, sparse }
    }
}
