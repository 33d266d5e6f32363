//! The arguments of `shapewright explain`.

use std::ffi::OsString;

/// Explain a rule, a structure, an enum, a member, an operation, an error code or the path of an error
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/explain.txt").trim_ascii_end())]
pub(crate) struct Explain {
    /// Name to explain, in any letter case, with or without underscores
    pub(crate) name: OsString,
}
