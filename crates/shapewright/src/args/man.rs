//! The arguments of `shapewright man`.

use std::path::PathBuf;

use clap::ValueHint;

/// Print the manual page, or write the pages of all subcommands
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/man.txt").trim_ascii_end())]
pub(crate) struct Man {
    /// Directory for the pages of the command and its subcommands
    #[arg(long, value_name = "DIRECTORY", value_hint = ValueHint::DirPath)]
    pub(crate) directory: Option<PathBuf>,
}
