//! Conversions to and from the types of a small SDK.

mod conversions;
mod support;
