//! The arguments of `shapewright explain`.

use std::ffi::OsString;

/// Explain a rule, structure, enum, member, operation, error code, path of an error, or a property of a template
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/explain.txt").trim_ascii_end())]
pub(crate) struct Explain {
    /// Name to explain, in any letter case, with or without underscores
    pub(crate) name: OsString,
}
