//! The arguments of the command, with a file for each subcommand, and its help texts.

mod batch;
mod check;
mod completions;
mod convert;
mod diff;
mod explain;
mod lsp;
mod man;
mod rules;
mod skeleton;

use clap::{Parser, Subcommand};

pub(crate) use self::batch::Batch;
pub(crate) use self::check::{Check, Color, Format, Output};
pub(crate) use self::completions::Completions;
pub(crate) use self::convert::Convert;
pub(crate) use self::diff::{Diff, DiffFormat};
pub(crate) use self::explain::{Explain, ExplainFormat};
pub(crate) use self::lsp::Lsp;
pub(crate) use self::man::Man;
pub(crate) use self::rules::Rules;
pub(crate) use self::skeleton::{Skeleton, SkeletonFormat};

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
    Check(Check),
    Explain(Explain),
    Rules(Rules),
    Skeleton(Skeleton),
    Diff(Diff),
    Convert(Convert),
    Lsp(Lsp),
    Batch(Batch),
    Completions(Completions),
    Man(Man),
}
