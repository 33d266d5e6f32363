//! Enums that keep values they do not know.

/// An enum of texts with a variant for any other text.
pub trait OpenEnum {
    /// The text of this value, known or not.
    fn as_str(&self) -> &str;

    /// Whether the model has this value.
    fn is_known(&self) -> bool;

    /// The texts of all values in the model, in its order.
    fn known_values() -> &'static [&'static str]
    where
        Self: Sized;
}

/// A copy of a text. Not inlined: nobody waits for the copy of an unknown value.
#[doc(hidden)]
#[inline(never)]
pub fn owned(text: &str) -> String {
    text.to_owned()
}
