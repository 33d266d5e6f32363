//! Shared code of tests, examples and benches: values, and a hand-written check to compare with.
#![allow(clippy::missing_panics_doc, reason = "helpers of tests panic where the test fails")]

pub mod answered;
pub mod arbitrary;
pub mod botocore;
pub mod by_hand;
pub mod cases;
pub mod data;
pub mod dialects;
pub mod documents;
pub mod fixtures;
pub mod fuzzing;
pub mod generated;
pub mod hostile;
pub mod long_lists;
pub mod messages;
pub mod model;
pub mod mutants;
pub mod mutations;
pub mod reported;
pub mod runner;
pub mod sensitive;
pub mod suites;
pub mod trait_cases;
pub mod wire;
pub mod written;

/// The examples of the README and of the pages in `docs`, which are compiled and run with those of the code.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    pub struct Readme;
    #[doc = include_str!("../../docs/aws-sdk.md")]
    pub struct AwsSdk;
    #[doc = include_str!("../../docs/documents.md")]
    pub struct Documents;
    #[doc = include_str!("../../docs/generator.md")]
    pub struct Generator;
    #[doc = include_str!("../../docs/http.md")]
    pub struct Http;
    #[doc = include_str!("../../docs/validation.md")]
    pub struct Validation;
}
