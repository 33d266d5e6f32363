//! Adds members and elements to valid documents, and changes values.

use crate::draft::Edit;
use crate::places::Place;
use crate::schema::Type;
use crate::search::{Search, State};

/// The number of documents that may be validated for one change.
const BUDGET: usize = 150;

/// The number of steps that may follow a change to make the document valid again.
const STEPS: usize = 12;

/// A new structure has one member in so many, on average.
const SPARSE: [usize; 6] = [2, 3, 4, 8, 16, 64];

/// The number of places in a value that may be removed, and the number of values that a repair may remove.
const MAX_REMOVED: usize = 2;

impl Search<'_> {
    /// Makes a random change and repairs the document. Returns the old document if the new one is not valid.
    pub(crate) fn enrich(&mut self, state: State) -> State {
        (self.left, self.keep) = (BUDGET, state.size().saturating_sub(MAX_REMOVED));
        match self.changed(&state) {
            Some(next) if next.errors() == 0 && next.warnings() <= state.warnings() => next,
            _ => state,
        }
    }

    fn changed(&mut self, state: &State) -> Option<State> {
        let edit = self.change(state)?;
        let next = self.after(state, &edit)?;
        let next = self.improve(next, 1, STEPS, 0)?;
        Some(if next.warnings() > state.warnings() { self.reduce_warnings(next) } else { next })
    }

    fn change(&mut self, state: &State) -> Option<Edit> {
        let places = self.schema.all(&self.schema.root(), &state.value);
        let is_present = |place: &&Place<'_>| state.value.pointer(&place.pointer).is_some();
        let (present, absent): (Vec<_>, Vec<_>) = places.iter().partition(is_present);
        let is_list = |place: &&&Place<'_>| matches!(place.ty, Type::List(_));
        let lists: Vec<_> = present.iter().filter(is_list).collect();
        let values: Vec<_> =
            present.iter().filter(|place| !matches!(place.ty, Type::List(_) | Type::Shape(_))).collect();
        let is_small = |place: &&&Place<'_>| self.schema.all(place, &state.value).len() <= MAX_REMOVED;
        let small: Vec<_> = present.iter().filter(is_small).collect();
        // The more members a new structure has, the less likely it is valid.
        let sparse = SPARSE[self.dice.roll(SPARSE.len())];
        Some(match self.dice.roll(8) {
            0..=3 if !absent.is_empty() => {
                let place = self.dice.pick(&absent)?;
                Edit::Set(place.pointer.clone(), self.rich_sample(place, sparse))
            }
            4..=5 if !lists.is_empty() => {
                let list = self.dice.pick(&lists)?;
                let element = self.schema.element(list, "-")?;
                Edit::Push(list.pointer.clone(), self.rich_sample(&element, sparse))
            }
            // Only small values are removed, because the document must grow.
            6 => Edit::Remove(self.dice.pick(&small)?.pointer.clone()),
            _ => {
                let place = self.dice.pick(&values)?;
                Edit::Set(place.pointer.clone(), self.sample(place))
            }
        })
    }
}
