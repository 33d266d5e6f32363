//! A member and the rules that follow its name.

mod at;
mod collection;
mod quantity;
mod scalar;

use std::borrow::Borrow;

use shapewright_runtime::Shape;

use crate::Checker;
use crate::path::Path;
pub(crate) use at::At;
use at::Problem;

/// A member, an element of a list, or a key or value of a map. Its methods are rules, in a chain.
pub struct Member<'m, 'a, T> {
    pub(crate) at: At<'m, 'a>,
    pub(crate) value: Option<&'m T>,
}

impl<T> Member<'_, '_, T> {
    /// Values never appear in the texts of the rules that follow.
    #[inline]
    pub fn sensitive(mut self) -> Self {
        self.at.sensitive = true;
        self
    }

    /// Must be present.
    #[inline]
    pub fn required(mut self) -> Self {
        if self.value.is_none() {
            self.at.tell(Problem::Missing);
        }
        self
    }

    /// Should be absent, being deprecated.
    #[inline]
    pub fn deprecated(mut self) -> Self {
        if self.value.is_some() {
            self.at.tell(Problem::Deprecated);
        }
        self
    }

    /// Must be what it is at present, where both are there.
    #[inline]
    pub fn unchanged(mut self, current: &Option<T>) -> Self
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
    pub fn nested<U: Shape>(self, check: impl Fn(&U, &mut Checker<'_>) + Copy) -> Self
    where
        T: Borrow<U>,
    {
        if let Some(value) = self.value {
            descend(self.at.checker, self.at.path(), value.borrow(), check);
        }
        self
    }
}

/// Apart from [`Member::nested`], so that the member need not be stored for a call.
fn descend<U: Shape>(
    checker: &mut Checker<'_>,
    path: Path<'_>,
    value: &U,
    check: impl Fn(&U, &mut Checker<'_>) + Copy,
) {
    if let Some(mut inside) = checker.inside(&path, U::NAME) {
        check(value, &mut inside);
    }
}
