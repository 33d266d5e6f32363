//! The vocabulary that generated validators speak. It knows no shape.
//!
//! A validator is a function `fn check(&self, c: &mut Checker<'_>)` per structure with one statement per
//! member. Valid values cost no allocation; texts, pointers and names of rules are made for violations alone.

mod checker;
mod finding;
mod inputs;
mod kebab;
mod length;
mod member;
mod number;
mod path;
mod pattern;
mod report;
mod run;
mod violation;

pub use checker::Checker;
use finding::Finding;
pub use kebab::kebab;
pub use length::Length;
pub use member::Member;
pub use number::Number;
pub use pattern::Pattern;
pub use report::Report;
pub use run::{Limits, validate};
pub use violation::Violation;
