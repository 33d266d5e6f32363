//! Reads Smithy models into one typed [`Model`], with diagnostics that name file, shape and member.
//!
//! [`read()`] accepts the JSON AST of Smithy 1.0 and 2.0 (mixins and `apply` statements included) and the
//! `service-2.json` files of botocore, and detects which of them it was given. An [`Overlay`] merges further
//! `apply` statements over a model, [`import`] writes a model as JSON AST, and
//! [`diff`](mod@diff) compares two models.
//!
//! ```
//! use shapewright_smithy::{Diagnostics, Kind, read};
//!
//! let ast = r#"{
//!     "smithy": "2.0",
//!     "shapes": { "example#Name": { "type": "string", "traits": { "smithy.api#length": { "max": 64 } } } }
//! }"#;
//! let mut diagnostics = Diagnostics::default();
//! let source = read("example.json", ast.as_bytes(), &mut diagnostics).expect("a Smithy JSON AST");
//! let name = source.model.shape("example#Name").expect("the model defines it");
//! assert_eq!(name.kind, Kind::String);
//! assert_eq!(name.traits.length().and_then(|length| length.max), Some(64));
//! ```

pub mod diagnostics;
pub mod diff;
pub mod import;
pub mod model;
pub mod overlay;
pub mod prelude;
pub mod read;
pub mod text;
pub mod traits;
pub mod vocabulary;

pub use diagnostics::{Diagnostic, Diagnostics, Place};
pub use diff::diff;
pub use model::{Kind, Member, Model, Shape, ShapeId};
pub use overlay::Overlay;
pub use read::{Format, Source, read, read_with};
pub use traits::{Trait, TraitValue, Traits};
pub use vocabulary::Vocabulary;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
