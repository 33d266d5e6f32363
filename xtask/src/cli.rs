//! The command line of `cargo xtask`.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Maintainers' commands of this repository.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One command for each task.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Generate crates from the models in model/
    Codegen(Codegen),
    /// Add a model to model/ or replace it by a newer one, and print the changes
    Import(Import),
    /// Add the schemas of a tool, such as CloudFormation, to model/ or replace them by newer ones
    ImportFormat(ImportFormat),
    /// Update models, crates, wire vectors and changelog to a new release of botocore
    Bump(Bump),
    /// Print the members and constraints of a shape or operation, or the properties of a resource of a tool
    Inspect(Inspect),
    /// Run the gate: every check that must pass before a change lands
    Ci(Ci),
    /// Check file headers, file names, sizes and package metadata
    Tidy,
    /// Check the published crates with the oldest Rust that they declare
    Msrv(Msrv),
    /// Fuzz each property with cargo-fuzz
    Fuzz(Fuzz),
    /// Measure the build cost of the generated crates and of the official SDK
    BuildCost(BuildCost),
}

/// Flags of `codegen`.
#[derive(Args, Debug, Default)]
pub(crate) struct Codegen {
    /// Write nothing; fail and list the files that are out of date
    #[arg(long)]
    pub(crate) check: bool,
    /// Write the crates into DIR instead of crates/
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Depend on the hand-written crates in DIR (`crates` of this repository) instead of those in the registry
    #[arg(long, value_name = "DIR", requires = "out")]
    pub(crate) runtime_path: Option<PathBuf>,
    /// Read this model instead of those in model/: Smithy JSON AST or botocore, plain or gzipped
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) model: Option<PathBuf>,
    /// Merge this overlay over --model; may be repeated
    #[arg(long = "overlay", value_name = "FILE", requires = "model")]
    pub(crate) overlays: Vec<PathBuf>,
    /// Read these schemas of a tool, as `import-format` writes them, with --model; may be repeated
    #[arg(long = "format", value_name = "FILE", requires = "model")]
    pub(crate) formats: Vec<PathBuf>,
    /// Keep only what this operation reaches; may be repeated
    #[arg(long = "operation", value_name = "NAME", requires = "out")]
    pub(crate) operations: Vec<String>,
    /// Keep the model's own documentation in doc comments
    #[arg(long, requires = "model")]
    pub(crate) docs: bool,
}

/// Flags of `import`.
#[derive(Args, Debug)]
pub(crate) struct Import {
    /// The upstream model: a Smithy JSON AST, a service-2.json(.gz) of botocore, or a wheel or folder of botocore
    pub(crate) file: PathBuf,
    /// Package or repository that FILE comes from [default: recognized for files of botocore]
    #[arg(long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    /// Release or commit that FILE comes from [default: recognized for files of botocore]
    #[arg(long, value_name = "VERSION")]
    pub(crate) version: Option<String>,
    /// Service to read from a wheel, as botocore names it [default: the one in model/]
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Option<String>,
}

/// Flags of `import-format`.
#[derive(Args, Debug)]
pub(crate) struct ImportFormat {
    /// The tool
    #[arg(value_enum)]
    pub(crate) tool: Tool,
    /// Schemas by type of resource
    pub(crate) file: PathBuf,
    /// Package that FILE comes from
    #[arg(long, value_name = "NAME")]
    pub(crate) package: String,
    /// Release that FILE comes from
    #[arg(long, value_name = "VERSION")]
    pub(crate) version: String,
    /// Service whose resources these are [default: the one in model/]
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Option<String>,
}

/// A tool whose schemas can be imported.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Tool {
    /// Resource schemas of CloudFormation's registry
    Cloudformation,
    /// Resource schemas of a Terraform provider, as `terraform providers schema -json` prints them
    Terraform,
}

/// Flags of `bump`.
#[derive(Args, Debug)]
pub(crate) struct Bump {
    /// A wheel or folder of botocore [default: downloaded with pip]
    pub(crate) file: Option<PathBuf>,
    /// Release to download [default: the newest]
    #[arg(long, value_name = "VERSION", conflicts_with = "file")]
    pub(crate) version: Option<String>,
}

/// Flags of `inspect`.
#[derive(Args, Debug)]
pub(crate) struct Inspect {
    /// Name of a shape or operation, as the model spells it, of a dialect, or of a resource in it
    pub(crate) name: String,
    /// Read this model instead of those in model/
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Merge this overlay over --model; may be repeated
    #[arg(long = "overlay", value_name = "FILE", requires = "model")]
    pub(crate) overlays: Vec<PathBuf>,
}

/// Flags of `ci`.
#[derive(Args, Debug)]
pub(crate) struct Ci {
    /// Run only these steps [default: all]
    #[arg(value_name = "STEP")]
    pub(crate) steps: Vec<String>,
    /// Run the remaining steps after one has failed
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// List the steps and what each runs
    #[arg(long)]
    pub(crate) list: bool,
}

/// Flags of `msrv`.
#[derive(Args, Debug)]
pub(crate) struct Msrv {
    /// Install the toolchains first, with rustup
    #[arg(long)]
    pub(crate) install: bool,
}

/// Flags of `build-cost`.
#[derive(Args, Debug)]
pub(crate) struct BuildCost {
    /// Measure only this; may be repeated [default: all]
    #[arg(long, value_enum, value_name = "PART")]
    pub(crate) only: Vec<Part>,
    /// Number of runs; prints medians
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    pub(crate) runs: NonZeroUsize,
}

/// What `build-cost` measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// A program with the generated crates
    Ours,
    /// A program with the official SDK
    Sdk,
    /// A program with the official SDK without its default features
    SdkMinimal,
    /// JSON of every structure
    Json,
}

/// Flags of `fuzz`.
#[derive(Args, Debug)]
pub(crate) struct Fuzz {
    /// Properties to fuzz [default: all]
    #[arg(value_name = "TARGET")]
    pub(crate) targets: Vec<String>,
    /// Seconds for each target
    #[arg(long, value_name = "NUMBER", default_value = "30")]
    pub(crate) seconds: NonZeroU64,
}
