//! The vocabulary that generated validators speak. It knows no shape.
//!
//! A validator is a function `fn check(&self, c: &Checker<'_>)` per structure with one statement per
//! member. Valid values cost no allocation; texts, pointers and names of rules are made for violations alone.

#[cfg(feature = "arbitrary")]
pub mod arbitrary;
mod checker;
mod exception;
mod finding;
mod inputs;
pub mod jmes;
mod kebab;
mod length;
mod member;
mod nearest;
mod number;
mod place;
mod policy;
mod recorded;
mod repeats;
mod report;
mod rule;
mod run;
mod violation;

pub use checker::Checker;
pub use exception::{ValidationException, ValidationExceptionField};
use finding::Finding;
pub use kebab::kebab;
pub use length::Length;
pub use member::Member;
pub use nearest::nearest;
pub use number::Number;
pub use policy::{Level, Policy};
pub use recorded::{Assumed, Assumption, Deprecation};
pub use repeats::{Repeat, repeats};
pub use report::Report;
pub use rule::{Kind, Rule, Rules, Severity};
pub use run::{Limits, Options, validate};
/// Compiled regular expressions.
pub use shapewright_pattern as pattern;
pub use shapewright_pattern::Pattern;
pub use violation::Violation;
