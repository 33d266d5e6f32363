//! The two directions of a conversion.

use crate::IntoSdkError;

/// A value for which the official SDK has a type of its own.
///
/// `S` is a type of the crate that holds the conversions of a service. The compiler finds it: `config.into_sdk()`.
pub trait Convert<S>: Sized {
    /// The type of the SDK.
    type Sdk;

    /// The same value in the SDK's type.
    ///
    /// # Errors
    ///
    /// When a member is missing without which the SDK's type cannot be, or when the value has something for which the
    /// SDK has no place. The first finding is told; validation tells all.
    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError>;

    /// The same value in our type. Where the SDK puts a default for what is absent, the default is kept. The id of the
    /// request, which the SDK adds to outputs, is no member of the shape: read it before, where it is needed.
    fn from_sdk(sdk: Self::Sdk) -> Self;
}

/// The input of an operation, which the SDK sends from a builder.
pub trait Request<S>: Convert<S> {
    /// The SDK's builder of the input, which has `send_with(&client)`.
    type Builder;

    /// The builder with all members set.
    ///
    /// # Errors
    ///
    /// As for [`Convert::into_sdk`]. Members of the input itself may be missing: the SDK looks at them when it sends.
    fn into_builder(self) -> Result<Self::Builder, IntoSdkError>;
}
