//! Tests of compiled expressions: the printed code, and its matches beside those of the `regex` crate.

mod constructed;
mod errors;
#[rustfmt::skip]
mod generated;
mod matches;
mod printed;
