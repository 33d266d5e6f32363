//! Enums that keep unknown values.

/// An enum of strings with a variant that keeps any other string.
pub trait OpenEnum {
    /// Returns the string of this value, known or not.
    fn as_str(&self) -> &str;

    /// Returns whether the model has this value.
    fn is_known(&self) -> bool;

    /// Returns the strings of all values in the model, in model order.
    fn known_values() -> &'static [&'static str]
    where
        Self: Sized;
}

/// Copies a string. Not inlined: unknown values are rare.
#[doc(hidden)]
#[inline(never)]
pub fn owned(text: &str) -> String {
    text.to_owned()
}
