//! The two directions of a conversion.

use crate::IntoSdkError;

/// Conversion between a shape and the official SDK's type for it.
///
/// `S` is a marker type of the crate with the conversions of a service. The compiler infers it: `config.into_sdk()`.
pub trait Convert<S>: Sized {
    /// The type of the SDK.
    type Sdk;

    /// Converts into the SDK's type.
    ///
    /// # Errors
    ///
    /// When a member is missing that the SDK's type requires, or when the value has something that the SDK does not
    /// have. The first problem is reported; validators report all.
    fn into_sdk(self) -> Result<Self::Sdk, IntoSdkError>;

    /// Converts from the SDK's type. Where the SDK puts a default for what is absent, the default is kept. The request
    /// id, which the SDK adds to outputs, is not a member of the shape: read it before, if it is needed.
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
