//! The arguments of `shapewright check`.

use std::path::PathBuf;

use clap::{ArgAction, ValueEnum, ValueHint};

/// Find what CloudFront would refuse in files
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/check.txt").trim_ascii_end())]
pub(crate) struct Check {
    /// Files and directories; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Operation of the API that the files are an input of
    #[arg(long, value_name = "OPERATION")]
    pub(crate) operation: Option<String>,
    /// File with the current configuration that an update replaces; for requests of the API
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) current: Option<PathBuf>,
    /// File name to assume for standard input
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) known: Known,
    #[command(flatten)]
    pub(crate) corrections: Corrections,
}

/// Whether files are corrected.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Corrections")]
pub(crate) struct Corrections {
    /// Apply corrections that have one right answer; print standard input corrected
    #[arg(long, conflicts_with_all = ["diff", "write_baseline"])]
    pub(crate) fix: bool,
    /// Print the corrections of --fix as a unified diff, and write nothing
    #[arg(long, conflicts_with_all = ["write_baseline", "format", "statistics"])]
    pub(crate) diff: bool,
}

/// Which findings are reported.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Suppressed findings")]
pub(crate) struct Known {
    /// Configuration for all files, instead of the nearest .shapewright.toml of each
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// File with known findings, which are suppressed
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) baseline: Option<PathBuf>,
    /// Record today's findings in the baseline
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
}

/// What is printed, and where.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// Write the output to this file instead of standard output
    #[arg(long = "output", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// Print the number of findings of each rule
    #[arg(long)]
    pub(crate) statistics: bool,
    /// When to use colours; NO_COLOR switches them off
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Print findings, but no notes
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Print the detected kind of each file, and its unknown values
    #[arg(short, long, action = ArgAction::SetTrue)]
    pub(crate) verbose: bool,
}

/// Which files are read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Files")]
pub(crate) struct Files {
    /// Largest size of a file, in bytes or with K, M or G
    #[arg(long, value_name = "SIZE", default_value = "256M", value_parser = size)]
    pub(crate) max_file_size: u64,
    /// Include hidden files and files that `.gitignore` or the configuration excludes
    #[arg(long)]
    pub(crate) no_exclude: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: findings with source lines
    Human,
    /// One JSON object
    Json,
    /// One JSON object for each file, each on a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
    /// JUnit XML
    Junit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// If the output is a terminal
    Auto,
    Always,
    Never,
}

/// Reads a size: `1048576`, `1M`, `1MiB`.
fn size(text: &str) -> Result<u64, String> {
    let lower = text.to_ascii_lowercase();
    let number = lower.trim_end_matches("ib").trim_end_matches('b');
    let shift = match number.chars().next_back() {
        Some('k') => 10,
        Some('m') => 20,
        Some('g') => 30,
        _ => 0,
    };
    let digits = number.trim_end_matches(['k', 'm', 'g']);
    let bytes = digits.parse::<u64>().ok().and_then(|count| count.checked_mul(1 << shift));
    bytes.ok_or_else(|| "use a number of bytes, or one with K, M or G: 300M".to_owned())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_units() {
        let cases = [
            ("7", Some(7)),
            ("2K", Some(2048)),
            ("1MiB", Some(1 << 20)),
            ("3gb", Some(3 << 30)),
            ("x", None),
        ];
        for (text, expected) in cases {
            assert_eq!(size(text).ok(), expected, "{text}");
        }
        assert!(size("99999999999999G").is_err());
    }
}
