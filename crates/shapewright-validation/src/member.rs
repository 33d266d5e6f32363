//! A member and the rules that follow its name.

mod at;
mod collection;
mod quantity;
mod scalar;

use std::borrow::Borrow;

use shapewright_runtime::Shape;

use crate::message::Found;
use crate::{Checker, Expected, Kind};
use at::At;

/// A member, an element of a list, or a key or value of a map. Its methods are rules, in a chain. An absent member
/// keeps all of them but [`Member::required`].
pub struct Member<'m, T> {
    at: At<'m>,
    value: Option<&'m T>,
}

impl Checker<'_> {
    /// A member, to be followed by its rules.
    #[inline]
    pub fn member<'m, T>(&'m self, name: &'static str, value: &'m Option<T>) -> Member<'m, T> {
        Member { at: At::new(self, name), value: value.as_ref() }
    }

    /// The member of a union, or the root of a document, to be followed by its rules.
    #[inline]
    pub fn value<'m, T>(&'m self, name: &'static str, value: &'m T) -> Member<'m, T> {
        Member { at: At::new(self, name), value: Some(value) }
    }
}

impl<T> Member<'_, T> {
    /// The messages of the rules that follow, and of those of structures inside the value, do not show values.
    #[inline]
    pub fn sensitive(mut self) -> Self {
        self.at.sensitive = true;
        self
    }

    /// Must be present.
    #[inline]
    pub fn required(self) -> Self {
        if self.value.is_none() {
            self.at.missing();
        }
        self
    }

    /// Should be absent, because it is deprecated.
    #[inline]
    pub fn deprecated(self) -> Self {
        if self.value.is_some() {
            self.at.report(Kind::Deprecated, Expected::Absent, Found::Nothing);
        }
        self
    }

    /// Must equal the current value; skipped if either is absent.
    #[inline]
    pub fn unchanged(self, current: &Option<T>) -> Self
    where
        T: PartialEq,
    {
        if let (Some(value), Some(current)) = (self.value, current)
            && value != current
        {
            self.at.report(Kind::Immutable, Expected::Unchanged, Found::Nothing);
        }
        self
    }

    /// Must pass the validator of its shape. It may be boxed.
    // Copy, here and elsewhere: what needs no drop needs no code for it either.
    #[inline(always)]
    pub fn nested<U: Shape>(self, check: impl Fn(&U, &Checker<'_>) + Copy) -> Self
    where
        T: Borrow<U>,
    {
        if let Some(value) = self.value
            && let Some(inside) = self.at.checker.inside(self.at.way, U::NAME, self.at.sensitive)
        {
            check(value.borrow(), &inside);
        }
        self
    }
}
