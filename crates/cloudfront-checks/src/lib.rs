//! The handwritten validation rules of CloudFront. An expression in the model cannot express them, or cannot report the
//! member that is wrong.
//!
//! `cloudfront-validators` calls each function where `shapewright#checks` of an overlay (`model/cloudfront/rules`)
//! names it. The overlay has everything else about the rule: its error code, severity, source, message and remedy. A
//! function receives the structure, the checker at its place, and the id of the rule to report:
//!
//! ```
//! use cloudfront_shapes::Aliases;
//! use shapewright_validation::Checker;
//!
//! /// No alias is a wildcard.
//! pub fn no_wildcards(value: &Aliases, c: &Checker<'_>, rule: &'static str) {
//!     c.ensure_each(&["Items"], value.items.as_ref(), |alias| !alias.starts_with('*'), rule);
//! }
//! ```

mod addresses;
mod behaviors;
mod common;
mod countries;
mod der;
mod distribution;
mod field_patterns;
mod json;
mod keys;
mod origins;
mod policies;
mod realtime_logs;
mod response_headers;
mod tags;
mod targets;
mod tenants;

pub use addresses::*;
pub use behaviors::*;
pub use countries::*;
pub use distribution::*;
pub use field_patterns::field_patterns_overlap;
pub use json::{json_event, json_policy};
pub use keys::*;
pub use origins::*;
pub use policies::*;
pub use realtime_logs::*;
pub use response_headers::*;
pub use tags::*;
pub use tenants::*;
