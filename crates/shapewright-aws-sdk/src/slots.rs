//! The kinds of places that the SDK has for a member, each with a function for either direction.

use std::fmt;

use shapewright_runtime::Field;

use crate::error::Problem;
use crate::{Convert, IntoSdkError};

/// Without a value there is no structure.
pub mod required {
    use super::*;

    /// The value for the builder.
    ///
    /// # Errors
    ///
    /// When there is none, or it cannot be converted.
    pub fn into<S, T: Convert<S>>(
        value: Option<T>,
        shape: &'static str,
        member: &'static str,
    ) -> Result<Option<T::Sdk>, IntoSdkError> {
        match value {
            None => Err(IntoSdkError::member_of(shape, member, Problem::Missing)),
            value => optional::into(value, shape, member),
        }
    }

    /// The value of the SDK's field.
    pub fn from<S, T: Convert<S>>(sdk: T::Sdk) -> Option<T> {
        Some(T::from_sdk(sdk))
    }
}

/// The SDK's field is an `Option`, as ours is.
pub mod optional {
    use super::*;

    /// The value for the builder.
    ///
    /// # Errors
    ///
    /// When it cannot be converted.
    pub fn into<S, T: Convert<S>>(
        value: Option<T>,
        _shape: &'static str,
        member: &'static str,
    ) -> Result<Option<T::Sdk>, IntoSdkError> {
        value.map(|value| below(member, value.into_sdk())).transpose()
    }

    /// The value of the SDK's field.
    pub fn from<S, T: Convert<S>>(sdk: Option<T::Sdk>) -> Option<T> {
        sdk.map(T::from_sdk)
    }
}

/// The SDK's builder puts a value where none was set.
pub mod defaulted {
    pub use super::optional::into;
    pub use super::required::from;
}

/// The SDK has a number where the model has a text.
pub mod integer {
    use super::*;

    /// The number for the builder.
    ///
    /// # Errors
    ///
    /// When the text is none.
    pub fn into<S, T: Convert<S> + Into<String>>(
        value: Option<T>,
        shape: &'static str,
        member: &'static str,
    ) -> Result<Option<i32>, IntoSdkError> {
        let number = |text: String| match text.parse() {
            Ok(number) => Ok(number),
            Err(_) => Err(IntoSdkError::member_of(shape, member, Problem::NoInteger(text))),
        };
        value.map(|value| number(value.into())).transpose()
    }

    /// The digits of the SDK's number.
    pub fn from<S, T: Convert<S> + From<String>>(sdk: Option<i32>) -> Option<T> {
        sdk.map(|number| T::from(number.to_string()))
    }
}

/// Sees to it that a member for which the SDK has no place is not lost in silence.
///
/// # Errors
///
/// When it has a value.
pub fn absent(field: &dyn Field, shape: &'static str, member: &'static str) -> Result<(), IntoSdkError> {
    if field.is_absent() { Ok(()) } else { Err(IntoSdkError::member_of(shape, member, Problem::Absent)) }
}

/// A conversion further inside, its error as seen from outside.
///
/// # Errors
///
/// That error.
pub fn below<T>(member: &'static str, result: Result<T, IntoSdkError>) -> Result<T, IntoSdkError> {
    result.map_err(|error| error.below(member))
}

/// The error of a union that has none of its members.
pub fn none_of(shape: &'static str) -> IntoSdkError {
    IntoSdkError::shape_of(shape, Problem::NoneOf)
}

/// What the `build` of the SDK's builders returns: of some, the structure; of others, a `Result`.
pub trait Built<T> {
    /// The structure.
    ///
    /// # Errors
    ///
    /// What the builder says.
    fn built(self, shape: &'static str) -> Result<T, IntoSdkError>;
}

impl<T> Built<T> for T {
    fn built(self, _shape: &'static str) -> Result<T, IntoSdkError> {
        Ok(self)
    }
}

impl<T, E: fmt::Display> Built<T> for Result<T, E> {
    fn built(self, shape: &'static str) -> Result<T, IntoSdkError> {
        self.map_err(|error| IntoSdkError::shape_of(shape, Problem::Refused(error.to_string())))
    }
}
