//! The rule that a count is the number of the elements beside it.

use std::fmt::Write;

use super::Member;
use super::at::{At, Problem, Text};
use crate::kebab;

impl Member<'_, i32> {
    /// Must be the number of elements in the list called `name`; an absent list has none. That it is not negative is
    /// another rule.
    #[inline]
    pub fn counts<I>(self, name: &'static str, items: &Option<Vec<I>>) -> Self {
        self.equals_count(name, items.as_ref().map(Vec::len))
    }

    /// The part that does not depend on the elements.
    #[inline]
    fn equals_count(self, name: &'static str, count: Option<usize>) -> Self {
        if let Some(quantity) = self.value.and_then(|quantity| usize::try_from(*quantity).ok())
            && quantity != count.unwrap_or(0)
        {
            self.at.tell(Problem::WrongCount { quantity, name, items: count });
        }
        self
    }
}

impl At<'_> {
    pub(super) fn wrong_count(self, quantity: usize, name: &str, items: Option<usize>) {
        let count = items.unwrap_or(0);
        let has = match items {
            Some(1) => "has 1 element".to_owned(),
            Some(count) => format!("has {count} elements"),
            None => "is absent".to_owned(),
        };
        let mut help = format!("set {self} to {count}");
        if count == 0 {
            help.push_str(" if there may be none");
        }
        let (verb, which) = if quantity > count { ("add", "missing") } else { ("remove", "extra") };
        // Writing to a text does not fail.
        let _ = match quantity.abs_diff(count) {
            1 => write!(help, ", or {verb} the {which} element"),
            several => write!(help, ", or {verb} the {several} {which} elements"),
        };
        let text = Text {
            actual: Some(quantity.to_string()),
            allowed: count.to_string(),
            message: format!("{self} is {quantity} but {name} {has}"),
            help,
        };
        let rule = format!("{}-{}", kebab(self.checker.shape()), kebab(self.name));
        self.add_named(rule, text);
    }
}
