//! Values as strings, for labels, queries, headers and attributes.

mod read;
mod write;

pub(crate) use read::{
    Entry, Header, read, read_entries, read_header, read_header_lines, read_raw, read_texts,
};
pub(crate) use write::{entries, header, header_in_base64, of, raw, texts};
