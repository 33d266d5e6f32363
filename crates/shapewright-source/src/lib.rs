//! Reads configurations from text and keeps the place of every key and value.
//!
//! A [`Source`] is a text with a name. The reader of a format, such as [`json::parse`], makes of it a [`Tree`] for each
//! document: one arena of values, each with the span of its value and its key as byte offsets. Lines and columns come
//! from the source, in the unit that is asked for.
//!
//! What is wrong with a text is a [`Fault`]: an id, a place and what to do about it. Readers do not panic, do not
//! recurse into the document, and refuse what is beyond the [`Limits`].
//!
//! ```
//! use shapewright_source::{Limits, Position, Source, Unit, json};
//!
//! let text = r#"{
//!   "Aliases": {"Quantity": 2, "Items": ["cdn.example.com"]},
//! }"#;
//! let parsed = json::parse(Source::new("config.json", text.to_owned()), &Limits::default());
//! assert_eq!(parsed.faults[0].message, "there is a comma behind the last value");
//!
//! // Where a report points to:
//! let quantity = parsed.trees[0].root().locate("/Aliases/Quantity");
//! let start = quantity.node.source().position(quantity.span().start as usize, Unit::CodePoint);
//! assert_eq!((quantity.node.text(), start), ("2", Position { line: 2, column: 27 }));
//! ```
//!
//! [`decode`] makes a text of bytes, and [`detect`] tells its format. [`read_into`] reads a structure of
//! [`shapewright_runtime`] from a tree, and [`Node::locate`] finds the value that a report about it means.

mod comments;
mod decode;
mod detect;
mod edit;
mod fault;
mod faults;
pub mod hcl;
pub mod json;
mod limits;
mod parsed;
mod reader;
mod text;
mod tree;
pub mod xml;
pub mod yaml;

pub use comments::Comment;
pub use decode::{NotText, decode};
pub use detect::{Detected, Format, detect};
pub use edit::{Edit, Edited, apply};
pub use fault::{Fault, Level};
pub use faults::FAULTS;
pub use limits::Limits;
pub use parsed::Parsed;
pub use reader::{Misfit, Options, Reading, Reason, Unknown, read, read_into};
pub use text::{Position, Source, Span, Unit};
pub use tree::{Children, Composer, Id, Kind, Node, Place, Scalar, Tree};
