//! Finds what Amazon CloudFront would refuse in a file.

mod finding;
mod ignore;
mod resource;

pub use finding::{DocumentKind, Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
pub use ignore::{Exemption, INVALID, UNUSED, exempt, ignore};
pub use resource::{Origin, Request};
