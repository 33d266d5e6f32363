//! Converts inputs to requests, and requests to inputs.

mod build;
mod query;
mod read;
