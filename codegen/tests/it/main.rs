//! The tests of the generator.

mod agreement;
mod bad;
mod botocore_faults;
mod common;
mod determinism;
mod golden;
mod import;
mod manifest;
mod modules;
mod overlays;
mod reader_faults;
mod readers;
mod sdk;
mod summaries;
mod versions;
