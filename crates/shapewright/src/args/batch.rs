//! The arguments of `shapewright batch`.

/// Batch mode: read one JSON object per line from standard input, print one per line
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/batch.txt").trim_ascii_end())]
pub(crate) struct Batch {}
