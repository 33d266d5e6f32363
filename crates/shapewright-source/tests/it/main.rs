//! Tests of the readers: values, places, faults, and texts that nobody wrote.

mod json;
mod places;
mod random;
mod reader;
mod support;
mod yaml;
