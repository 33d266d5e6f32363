//! What the subcommands do, with a file for each.

pub(crate) mod batch;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod lsp;
pub(crate) mod man;
pub(crate) mod rules;
pub(crate) mod skeleton;
mod text;
