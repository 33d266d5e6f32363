//! Conversions between shapes and the types of the official AWS SDK. It knows no service.
//!
//! A generated crate lists shapes and members with the macros of this crate, and marks its conversions with a type of
//! its own: without the marker it could not implement [`Convert`] for types of other crates. Simple values are
//! converted here, for any marker:
//!
//! ```
//! use aws_smithy_types::DateTime;
//! use shapewright_aws_sdk::Convert;
//! use shapewright_runtime::Timestamp;
//!
//! /// Marks conversions.
//! enum Sdk {}
//!
//! let time = Timestamp::from_unix(1_785_585_600, 0)?;
//! let sdk: DateTime = Convert::<Sdk>::into_sdk(time)?;
//! assert_eq!(sdk.secs(), 1_785_585_600);
//! assert_eq!(<Timestamp as Convert<Sdk>>::from_sdk(sdk), time);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod catalog;
mod convert;
mod document;
mod error;
mod macros;
mod slots;
mod values;

#[doc(hidden)]
pub use catalog::{Catalog, SdkValue};
pub use convert::{Convert, Request};
pub use error::IntoSdkError;

/// Used by the macros in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use crate::slots::{Built, absent, below, defaulted, integer, none_of, optional, required};
    pub use shapewright_runtime::{OpenEnum, Shape};
}
