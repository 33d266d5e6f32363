//! Tests of compiled expressions: the printed code, and its matches beside those of the `regex` crate.

mod constructed;
mod contents;
mod errors;
#[rustfmt::skip]
mod generated;
mod matches;
mod printed;
