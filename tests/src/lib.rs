//! What tests, examples and benches share: values to work with, and a hand-written check to compare with.

pub mod arbitrary;
pub mod by_hand;
pub mod fixtures;
pub mod model;
