//! The arguments of `shapewright lsp`.

/// Check files in an editor while they are typed: a language server on standard input and output
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/lsp.txt").trim_ascii_end())]
pub(crate) struct Lsp {
    /// Use standard input and output, which is the only way: some editors give this flag to every server
    #[arg(long)]
    pub(crate) stdio: bool,
}
