//! XML documents: a [`Writer`](shapewright_runtime::Writer) and a [`Reader`](shapewright_runtime::Reader) that follow
//! tables of elements.
//!
//! # What the reader accepts
//!
//! A document must be well-formed by [XML 1.0 (fifth edition)](https://www.w3.org/TR/xml/) and
//! [Namespaces in XML 1.0](https://www.w3.org/TR/xml-names/), also where it has elements and attributes that the tables
//! do not have. Anything else is an error with a position. The reader is stricter than both in six points:
//!
//! - Document type declarations are errors, and so are references to entities that XML does not predefine.
//! - Only UTF-8 is read. Another declared encoding is an error, unless it is `US-ASCII` and the document is ASCII.
//! - Text between the elements of a structure, list or map is an error, unless it is white space.
//! - An element inside a string, number or other scalar is an error.
//! - An entry of a map without its key or value is an error.
//! - A repeated member is an error, unless it is a flattened list or map. So is a repeated key of a map. Names are
//!   compared without their prefixes: an element of another namespace repeats the member too.
//!
//! Services send documents that differ from the model in some ways. The reader tolerates these:
//!
//! - Elements can have any prefix that is bound, and be in any namespace or none. Only the name after the prefix
//!   counts.
//! - The root can have any name.
//! - Elements that the tables do not have are skipped, whatever they contain.
//! - Attributes that the tables do not have are ignored.
//! - Members can have any order.
//! - The XML declaration can be absent, and a byte order mark can precede it.
//! - In responses, an empty element or attribute that should contain a number, boolean or timestamp is skipped: the
//!   member is absent, and a list or map does not get the item or entry. In requests it is an error.
//! - In responses, CDATA sections between elements are skipped, as Smithy's protocol tests require.
//!
//! An empty string is a string, and empty bytes are bytes. In a sparse list or map, an empty number, boolean or
//! timestamp is null, because nulls are written as empty elements.
//!
//! [Strict](Strictness::Strict) reading rejects roots of another name, unknown elements, empty numbers, booleans and
//! timestamps, and CDATA sections between elements.

mod document;
mod error;
mod escape;
mod locate;
mod macros;
mod options;
mod order;
mod position;
mod read;
mod root;
mod source;
mod table;
mod wellformed;
mod write;

#[doc(hidden)]
pub use document::Documents;
pub use error::XmlError;
pub use options::{ReadOptions, Strictness};
pub use read::read;
pub use table::{Content, Element, Entry, List, Members, Order};
pub use write::write;

pub(crate) use escape::escaped;
pub(crate) use root::root_name;
pub(crate) use source::{Event, Source};
pub(crate) use write::{Purpose, write_for};
