//! XML documents: a [`Writer`](shapewright_runtime::Writer) and a [`Reader`](shapewright_runtime::Reader) that follow
//! tables of elements.

mod document;
mod error;
mod escape;
mod locate;
mod macros;
mod options;
mod position;
mod read;
mod source;
mod table;
mod write;

#[doc(hidden)]
pub use document::Documents;
pub use error::XmlError;
pub use options::ReadOptions;
pub use read::read;
pub use table::{Content, Element, Entry, Members};
pub use write::write;

pub(crate) use escape::escaped;
pub(crate) use source::{Event, Source};
