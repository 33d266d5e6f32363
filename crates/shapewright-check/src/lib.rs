//! Finds what Amazon CloudFront would refuse in a file.

mod finding;
mod resource;

pub use finding::{DocumentKind, Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
pub use resource::{Origin, Request};
