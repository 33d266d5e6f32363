//! `cargo xtask fuzz`: searches for input that violates a property, with cargo-fuzz and for a limited time.
//!
//! Properties and seeds are those of the tests. Programs and corpora are in `target/fuzz`, so that the next run
//! continues where this one ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use crate::cli::Fuzz;
use crate::workspace::{at, root};

/// Time limit for one input, in seconds.
const TIMEOUT: u32 = 10;

/// Runs the command.
pub(crate) fn run(flags: &Fuzz) -> Result<(), String> {
    let targets = selected(&flags.targets)?;
    tools()?;
    let corpora = root().join("target/fuzz/corpus");
    seeds(&corpora)?;
    lock()?;
    let mut found = Vec::new();
    for target in &targets {
        eprintln!("{target}: {} seconds", flags.seconds);
        found.extend(fuzz(target, &corpora.join(target), flags.seconds.get())?);
    }
    if found.is_empty() {
        println!("nothing found in {} x {} seconds", targets.len(), flags.seconds);
        return Ok(());
    }
    let list: String = found.iter().map(|path| format!("  {}\n", path.display())).collect();
    Err(format!(
        "error: {} inputs violate a property\n{list}  help: copy each to tests/fixtures/fuzz/<target>/<what it shows>, \
         run `cargo test -p shapewright-tests fuzz_cases`, and mend what it shows",
        found.len()
    ))
}

/// Returns the targets with these names; all targets without names.
fn selected(names: &[String]) -> Result<Vec<String>, String> {
    let directory = root().join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&directory).map_err(|error| at(&directory, &error))?;
    let stem = |path: PathBuf| Some(path.file_stem()?.to_string_lossy().into_owned());
    let mut all: Vec<String> = entries.flatten().filter_map(|entry| stem(entry.path())).collect();
    all.sort();
    match names.iter().find(|name| !all.contains(name)) {
        Some(name) => {
            Err(format!("error: there is no target `{name}`\n  help: there are {}", all.join(", ")))
        }
        None if names.is_empty() => Ok(all),
        None => Ok(names.to_vec()),
    }
}

/// Checks that all tools are installed.
fn tools() -> Result<(), String> {
    let runs = |command: &mut Command| {
        let command = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if !runs(&mut nightly()) {
        return Err("error: fuzzing needs a nightly toolchain, installed with rustup\n  \
                    help: `rustup toolchain install nightly`; rustup itself: https://rustup.rs"
            .to_owned());
    }
    if !runs(nightly().arg("fuzz")) {
        return Err("error: fuzzing needs cargo-fuzz\n  help: `cargo install cargo-fuzz`".to_owned());
    }
    Ok(())
}

/// Returns the cargo command of the nightly toolchain.
fn nightly() -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", "cargo"]).current_dir(root());
    command
}

fn seeds(corpora: &Path) -> Result<(), String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let build = ["run", "--quiet", "--package", "shapewright-tests", "--bin", "fuzz_seeds", "--"];
    let status = command.args(build).arg(corpora).current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("error: the seeds could not be written: {status}")),
        Err(error) => Err(format!("error: {command:?}: {error}")),
    }
}

/// Copies the lock file, so that the fuzzed programs use the same dependencies as the tests.
fn lock() -> Result<(), String> {
    let (ours, theirs) = (root().join("Cargo.lock"), root().join("fuzz/Cargo.lock"));
    let changed = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    if changed(&theirs) < changed(&ours) {
        fs::copy(&ours, &theirs).map_err(|error| at(&theirs, &error))?;
    }
    Ok(())
}

/// Fuzzes one target, and returns the files with input that violates its property.
fn fuzz(target: &str, corpus: &Path, seconds: u64) -> Result<Vec<PathBuf>, String> {
    let start = SystemTime::now();
    let mut command = nightly();
    command
        .args(["fuzz", "run", "--fuzz-dir", "fuzz", "--target-dir", "target/fuzz/build", target])
        .arg(corpus);
    command.args(["--", &format!("-max_total_time={seconds}"), &format!("-timeout={TIMEOUT}")]);
    command.args(["-print_final_stats=1"]);
    let status = command.status().map_err(|error| format!("error: {command:?}: {error}"))?;
    let found = since(start, &root().join("fuzz/artifacts").join(target));
    if !status.success() && found.is_empty() {
        return Err(format!("error: {target} could not be built or run: {status}"));
    }
    Ok(found)
}

/// Returns the files in a directory that are newer than `start`, sorted; empty if it does not exist.
fn since(start: SystemTime, directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let is_new = |path: &PathBuf| {
        let changed = fs::metadata(path).and_then(|found| found.modified());
        changed.is_ok_and(|changed| changed >= start)
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_new).collect();
    files.sort();
    files
}
