//! Checks CloudFront requests offline and converts them to and from HTTP messages.
//!
//! These are the functions behind the `shapewright` command: [`answer`] and [`answer_lines`] do what
//! `shapewright batch` does, and [`explain`] does what `shapewright explain` does. Programs in Rust that have values of
//! the generated types rather than JSON call the validators themselves.
//!
//! ```
//! let line = r#"{"id": 1, "verb": "check", "operation": "GetFunction", "params": {"Nam": "a"}}"#;
//! let answer = shapewright::answer(line);
//! assert!(answer.contains(r#""message":"there is no member Nam""#));
//! assert!(answer.contains(r#""help":"did you mean Name?""#));
//!
//! let text = shapewright::explain("CachePolicyConfig.MaxTTL")?;
//! assert!(text.contains("rule cache-policy-config-max-ttl-range"));
//! # Ok::<(), shapewright::UnknownName>(())
//! ```
//!
//! # Features
//!
//! - `cli` (on by default): the command. Without it, the library needs no parser of command lines.

pub mod baseline;
mod batch;
pub mod config;
pub mod convert;
pub mod diff;
mod explain;
mod given;
mod names;
mod no_such;
mod reach;
pub mod report;
pub mod rules;
pub mod skeleton;
mod yaml;

pub use self::batch::{answer, answer_lines};
pub use self::explain::{UnknownName, explain, explain_as_json};
pub use self::names::operation_named;
pub use self::no_such::NoSuch;

/// Runs the examples of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
