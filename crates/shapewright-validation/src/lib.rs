//! Validation of request shapes: checks, rules, policies and reports. It knows no shape; generated crates such as
//! `cloudfront-validators` bring those, and users find everything they need re-exported there.
//!
//! A validator is a function with one statement per member, followed by statements about several members. Validating a
//! valid value does not allocate, except to find repeated elements in lists of 33 or more elements: pointers and
//! messages are made only for violations. A pattern that needs the `regex` crate also allocates when it is first used.
//!
//! Authors of hand-written checks need [`Checker`], whose methods report a rule at a place, [`Expected`] to say what a
//! rule expects as data, [`Index`] to look up elements of one list for those of another, and [`repeats`] to find
//! elements with the same key.
//! [`Member`] has the rules of single members.
//!
//! ```
//! use shapewright_runtime::members;
//! use shapewright_validation::{Checker, Kind, Options, Rule, Rules, validate};
//!
//! #[derive(Default)]
//! struct Alias {
//!     name: Option<String>,
//!     quantity: Option<i32>,
//! }
//!
//! members! { Alias { "Name" => name, "Quantity" => quantity } }
//!
//! fn check(alias: &Alias, c: &Checker<'_>) {
//!     c.member("Name", &alias.name).required().length(1, 64);
//!     c.member("Quantity", &alias.quantity).at_least(0);
//! }
//!
//! static RULES: Rules = Rules {
//!     tables: &[&[Rule {
//!         id: "alias-name-length",
//!         target: "Alias$Name",
//!         kind: Kind::Length,
//!         expected: "length 1 to 64",
//!         code: "InvalidArgument",
//!         ..Rule::DEFAULT
//!     }]],
//!     general: "InvalidArgument",
//!     ..Rules::EMPTY
//! };
//!
//! let alias = Alias { name: Some(String::new()), quantity: None };
//! let report = validate(RULES, &Options::default(), &alias, check);
//! assert_eq!(
//!     report.to_string(),
//!     "error[InvalidArgument]: Name has 0 characters instead of 1 to 64\n  \
//!      at /Name\n  \
//!      rule alias-name-length: use 1 to 64 characters"
//! );
//! ```

mod checker;
mod exception;
mod expected;
mod fingerprint;
mod index;
mod inputs;
mod jmes;
mod length;
mod member;
mod message;
mod misfit;
mod number;
mod options;
mod place;
mod placeholders;
mod policy;
mod reads;
mod recorded;
mod repeats;
mod report;
mod rule;
mod run;
mod said;
mod update;
mod validate;
mod violation;
mod xml;

pub use checker::Checker;
pub use exception::{ValidationException, ValidationExceptionField};
pub use expected::{Bound, Expected, Unit};
pub use index::Index;
pub use member::Member;
pub use options::{Limits, Options};
pub use policy::{Level, Policy, PolicyBuilder, PolicyError};
pub use reads::Read;
pub use recorded::{Assumed, Assumption, Deprecation};
pub use repeats::{Repeat, repeats, sorted};
pub use report::Report;
pub use rule::{Evidence, Kind, Rule, Rules, Severity};
/// Compiled regular expressions.
pub use shapewright_pattern as pattern;
pub use shapewright_pattern::Pattern;
pub use shapewright_runtime::text::nearest;
pub use update::validate_update;
pub use validate::validate;
pub use violation::Violation;

use length::Length;
use number::Number;

/// Used by generated validators. Not part of the API.
#[doc(hidden)]
pub mod __private {
    pub use crate::inputs_by_operation;
    pub use crate::length::Length;
    pub use crate::number::Number;
    pub use crate::update::validate_update_request;

    pub mod jmes {
        pub use crate::jmes::*;
    }
}
