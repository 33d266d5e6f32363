//! Finds what Amazon CloudFront would refuse in a file.

mod finding;
mod resource;

pub use finding::{DocumentKind, Finding, Findings, Fix, Label, Severity};
pub use resource::{Origin, Request};
