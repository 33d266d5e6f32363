//! Tests of mappings with small dialects.

mod dialect;
mod from_api;
mod support;
mod to_api;
