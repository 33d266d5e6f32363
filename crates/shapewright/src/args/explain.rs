//! The arguments of `shapewright explain`.

use std::ffi::OsString;

use clap::ValueEnum;

/// Explain a rule, structure, enum, member, operation, error code, path of an error, or a property of a template
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/explain.txt").trim_ascii_end())]
pub(crate) struct Explain {
    /// Name to explain, in any case, with or without underscores
    pub(crate) name: OsString,
    /// Output format
    #[arg(long, value_enum, default_value_t = ExplainFormat::Text)]
    pub(crate) format: ExplainFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExplainFormat {
    Text,
    Json,
}
