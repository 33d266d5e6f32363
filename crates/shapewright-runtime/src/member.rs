//! Conversions of the arguments of setters.
//!
//! A setter accepts a value that converts into the member's type, or an `Option` of one. One trait with a blanket
//! implementation for each would be ambiguous, since `Option<U>` might convert into `T` itself. The second parameter
//! of these traits keeps the two implementations apart; the compiler infers it.

/// A conversion into the value of a member, from a value that converts into `T`, or from an `Option` of one.
///
/// `Kind` is inferred: [`Plain`], or [`Optional`] for an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a member of type `{T}`",
    label = "expected a value that converts into `{T}`, or an `Option` of one"
)]
pub trait IntoMember<T, Kind> {
    /// Converts to the value; `None` makes the member absent.
    fn into_member(self) -> Option<T>;
}

/// A conversion into the items of a list, from an iterator of values that convert into `T`, or from an `Option` of one.
///
/// `Kind` is inferred: [`Plain`], or [`Optional`] for an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the items of a list of `{T}`",
    label = "expected an array, a `Vec` or an iterator of values that convert into `{T}`, or an `Option` of one"
)]
pub trait IntoItems<T, Kind> {
    /// Converts to the items; `None` makes the member absent.
    fn into_items(self) -> Option<Vec<T>>;
}

/// The argument is a value.
#[derive(Clone, Copy, Debug)]
pub enum Plain {}

/// The argument is an `Option`.
#[derive(Clone, Copy, Debug)]
pub enum Optional {}

impl<T, U: Into<T>> IntoMember<T, Plain> for U {
    #[inline]
    fn into_member(self) -> Option<T> {
        Some(self.into())
    }
}

impl<T, U: Into<T>> IntoMember<T, Optional> for Option<U> {
    #[inline]
    fn into_member(self) -> Option<T> {
        self.map(U::into)
    }
}

impl<T, U: Into<T>, I: IntoIterator<Item = U>> IntoItems<T, Plain> for I {
    #[inline]
    fn into_items(self) -> Option<Vec<T>> {
        Some(self.into_iter().map(U::into).collect())
    }
}

impl<T, U: Into<T>, I: IntoIterator<Item = U>> IntoItems<T, Optional> for Option<I> {
    #[inline]
    fn into_items(self) -> Option<Vec<T>> {
        Some(self?.into_iter().map(U::into).collect())
    }
}
