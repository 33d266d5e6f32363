//! HTTP messages and XML documents.

mod building;
mod forms;
mod headers;
mod long_documents;
mod pointers;
mod reading;
mod shelf;
mod strict;
mod wellformed;
