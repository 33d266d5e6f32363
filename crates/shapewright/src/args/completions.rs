//! The arguments of `shapewright completions`.

use clap_complete::Shell;

/// Print the script with which a shell completes the arguments of shapewright
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/completions.txt").trim_ascii_end())]
pub(crate) struct Completions {
    /// Shell that completes the arguments
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}
