//! Generates values of a type within the known limits.

use serde_json::{Map, Number, Value, json};
use shapewright_runtime::Blob;

use crate::dice::Dice;
use crate::lessons::{Lessons, Limits};
use crate::matching;
use crate::places::{Place, Slot};
use crate::schema::{Schema, Type};
use crate::texts::{TEXTS, name};

/// The length of a text that exceeds most limits. The report then has the limit.
const LONG: usize = 300;

/// The number of attempts to generate a text with an allowed length.
const ATTEMPTS: usize = 8;

/// The largest depth of nested structures and unions.
const MAX_DEPTH: usize = 8;

/// Generates values.
pub(crate) struct Sampler<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) lessons: &'a Lessons,
    pub(crate) dice: &'a mut Dice,
    /// The number of structures and unions around the value.
    pub(crate) depth: usize,
    /// A structure has one member in so many, on average; `None` for empty structures.
    pub(crate) sparse: Option<usize>,
}

impl Sampler<'_> {
    /// Returns a value for a place. Structures may miss required members: the report has them.
    pub(crate) fn value(&mut self, place: &Place<'_>) -> Value {
        self.of_type(place.ty, place.slot)
    }

    fn of_type(&mut self, ty: &Type, slot: Slot) -> Value {
        match ty {
            Type::Boolean => json!(self.dice.once_in(2)),
            Type::Integer => json!(self.integer(&self.lessons.limits(slot))),
            Type::Double => self.double(&self.lessons.limits(slot)),
            Type::Text => json!(self.text(&self.lessons.limits(slot))),
            Type::Blob => {
                let text = self.text(&self.lessons.limits(slot));
                json!(Blob::from(text).to_base64())
            }
            Type::Timestamp => {
                let (month, day) = (self.dice.between(1, 12), self.dice.between(1, 28));
                json!(format!("2026-{month:02}-{day:02}T00:00:00+00:00"))
            }
            Type::Document => json!({}),
            Type::List(element) => self.list(element, slot),
            Type::Map(element) => {
                let element = self.of_type(element, element_slot(slot));
                json!({ name(self.dice): element })
            }
            Type::Shape(_) => self.shape(ty),
        }
    }

    fn list(&mut self, element: &Type, slot: Slot) -> Value {
        let [min, max] = self.lessons.limits(slot).lengths;
        let few = 1 + usize::from(self.dice.once_in(4));
        let count = few.max(min.unwrap_or(0)).min(max.unwrap_or(few).max(min.unwrap_or(0)));
        (0..count).map(|_| self.of_type(element, element_slot(slot))).collect()
    }

    fn shape(&mut self, ty: &Type) -> Value {
        let mut members = Map::new();
        let (Type::Shape(index), Some(shape)) = (ty, self.schema.shape(ty)) else { return members.into() };
        if self.depth >= MAX_DEPTH {
            return members.into();
        }
        self.depth += 1;
        let chosen = if shape.is_union { self.dice.roll(shape.members.len()) } else { usize::MAX };
        for (position, (name, ty)) in shape.members.iter().enumerate() {
            let filled = !shape.is_union && self.sparse.is_some_and(|sparse| self.dice.once_in(sparse));
            if filled || position == chosen {
                members.insert((*name).to_owned(), self.of_type(ty, (*index, name, 0)));
            }
        }
        self.depth -= 1;
        members.into()
    }

    fn integer(&mut self, limits: &Limits) -> i64 {
        let values: Vec<i64> = limits.values.iter().filter_map(|value| value.parse().ok()).collect();
        if let Some(value) = self.dice.pick(&values) {
            return *value;
        }
        let [min, max] = limits.numbers.map(|limit| limit.map(|limit| limit as i64));
        let low = min.unwrap_or(0);
        let high = max.unwrap_or(low.saturating_add(10)).max(low);
        match self.dice.roll(4) {
            0 => low,
            1 if max.is_some() => high,
            _ => self.dice.between(low, high),
        }
    }

    fn double(&mut self, limits: &Limits) -> Value {
        let [min, max] = limits.numbers;
        let low = min.unwrap_or(0.0);
        let high = max.unwrap_or(low + 1.0).max(low);
        let part = self.dice.roll(101) as f64 / 100.0;
        Number::from_f64(low + (high - low) * part).map_or(Value::Null, Value::Number)
    }

    fn text(&mut self, limits: &Limits) -> String {
        if let Some(value) = self.dice.pick(&limits.values) {
            return value.clone();
        }
        if limits.patterns.is_empty() {
            let text = if self.dice.once_in(8) { self.plausible() } else { name(self.dice) };
            let text = if self.dice.once_in(24) { "x".repeat(LONG) } else { text };
            return fit(text, limits);
        }
        let mut text = String::new();
        for attempt in 0..ATTEMPTS {
            let pattern = self.dice.pick(&limits.patterns).copied().unwrap_or_default();
            text = matching::text(pattern, self.dice).unwrap_or_default();
            // The repetitions in a pattern have random lengths, so another attempt may have an allowed length.
            if has_allowed_length(&text, limits) || attempt + 1 == ATTEMPTS {
                break;
            }
        }
        text
    }

    fn plausible(&mut self) -> String {
        self.dice.pick(TEXTS).copied().unwrap_or_default().to_owned()
    }
}

fn element_slot((shape, member, depth): Slot) -> Slot {
    (shape, member, depth + 1)
}

/// Returns whether a text has an allowed length.
fn has_allowed_length(text: &str, limits: &Limits) -> bool {
    let length = text.chars().count();
    limits.lengths[0].is_none_or(|min| length >= min) && limits.lengths[1].is_none_or(|max| length <= max)
}

/// Returns the text, truncated or extended to an allowed length.
fn fit(text: String, limits: &Limits) -> String {
    let missing = limits.lengths[0].unwrap_or(0).saturating_sub(text.chars().count());
    let text = text + &"x".repeat(missing);
    text.chars().take(limits.lengths[1].unwrap_or(usize::MAX)).collect()
}
