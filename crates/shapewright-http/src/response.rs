//! Converts outputs and errors to responses, and responses to outputs and errors.

mod build;
mod error_document;
mod options;
mod read;

pub use options::ResponseOptions;
