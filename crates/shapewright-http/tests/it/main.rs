//! HTTP messages and XML documents.

mod building;
mod edges;
mod forms;
mod headers;
mod long_documents;
mod pointers;
mod printable_errors;
mod quiet_errors;
mod reading;
mod repeated_elements;
mod repeated_values;
mod responses;
mod shelf;
mod strict;
mod vault;
mod wellformed;
