//! Compiles everything that is generated from the golden cases in `codegen/tests/golden`: each is a module here.
#![allow(clippy::enum_variant_names, reason = "values of models have such names, in some cases on purpose")]

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
