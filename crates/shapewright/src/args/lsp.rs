//! The arguments of `shapewright lsp`.

/// Language server for editors, on standard input and output
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/lsp.txt").trim_ascii_end())]
pub(crate) struct Lsp {
    /// Accepted for editors that always pass it; standard input and output are always used
    #[arg(long)]
    pub(crate) stdio: bool,
}
