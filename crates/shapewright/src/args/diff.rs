//! The arguments of `shapewright diff`.

use std::path::PathBuf;

use clap::{ValueEnum, ValueHint};

/// Compare two files by meaning, whatever their formats
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/diff.txt").trim_ascii_end())]
pub(crate) struct Diff {
    /// File with the old request, configuration or template; `-` for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) old: PathBuf,
    /// File with the new one; `-` for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) new: PathBuf,
    /// Operation of the API that the files are inputs of
    #[arg(long, value_name = "NAME")]
    pub(crate) operation: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Json,
}
