//! Changes that may fix a violation, the most likely ones first.

use serde_json::{Value, json};
use shapewright_runtime::Blob;

use crate::dice::Dice;
use crate::draft::{Edit, set};
use crate::hints::{Hints, numbers_of, texts_of};
use crate::places::Place;
use crate::schema::Type;
use crate::search::{Search, State};
use crate::texts::TEXTS;
use shapewright_validation::Violation;

/// The number of circles around the place of a violation in which changes are made.
pub(crate) const CIRCLES: usize = 4;

/// The largest number of values of one kind that are tried.
const MAX_VALUES: usize = 24;

/// The number of pairs of changes that are tried.
const PAIRS: usize = 32;

/// The largest number of elements of a new list.
const MAX_ELEMENTS: usize = 3;

/// A text that enums and most patterns do not allow. The report then has the allowed values or the pattern.
const STRANGE_TEXT: &str = "\u{1}?";

/// A number that no limit allows.
const STRANGE_NUMBER: i64 = i32::MIN as i64 + 7;

impl Search<'_> {
    /// Returns the changes of one circle: 0 is the place itself, 1 the members that the rule depends on, 2 the members
    /// of the place and its siblings, and 3 the rest of the document.
    pub(crate) fn edits(&mut self, state: &State, violation: &Violation, circle: usize) -> Vec<Edit> {
        let schema = self.schema;
        let hints = Hints::of(violation);
        let place = schema.place(violation.pointer()).unwrap_or(schema.root());
        let parent = schema.place(place.parent()).unwrap_or(schema.root());
        let places: Vec<Place<'_>> = match circle {
            0 => vec![place],
            1 => {
                let mut all = schema.all(&parent, &state.value);
                all.retain(|inside| hints.has_member(inside.name()) && inside.pointer != place.pointer);
                all
            }
            2 => {
                let mut near = schema.members(&place);
                near.extend(schema.members(&parent).into_iter().filter(|near| near.pointer != place.pointer));
                near
            }
            _ => return self.around(state, &hints, &parent),
        };
        let changes: Vec<Vec<Edit>> =
            places.iter().map(|place| self.changes(state, &hints, place, circle < 2)).collect();
        let pairs = self.pairs(&changes);
        let mut edits: Vec<Edit> = changes.into_iter().flatten().collect();
        self.dice.shuffle(&mut edits);
        edits.extend(pairs);
        edits
    }

    /// Returns changes of two places at once, for violations that a single change does not fix.
    fn pairs(&mut self, changes: &[Vec<Edit>]) -> Vec<Edit> {
        let count = if changes.len() > 1 { PAIRS } else { 0 };
        let pair = |dice: &mut Dice| {
            let first = dice.roll(changes.len());
            let second = (first + 1 + dice.roll(changes.len() - 1)) % changes.len();
            let mut edit = |place: usize| dice.pick(changes.get(place)?).cloned();
            Some(Edit::Both(Box::new([edit(first)?, edit(second)?])))
        };
        (0..count).filter_map(|_| pair(&mut self.dice)).collect()
    }

    /// Returns changes that remove a parent of the place, or change members that the rule depends on.
    fn around(&mut self, state: &State, hints: &Hints, inner: &Place<'_>) -> Vec<Edit> {
        let schema = self.schema;
        let mut edits = Vec::new();
        let mut outer = inner.clone();
        while !outer.pointer.is_empty() {
            edits.push(Edit::Remove(outer.pointer.clone()));
            outer = schema.place(outer.parent()).unwrap_or(schema.root());
        }
        for place in schema.all(&schema.root(), &state.value) {
            let inside = place.pointer.starts_with(&inner.pointer) && !inner.pointer.is_empty();
            if hints.has_member(place.name()) && !inside {
                edits.extend(self.changes(state, hints, &place, false));
            }
        }
        self.dice.shuffle(&mut edits);
        edits
    }

    /// Returns changes of one place, more of them if `many` is set.
    fn changes(&mut self, state: &State, hints: &Hints, place: &Place<'_>, many: bool) -> Vec<Edit> {
        self.probe_limits(state, place);
        let present = state.value.pointer(&place.pointer);
        let mut edits: Vec<Edit> = present.map(|_| Edit::Remove(place.pointer.clone())).into_iter().collect();
        let mut values = match place.ty {
            Type::Boolean => vec![json!(true), json!(false)],
            Type::Integer | Type::Double => self.numbers(state, hints, place, many),
            Type::Text => self.texts(state, hints, place, many),
            Type::Blob => self.blobs(state, hints, place),
            Type::List(_) => self.lists(hints, place, present, &mut edits),
            Type::Shape(_) => match (present, self.schema.shape(place.ty)) {
                (Some(_), Some(shape)) if !shape.is_union => Vec::new(),
                _ => vec![self.sample(place), self.sample(place)],
            },
            _ => vec![self.sample(place)],
        };
        values.retain(|value| Some(value) != present);
        edits.extend(values.into_iter().map(|value| Edit::Set(place.pointer.clone(), value)));
        edits
    }

    /// Validates an invalid value of a member to learn its limits from the report. Does it once for each member.
    fn probe_limits(&mut self, state: &State, place: &Place<'_>) {
        let strange = match place.ty {
            Type::Text => json!(STRANGE_TEXT),
            Type::Integer => json!(STRANGE_NUMBER),
            Type::List(element) if **element == Type::Text => match self.schema.element(place, "0") {
                Some(element) if self.lessons.start_probe(element.slot) => json!([STRANGE_TEXT]),
                _ => return,
            },
            _ => return,
        };
        if self.lessons.start_probe(place.slot) {
            let mut document = state.value.clone();
            set(&mut document, &place.pointer, strange);
            // `judge` stores the limits in `self.lessons`.
            let _ = self.judge(&document);
        }
    }

    fn numbers(&mut self, state: &State, hints: &Hints, place: &Place<'_>, many: bool) -> Vec<Value> {
        let limits = self.lessons.limits(place.slot);
        let mut numbers: Vec<i64> = limits.values.iter().filter_map(|value| value.parse().ok()).collect();
        numbers.extend(limits.numbers.iter().flatten().map(|limit| *limit as i64));
        numbers.extend([0, 1]);
        numbers.extend(hints.numbers());
        if many {
            numbers_of(&state.value, &mut numbers);
        }
        numbers.sort_unstable();
        numbers.dedup();
        let mut values: Vec<Value> =
            numbers.into_iter().take(MAX_VALUES).map(|number| json!(number)).collect();
        values.push(self.sample(place));
        values
    }

    fn texts(&mut self, state: &State, hints: &Hints, place: &Place<'_>, many: bool) -> Vec<Value> {
        let limits = self.lessons.limits(place.slot);
        if !limits.values.is_empty() {
            return limits.values.into_iter().map(Value::String).collect();
        }
        let mut values = vec![self.sample(place), self.sample(place), json!("")];
        if many {
            let mut texts = Vec::new();
            texts_of(&state.value, &mut texts);
            self.dice.shuffle(&mut texts);
            texts.truncate(MAX_VALUES);
            texts.extend(
                hints.texts().take(MAX_VALUES).flat_map(|text| [text.to_owned(), format!("{text}a")]),
            );
            texts.extend(TEXTS.iter().map(|text| (*text).to_owned()));
            values.extend(texts.into_iter().map(Value::String));
        }
        values
    }

    /// Returns the values of [`Self::texts`] as base64.
    fn blobs(&mut self, state: &State, hints: &Hints, place: &Place<'_>) -> Vec<Value> {
        let texts = self.texts(state, hints, place, true);
        texts.iter().filter_map(Value::as_str).map(|text| json!(Blob::from(text).to_base64())).collect()
    }

    /// Adds changes that add or remove an element to `edits`. Returns whole lists: the values of an enum, or strings of
    /// the rule.
    fn lists(
        &mut self,
        hints: &Hints,
        place: &Place<'_>,
        present: Option<&Value>,
        edits: &mut Vec<Edit>,
    ) -> Vec<Value> {
        let mut lists = vec![self.sample(place), json!([])];
        let Some(element) = self.schema.element(place, "0") else { return lists };
        lists.extend(
            (1..=MAX_ELEMENTS).map(|count| (0..count).map(|_| self.sample(&element)).collect::<Value>()),
        );
        if let Some(Value::Array(items)) = present {
            edits.push(Edit::Push(place.pointer.clone(), self.sample(&element)));
            let places = (0..items.len().min(MAX_VALUES)).rev();
            edits.extend(places.map(|index| Edit::Remove(format!("{}/{index}", place.pointer))));
        }
        let values = self.lessons.limits(element.slot).values;
        lists.extend((1..=values.len()).filter_map(|count| Some(json!(values.get(..count)?))));
        let spoken: Vec<&str> =
            hints.texts().filter(|text| values.iter().any(|value| value == text)).collect();
        lists.extend((!spoken.is_empty()).then(|| json!(spoken)));
        lists.extend(spoken.iter().map(|text| json!([text])));
        if *element.ty == Type::Text && values.is_empty() {
            lists.extend(["*", "/*", "/a"].map(|text| json!([text])));
        }
        lists
    }
}
