//! The command line.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use lexopt::prelude::*;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
Usage: cargo xtask <command>

  codegen             writes the crates of every model in model/
    --check           writes nothing; fails when a file is stale and lists those that are
    --out DIR         writes into DIR instead of crates/
    --model FILE      reads FILE (Smithy JSON AST or botocore, plain or gzipped) instead; needs --out
    --overlay FILE    merges FILE over --model; may be repeated
    --operation NAME  keeps only what these operations reach; needs --out; may be repeated
    --docs            keeps the model's prose in doc comments; needs --model

  import FILE         makes an upstream model the one in model/ and prints what changed
    --package NAME    where FILE comes from, for model/lock.toml: the package or repository ...
    --version TEXT    ... and its version or commit

  inspect NAME        prints what is known of a shape or operation of the models in model/
    --model FILE      reads FILE instead
    --overlay FILE    merges FILE over --model; may be repeated

  build-cost          builds programs with our crates and with the official SDK and prints what that costs
    --only PART       measures only this: ours, sdk, sdk-minimal or json; may be repeated
    --runs NUMBER     measures so often and prints medians

  fuzz [TARGET...]    looks for input that breaks a property, with cargo-fuzz; in all targets if none is named
    --seconds NUMBER  for so long in each; 30 if nothing is said

  tidy                checks what the compiler cannot: headers, module comments, sizes
  help                prints this text
";

/// A parsed command line.
#[derive(Debug)]
pub(crate) enum Command {
    /// Write crates.
    Codegen(Codegen),
    /// Take over an upstream model.
    Import(Import),
    /// Print the IR of a shape.
    Inspect(Inspect),
    /// Measure what it costs to build the generated crates.
    BuildCost(BuildCost),
    /// Look for input that breaks a property.
    Fuzz(Fuzz),
    /// Check the tree.
    Tidy,
    /// Print help.
    Help,
}

/// Flags of `codegen`.
#[derive(Debug, Default)]
pub(crate) struct Codegen {
    pub(crate) check: bool,
    pub(crate) out: Option<PathBuf>,
    pub(crate) model: Option<PathBuf>,
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) operations: Vec<String>,
    pub(crate) docs: bool,
}

/// Flags of `import`.
#[derive(Debug)]
pub(crate) struct Import {
    pub(crate) file: PathBuf,
    pub(crate) package: String,
    pub(crate) version: String,
}

/// Flags of `inspect`.
#[derive(Debug)]
pub(crate) struct Inspect {
    pub(crate) name: String,
    pub(crate) model: Option<PathBuf>,
    pub(crate) overlays: Vec<PathBuf>,
}

/// Flags of `build-cost`.
#[derive(Debug)]
pub(crate) struct BuildCost {
    /// None stands for all.
    pub(crate) only: Vec<Part>,
    pub(crate) runs: usize,
}

/// What `build-cost` measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A program with the generated crates.
    Ours,
    /// A program with the official SDK.
    Sdk,
    /// The same without the SDK's default features.
    SdkMinimal,
    /// JSON of every structure.
    Json,
}

/// Flags of `fuzz`.
#[derive(Debug)]
pub(crate) struct Fuzz {
    /// None stands for all.
    pub(crate) targets: Vec<String>,
    pub(crate) seconds: u64,
}

/// Reads the arguments of the process.
pub(crate) fn parse() -> Result<Command, String> {
    read(lexopt::Parser::from_env()).map_err(|error| format!("error: {error}"))
}

fn read(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let Some(first) = parser.next()? else { return Ok(Command::Help) };
    let name = match first {
        Value(name) => name.string()?,
        Short('h') | Long("help") => return Ok(Command::Help),
        other => return Err(other.unexpected()),
    };
    match name.as_str() {
        "codegen" => codegen(parser).map(Command::Codegen),
        "import" => import(parser).map(Command::Import),
        "inspect" => inspect(parser).map(Command::Inspect),
        "build-cost" => build_cost(parser).map(Command::BuildCost),
        "fuzz" => fuzz(parser).map(Command::Fuzz),
        "tidy" => nothing_more(parser).map(|()| Command::Tidy),
        "help" => Ok(Command::Help),
        other => Err(format!("there is no command `{other}`").into()),
    }
}

fn codegen(mut parser: lexopt::Parser) -> Result<Codegen, lexopt::Error> {
    let mut flags = Codegen::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("check") => flags.check = true,
            Long("out") => flags.out = Some(parser.value()?.into()),
            Long("model") => flags.model = Some(parser.value()?.into()),
            Long("overlay") => flags.overlays.push(parser.value()?.into()),
            Long("operation") => flags.operations.push(parser.value()?.string()?),
            Long("docs") => flags.docs = true,
            other => return Err(other.unexpected()),
        }
    }
    let elsewhere = flags.model.is_some() || !flags.operations.is_empty();
    if elsewhere && flags.out.is_none() {
        return Err("--model and --operation write crates of their own: say where with --out DIR".into());
    }
    if flags.model.is_none() && (flags.docs || !flags.overlays.is_empty()) {
        return Err("--docs and --overlay belong to --model FILE".into());
    }
    Ok(flags)
}

fn import(mut parser: lexopt::Parser) -> Result<Import, lexopt::Error> {
    let (mut file, mut package, mut version) = (None, None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Value(path) if file.is_none() => file = Some(path.into()),
            Long("package") => package = Some(parser.value()?.string()?),
            Long("version") => version = Some(parser.value()?.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Import {
        file: file.ok_or("give the upstream model: import FILE")?,
        package: package.ok_or("say where the file comes from: --package botocore")?,
        version: version.ok_or("say which release or commit the file is of: --version 1.44.5")?,
    })
}

fn inspect(mut parser: lexopt::Parser) -> Result<Inspect, lexopt::Error> {
    let (mut name, mut model, mut overlays) = (None, None, Vec::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Value(text) if name.is_none() => name = Some(text.string()?),
            Long("model") => model = Some(parser.value()?.into()),
            Long("overlay") => overlays.push(parser.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Inspect { name: name.ok_or("give the name of a shape or operation")?, model, overlays })
}

fn build_cost(mut parser: lexopt::Parser) -> Result<BuildCost, lexopt::Error> {
    let mut flags = BuildCost { only: Vec::new(), runs: 1 };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => flags.only.push(part(&parser.value()?.string()?)?),
            Long("runs") => flags.runs = parser.value()?.parse::<NonZeroUsize>()?.get(),
            other => return Err(other.unexpected()),
        }
    }
    Ok(flags)
}

fn part(name: &str) -> Result<Part, String> {
    match name {
        "ours" => Ok(Part::Ours),
        "sdk" => Ok(Part::Sdk),
        "sdk-minimal" => Ok(Part::SdkMinimal),
        "json" => Ok(Part::Json),
        other => Err(format!("build-cost has no part `{other}`: there are ours, sdk, sdk-minimal and json")),
    }
}

fn fuzz(mut parser: lexopt::Parser) -> Result<Fuzz, lexopt::Error> {
    let mut flags = Fuzz { targets: Vec::new(), seconds: 30 };
    while let Some(argument) = parser.next()? {
        match argument {
            Value(target) => flags.targets.push(target.string()?),
            // libFuzzer runs for ever where it is told 0.
            Long("seconds") => flags.seconds = parser.value()?.parse::<NonZeroU64>()?.get(),
            other => return Err(other.unexpected()),
        }
    }
    Ok(flags)
}

fn nothing_more(mut parser: lexopt::Parser) -> Result<(), lexopt::Error> {
    match parser.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected()),
    }
}
