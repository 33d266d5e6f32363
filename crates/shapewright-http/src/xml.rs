//! XML documents: a [`Writer`](shapewright_runtime::Writer) and a [`Reader`](shapewright_runtime::Reader) that follow
//! tables of elements.

mod error;
mod escape;
mod macros;
mod position;
mod read;
mod source;
mod table;
mod write;

pub use error::XmlError;
pub use read::{Limits, read};
pub use table::{Content, Element, Entry, Members};
pub use write::write;

pub(crate) use escape::escaped;
pub(crate) use source::{Event, Source};
