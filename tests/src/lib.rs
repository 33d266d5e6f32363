//! What tests, examples and benches share: values to work with, and a hand-written check to compare with.

pub mod arbitrary;
pub mod botocore;
pub mod by_hand;
pub mod cases;
pub mod data;
pub mod documents;
pub mod fixtures;
pub mod fuzzing;
pub mod generated;
pub mod messages;
pub mod model;
pub mod mutations;
pub mod runner;
pub mod suites;
pub mod trait_cases;
pub mod wire;

/// The examples of the README, which are tested with those of the code.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
