//! The rule that a count is the number of elements in the list beside it.

use super::Member;
use crate::message::Found;
use crate::{Expected, Kind};

impl Member<'_, i32> {
    /// Must be the number of elements in the list called `name`; an absent list has none. That it is not negative, and
    /// that a required list is present, are other rules.
    #[inline]
    pub fn counts<I>(self, name: &'static str, items: &Option<Vec<I>>) -> Self {
        self.equals_count(name, items.as_ref().map(Vec::len))
    }

    /// The part that does not depend on the elements.
    #[inline]
    fn equals_count(self, list: &'static str, elements: Option<usize>) -> Self {
        if let Some(quantity) = self.value.and_then(|quantity| usize::try_from(*quantity).ok())
            && quantity != elements.unwrap_or(0)
        {
            self.report_count(quantity, list, elements);
        }
        self
    }

    /// If the list is required and absent, that is the mistake: whether the count is right cannot be said.
    #[cold]
    fn report_count(&self, quantity: usize, list: &'static str, elements: Option<usize>) {
        let checker = self.at.checker;
        let target = format!("{}${list}", checker.shape);
        if elements.is_none() && checker.rule_of(target, Kind::Required).is_some() {
            return;
        }
        let expected = Expected::Count(elements.unwrap_or(0));
        self.at.report(Kind::Quantity, expected, Found::Count { quantity, list, elements });
    }
}
