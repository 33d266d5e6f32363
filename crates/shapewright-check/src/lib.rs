//! Finds what Amazon CloudFront would refuse in a file.

mod api;
mod cases;
mod check;
pub mod cloudformation;
mod current;
mod cursor;
mod document;
mod faults;
mod finding;
mod fix;
mod hints;
mod ignore;
mod judge;
mod mapping;
mod place;
mod prove;
mod resource;
mod rules;
pub mod terraform;

pub use check::{check, check_bytes, not_text};
pub use current::Current;
pub use cursor::{Candidate, Completion, Meaning, Spot, complete, spot};
pub use document::{Document, read};
pub use finding::{DocumentKind, Excuse, Finding, Findings, Fix, Label, Severity, Suppressed};
pub use fix::{Answer, Fixed, Value, Values, answer, fix};
pub use hints::{Fixes, Hints};
pub use ignore::{Exemption, INVALID, UNUSED, exempt, ignore};
pub use mapping::Found;
pub use resource::{Origin, Request};
pub use rules::OWN_RULES;
