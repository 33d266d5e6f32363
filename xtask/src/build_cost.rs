//! `cargo xtask build-cost`: measures the build cost of the generated crates and of the official SDK.
//!
//! Programs are written to a temporary directory and built there in release mode, each from scratch in a
//! separate target directory, with dependencies fetched beforehand.

mod cargo;
mod compiler;
mod figures;
mod programs;
mod sources;
mod table;

use std::fs;
use std::path::Path;

pub(crate) use compiler::wrap;

use self::cargo::Build;
use self::figures::Figures;
use self::programs::Program;
use crate::cli::{BuildCost, Part};
use crate::workspace::at;

/// The generated crates.
const OURS: [&str; 3] = ["cloudfront-shapes", "cloudfront-validators", "cloudfront-errors"];

/// The crate of the official SDK.
const SDK: [&str; 1] = ["aws-sdk-cloudfront"];

/// Runs the command.
pub(crate) fn run(flags: &BuildCost) -> Result<(), String> {
    let directory = std::env::temp_dir().join(format!("shapewright-build-cost-{}", std::process::id()));
    let outcome = measure(flags, &directory);
    let removed = fs::remove_dir_all(&directory);
    print!("{}", outcome?);
    removed.map_err(|error| at(&directory, &error))
}

/// Builds the selected programs, and returns the tables as text.
fn measure(flags: &BuildCost, directory: &Path) -> Result<String, String> {
    let wanted = |part| flags.only.is_empty() || flags.only.contains(&part);
    let mut columns = Vec::new();
    if wanted(Part::Ours) {
        columns.push(program("Ours", &programs::ours(), &OURS, directory, flags)?);
    }
    if wanted(Part::Sdk) {
        columns.push(program("SDK", &programs::sdk(true), &SDK, directory, flags)?);
    }
    if wanted(Part::SdkMinimal) {
        columns.push(program("SDK without default features", &programs::sdk(false), &SDK, directory, flags)?);
    }
    let mut text = table::of_programs(&columns, flags.runs.get());
    if wanted(Part::Json) {
        let (count, seconds) = json(directory, flags)?;
        text.push_str(&table::of_json(count, &seconds));
    }
    Ok(text)
}

/// Builds a program from nothing, then only its generated crates, with their dependencies already built.
fn program(
    title: &'static str,
    program: &Program,
    generated: &[&str],
    directory: &Path,
    flags: &BuildCost,
) -> Result<Figures, String> {
    let mut builds = Vec::new();
    let mut alone = Vec::new();
    let build = Build::new(directory, program)?;
    for run in 1..=flags.runs.get() {
        eprintln!("{title}: run {run} of {}", flags.runs);
        build.clean()?;
        builds.push(build.run(&[])?);
        build.clean_packages(generated)?;
        alone.push(build.run(&[])?.span_of(generated));
    }
    Ok(Figures {
        title,
        seconds: figures::median(builds.iter().map(|outcome| outcome.seconds)),
        seconds_alone: figures::median(alone.into_iter()),
        memory: builds.iter().filter_map(cargo::Outcome::peak).max(),
        crates: build.crates()?,
        lines: sources::lines(&build, generated)?,
        binary: build.binary_size()?,
    })
}

/// Returns the number of structures, and the seconds to build each of the JSON programs.
fn json(directory: &Path, flags: &BuildCost) -> Result<(usize, Vec<f64>), String> {
    let types = sources::structures()?;
    let build = Build::new(directory, &programs::json(&types))?;
    build.clean()?;
    build.run(&["--bins"])?;
    let mut seconds = programs::JSON_PROGRAMS.map(|_| Vec::new());
    for run in 1..=flags.runs.get() {
        eprintln!("JSON of every shape: run {run} of {}", flags.runs);
        for ((name, _), seconds) in programs::JSON_PROGRAMS.iter().zip(&mut seconds) {
            build.clean_packages(&[programs::JSON])?;
            seconds.push(build.run(&["--bin", name])?.seconds);
        }
    }
    let medians = seconds.into_iter().map(|seconds| figures::median(seconds.into_iter()));
    Ok((types.len(), medians.collect()))
}
