//! A member and the rules that follow its name.

mod at;
mod collection;
mod quantity;
mod scalar;

use std::borrow::Borrow;

use shapewright_runtime::Shape;

use crate::Checker;
pub(crate) use at::At;
use at::Problem;

/// A member, an element of a list, or a key or value of a map. Its methods are rules, in a chain.
pub struct Member<'m, T> {
    pub(crate) at: At<'m>,
    pub(crate) value: Option<&'m T>,
}

impl<T> Member<'_, T> {
    /// Values never appear in the texts of the rules that follow.
    #[inline]
    pub fn sensitive(mut self) -> Self {
        self.at.sensitive = true;
        self
    }

    /// Must be present.
    #[inline]
    pub fn required(self) -> Self {
        if self.value.is_none() {
            self.at.tell(Problem::Missing);
        }
        self
    }

    /// Should be absent, being deprecated.
    #[inline]
    pub fn deprecated(self) -> Self {
        if self.value.is_some() {
            self.at.tell(Problem::Deprecated);
        }
        self
    }

    /// Must be what it is at present, where both are there.
    #[inline]
    pub fn unchanged(self, current: &Option<T>) -> Self
    where
        T: PartialEq,
    {
        if let (Some(value), Some(current)) = (self.value, current)
            && value != current
        {
            self.at.tell(Problem::Changed);
        }
        self
    }

    /// Must pass the validator of its shape. It may lie in a box.
    // Copy, here and elsewhere: what needs no drop needs no code for it either.
    #[inline(always)]
    pub fn nested<U: Shape>(self, check: impl Fn(&U, &Checker<'_>) + Copy) -> Self
    where
        T: Borrow<U>,
    {
        if let Some(value) = self.value
            && let Some(inside) = self.at.checker.inside(self.at.way, U::NAME)
        {
            check(value.borrow(), &inside);
        }
        self
    }
}
