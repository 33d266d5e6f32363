//! The arguments of the command and its help texts.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

/// Checks CloudFront requests offline: what the service would refuse, and why.
///
/// Nothing is sent anywhere; no account and no network is needed.
#[derive(Debug, Parser)]
#[command(name = "shapewright", version, after_help = include_str!("help/examples.txt").trim_ascii_end())]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Explain a rule, a structure, an enum, a member, an operation, an error code or the path of an error
    #[command(after_help = include_str!("help/explain.txt").trim_ascii_end())]
    Explain {
        /// Name to explain, case-sensitive
        name: OsString,
    },
    /// Answer requests: read one JSON object per line from standard input, print one per line
    #[command(after_help = include_str!("help/batch.txt").trim_ascii_end())]
    Batch,
}
