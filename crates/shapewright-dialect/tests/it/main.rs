//! Tests of mappings with small dialects.

mod dialect;
mod support;
mod to_api;
