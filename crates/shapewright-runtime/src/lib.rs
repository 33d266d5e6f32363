//! The vocabulary that generated shapes speak. It knows no service.
//!
//! A generated structure shows its members ([`Structure`]); a [`Reader`] or [`Writer`] stands for a format.
//! Each format is written once against these object-safe traits, and nothing is instantiated per shape.

mod blob;
mod collections;
mod document;
mod error;
mod macros;
mod open_enum;
mod pointer;
mod quantity;
mod reader;
mod redacted;
mod scalars;
mod serde;
mod structure;
mod timestamp;
mod value;
mod writer;

pub use blob::Blob;
pub use document::Document;
pub use error::{ErrorDetails, Fault, ModelledError, UnknownError};
pub use open_enum::OpenEnum;
pub use pointer::PointerStep;
pub use quantity::FixQuantities;
pub use reader::{Read, ReadError, Reader};
pub use redacted::Redacted;
pub use serde::{collect_unknown, collect_unknown_into, deserialize, deserialize_into, serialize};
pub use structure::{Field, Shape, Structure, find_member};
pub use timestamp::{Timestamp, TimestampError};
pub use value::Value;
pub use writer::Writer;

/// What the macros need in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use crate::error::write_error;
    pub use crate::open_enum::owned;
    pub use crate::quantity::set_quantity;
    pub use crate::serde::{deserialize_structure, serialize_structure};
    pub use crate::structure::{boxed, read_structure};
    pub use serde_core;
}
