//! What setters accept.
//!
//! A setter accepts a value that converts into the member's type, or an `Option` of one. One trait with a blanket
//! implementation for each would be ambiguous, since `Option<U>` might convert into `T` itself. The second parameter
//! of these traits keeps the two implementations apart; the compiler infers it.

/// What converts into the value of a member: `T`, what converts into `T`, or an `Option` of these.
///
/// `Kind` is inferred: it says whether the value is an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a member of type `{T}`",
    label = "expected `{T}`, what converts into it, or an `Option` of these"
)]
pub trait IntoMember<T, Kind> {
    /// The value; `None` makes the member absent.
    fn into_member(self) -> Option<T>;
}

/// What converts into the items of a list: an iterator of what converts into `T`, or an `Option` of one.
///
/// `Kind` is inferred: it says whether the value is an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the items of a list of `{T}`",
    label = "expected an array, a `Vec` or an iterator of what converts into `{T}`, or an `Option` of one"
)]
pub trait IntoItems<T, Kind> {
    /// The items; `None` makes the member absent.
    fn into_items(self) -> Option<Vec<T>>;
}

/// The value is set as it is.
#[derive(Clone, Copy, Debug)]
pub enum Plain {}

/// The value is an `Option`.
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
