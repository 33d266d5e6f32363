//! Values outside of documents: in labels, queries, headers and attributes, which hold strings only.

mod read;
mod write;

pub(crate) use read::{read, read_entries, read_header, read_raw, read_texts};
pub(crate) use write::{entries, header, of, raw, texts};
