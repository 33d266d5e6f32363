//! Converts outputs and errors to responses, and responses to outputs and errors.

mod build;
mod error_document;
mod read;
