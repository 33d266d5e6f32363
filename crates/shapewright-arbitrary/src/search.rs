//! The state of a search, and the changes that a report leaves no doubt about.

use serde_json::{Map, Value};

use crate::dice::Dice;
use crate::draft::{remove, set};
use crate::lessons::Lessons;
use crate::places::Place;
use crate::sample::Sampler;
use crate::schema::{Schema, Type};
use shapewright_validation::{Kind, Report, Violation};

/// How many documents one attempt may judge.
const BUDGET: usize = 3000;

/// How often what is missing is added, and what that lacks, until someone else must decide.
const PASSES: usize = 24;

/// Looks for valid documents.
pub(crate) struct Search<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) dice: Dice,
    pub(crate) lessons: Lessons,
    /// How many documents may still be judged.
    pub(crate) left: usize,
    /// How many simple values a document keeps at least: nothing is repaired by removing nearly everything.
    pub(crate) keep: usize,
    judge: &'a dyn Fn(&Value) -> Option<Report>,
}

/// A document and what is wrong with it.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) value: Value,
    pub(crate) report: Report,
}

impl State {
    /// How many errors there are.
    pub(crate) fn errors(&self) -> usize {
        self.report.errors().count()
    }

    /// How many warnings there are.
    pub(crate) fn warnings(&self) -> usize {
        self.report.warnings().count()
    }

    /// How many simple values there are.
    pub(crate) fn size(&self) -> usize {
        size(&self.value)
    }

    /// Whether the same rule is broken at the same place.
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
    /// A search that knows nothing yet but the types.
    pub(crate) fn new(schema: &'a Schema, judge: &'a dyn Fn(&Value) -> Option<Report>, dice: Dice) -> Self {
        Search { schema, dice, lessons: Lessons::default(), left: 0, keep: 0, judge }
    }

    /// A valid document, from the empty one on.
    pub(crate) fn begin(&mut self) -> Option<State> {
        (self.left, self.keep) = (BUDGET, 0);
        let state = self.settle(Value::Object(Map::new()))?;
        let state = self.repair(state)?;
        Some(self.soothe(state))
    }

    /// The report on a document; none when there have been too many.
    pub(crate) fn judge(&mut self, document: &Value) -> Option<Report> {
        self.left = self.left.checked_sub(1)?;
        let report = (self.judge)(document)?;
        self.lessons.learn(self.schema, &report);
        Some(report)
    }

    /// Adds required members and keeps simple limits, as far as that goes.
    pub(crate) fn settle(&mut self, mut document: Value) -> Option<State> {
        for _ in 0..PASSES {
            let report = self.judge(&document)?;
            if !self.obey(&mut document, &report) {
                return Some(State { value: document, report });
            }
        }
        let report = self.judge(&document)?;
        Some(State { value: document, report })
    }

    /// Does what needs no decision. Says whether there was anything.
    fn obey(&mut self, document: &mut Value, report: &Report) -> bool {
        let before = document.clone();
        // From the end, so that places stay what they are when an element goes.
        for violation in report.violations().iter().rev() {
            let Some(kind) = violation.kind() else { continue };
            let Some(place) = self.schema.place(violation.pointer()) else { continue };
            let present = document.pointer(&place.pointer).is_some();
            match kind {
                Kind::Required if !present => set(document, &place.pointer, self.sample(&place)),
                Kind::Length | Kind::Quota if matches!(place.ty, Type::List(_)) => {
                    self.resize(document, &place)
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

    /// Gives a list an allowed length.
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

    /// A value for a place; structures are empty.
    pub(crate) fn sample(&mut self, place: &Place<'_>) -> Value {
        self.sampler(None).value(place)
    }

    /// A value for a place; in structures one in so many members is there.
    pub(crate) fn rich_sample(&mut self, place: &Place<'_>, sparse: usize) -> Value {
        self.sampler(Some(sparse)).value(place)
    }

    fn sampler(&mut self, sparse: Option<usize>) -> Sampler<'_> {
        Sampler { schema: self.schema, lessons: &self.lessons, dice: &mut self.dice, depth: 0, sparse }
    }
}
