//! Prepares a model for a repository: without prose, in one stable form.

mod ast;
mod prose;

pub use ast::to_json;
pub use prose::strip_prose;
