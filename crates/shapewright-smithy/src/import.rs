//! Brings an upstream model into the project: facts without prose, in one stable form, and what changed.

mod ast;
mod change;
mod diff;
mod prose;
mod rust_type;

pub use ast::to_json;
pub use change::{Change, ChangeKind};
pub use diff::diff;
pub use prose::strip_prose;
