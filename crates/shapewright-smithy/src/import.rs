//! Brings a model into a repository: without prose, in one stable form.

mod ast;
mod prose;

pub use ast::to_json;
pub use prose::strip_prose;
