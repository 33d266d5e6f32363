//! Finds what Amazon CloudFront would refuse in a file.

mod finding;

pub use finding::{DocumentKind, Finding, Findings, Fix, Label, Severity};
