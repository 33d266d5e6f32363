//! Regular expressions compiled to plain Rust when code is generated.
//!
//! The expressions are those of service models: the ECMA 262 syntax that Smithy's `pattern` trait uses. A generator or
//! build script compiles each of them with `compile` (feature `compile`) and prints the result as a constant
//! [`Pattern`]. The program that matches texts then needs no regular expression engine, parses nothing at run time and
//! never allocates.
//!
//! ```
//! use shapewright_pattern::{Class, Pattern};
//!
//! // What the compiler prints for `^E[A-Z0-9]{12,}$`.
//! static DISTRIBUTION_ID: Pattern = Pattern::sequence("^E[A-Z0-9]{12,}$", |cursor| {
//!     cursor.literal("E")?.at_least(const { &Class::ranges("09AZ") }, 12)?.end()
//! });
//! assert!(DISTRIBUTION_ID.is_match("EDFDVBD6EXAMPLE"));
//! assert!(!DISTRIBUTION_ID.is_match("edfdvbd6example"));
//! ```
//!
//! Expressions without alternatives become such a sequence of calls. The others become a program: [`Instruction`]s of a
//! deterministic automaton, so that matching takes time in proportion to the text. Expressions that an automaton cannot
//! express, or only with too many states, are left to the `regex` crate (feature `regex`).

mod class;
#[cfg(feature = "compile")]
pub mod compile;
mod cursor;
mod instruction;
mod pattern;

pub use class::Class;
#[cfg(feature = "compile")]
pub use compile::compile;
pub use cursor::Cursor;
pub use instruction::{Instruction, MATCH};
pub use pattern::Pattern;
