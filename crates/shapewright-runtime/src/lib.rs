//! The types and traits that generated shapes use. The crate depends on no service.
//!
//! - Values: [`Blob`], [`Timestamp`], [`Document`].
//! - [`Structure`] and [`Value`] give access to members without knowing their types; a [`Reader`] or [`Writer`]
//!   implements a format. Each format is written once against these object-safe traits, and no code is generated per
//!   shape and format.
//! - [`ServiceError`], [`ErrorResponse`] and [`ErrorDetails`] are shared by generated errors.
//!
//! Shapes are generated; the macros [`members!`], [`union!`], [`open_enum!`], [`setters!`], [`quantity_list!`] and
//! [`eq_and_hash!`] also work on types written by hand:
//!
//! ```
//! use shapewright_runtime::{FixQuantities, members, setters};
//!
//! /// Alternate domain names.
//! #[derive(Clone, Debug, Default, PartialEq)]
//! pub struct Aliases {
//!     /// Number of items.
//!     pub quantity: Option<i32>,
//!     /// Domain names.
//!     pub items: Option<Vec<String>>,
//! }
//!
//! members! { Aliases { "Quantity" => quantity, "Items" => items } where quantity counts items }
//! setters! { Aliases { quantity: i32, items: [String] } }
//!
//! let mut aliases = Aliases::default().items(["cdn.example.com"]);
//! assert_eq!(aliases.fix_quantities(), 1);
//! let json = serde_json::to_string(&aliases)?;
//! assert_eq!(json, r#"{"Quantity":1,"Items":["cdn.example.com"]}"#);
//! assert_eq!(serde_json::from_str::<Aliases>(&json)?, aliases);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod blob;
mod collections;
mod diff;
mod document;
mod error;
mod hash;
mod macros;
mod member;
mod member_set;
mod open_enum;
mod path;
mod pointer;
mod quantity;
mod reader;
mod redacted;
mod scalars;
mod serde;
mod structure;
pub mod text;
mod timestamp;
mod value;
mod writer;

pub use blob::Blob;
pub use diff::{Difference, diff};
pub use document::Document;
pub use error::{ErrorDetails, ErrorResponse, Fault, ServiceError};
pub use member::{IntoItems, IntoMember};
#[doc(hidden)]
pub use member_set::MemberSet;
pub use open_enum::OpenEnum;
pub use pointer::PointerStep;
pub use quantity::FixQuantities;
pub use reader::{EmptyReader, Read, ReadError, Reader};
#[doc(hidden)]
pub use redacted::Redacted;
pub use serde::{
    Strict, UnknownMembers, WithUnknown, collect_unknown_into, deserialize_into, deserialize_into_strict,
    serialize,
};
pub use structure::{Field, Shape, Structure};
pub use timestamp::{Timestamp, TimestampError};
pub use value::Value;
pub use writer::Writer;

/// Used by the macros in the crates that call them. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use crate::error::write_error;
    pub use crate::hash::{hash_structure, hash_value};
    pub use crate::member::{Optional, Plain};
    pub use crate::open_enum::owned;
    pub use crate::quantity::set_quantity;
    pub use crate::serde::{deserialize, deserialize_structure, serialize, serialize_structure};
    pub use crate::structure::boxed;
    pub use serde_core;
}
