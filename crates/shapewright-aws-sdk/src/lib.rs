//! The vocabulary that generated conversions speak: our shapes to and from the types of the official AWS SDK.
//!
//! It knows no service. A generated crate lists shapes and members with the macros here, and marks its conversions
//! with a type of its own: without it, it could not implement [`Convert`] for the types of another crate.

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

/// What the macros need in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use crate::slots::{Built, absent, below, defaulted, integer, none_of, optional, required};
    pub use shapewright_runtime::{OpenEnum, Shape};
}
