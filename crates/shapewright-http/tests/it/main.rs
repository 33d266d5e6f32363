//! HTTP messages and XML documents.

mod building;
mod long_documents;
mod reading;
mod shelf;
