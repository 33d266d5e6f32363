//! The rule that a count is the number of the elements beside it.

use std::fmt::Write;

use super::Member;
use super::at::{At, Problem, Text};
use crate::kebab;

impl Member<'_, '_, i32> {
    /// Must be the number of elements in the list called `name`; an absent list has none.
    #[inline]
    pub fn counts<I>(self, name: &'static str, items: &Option<Vec<I>>) -> Self {
        self.equals_count(name, items.as_ref().map(Vec::len))
    }

    /// The part that does not depend on the elements.
    #[inline]
    fn equals_count(mut self, name: &'static str, count: Option<usize>) -> Self {
        if let Some(quantity) = self.value
            && usize::try_from(*quantity) != Ok(count.unwrap_or(0))
        {
            self.at.tell(Problem::WrongCount { quantity: *quantity, name, items: count });
        }
        self
    }
}

impl At<'_, '_> {
    pub(super) fn wrong_count(mut self, quantity: i32, name: &str, items: Option<usize>) {
        let count = items.unwrap_or(0);
        let has = match items {
            Some(1) => "has 1 element".to_owned(),
            Some(count) => format!("has {count} elements"),
            None => "is absent".to_owned(),
        };
        let mut help = format!("set {self} to {count}");
        let missing = i128::from(quantity) - count as i128;
        if count == 0 && missing > 0 {
            help.push_str(" if there may be none");
        }
        // Writing to a text does not fail.
        let _ = match missing {
            1 => write!(help, ", or add the missing element"),
            2.. => write!(help, ", or add the {missing} missing elements"),
            -1 if quantity >= 0 => write!(help, ", or remove the extra element"),
            _ if quantity >= 0 => write!(help, ", or remove the {} extra elements", -missing),
            _ => Ok(()),
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
