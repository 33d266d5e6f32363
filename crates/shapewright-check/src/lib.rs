//! Finds what Amazon CloudFront would refuse in a file.

pub mod cloudformation;
mod finding;
mod ignore;
mod mapping;
mod resource;
mod rules;
pub mod terraform;

pub use finding::{DocumentKind, Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
pub use ignore::{Exemption, INVALID, UNUSED, exempt, ignore};
pub use mapping::Found;
pub use resource::{Origin, Request};
pub use rules::OWN_RULES;
