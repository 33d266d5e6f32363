//! What the subcommands do, with a file for each.

pub(crate) mod batch;
pub(crate) mod explain;
