//! Runs cargo on a program and measures it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::compiler::{self, Compilation};
use super::programs::Program;
use crate::workspace::at;

/// A program on disk.
pub(super) struct Build {
    name: &'static str,
    package: PathBuf,
    target: PathBuf,
}

/// Measurements of one build.
pub(super) struct Outcome {
    /// The duration of the cargo process.
    pub(super) seconds: f64,
    compilations: Vec<Compilation>,
}

impl Outcome {
    /// Returns the peak memory of the largest compiler process in KiB; `None` if it cannot be measured.
    pub(super) fn peak(&self) -> Option<u64> {
        self.compilations.iter().filter_map(|compilation| compilation.peak).max()
    }

    /// Returns the seconds from the start of the first of these packages to the end of the last.
    pub(super) fn span_of(&self, packages: &[&str]) -> f64 {
        let of_these = || {
            let names = packages.iter().map(|package| package.replace('-', "_"));
            let names: BTreeSet<String> = names.collect();
            self.compilations.iter().filter(move |compilation| names.contains(&compilation.krate))
        };
        let start = of_these().map(|compilation| compilation.start).min().unwrap_or_default();
        let end = of_these().map(|compilation| compilation.end).max().unwrap_or_default();
        end.saturating_sub(start).as_secs_f64()
    }
}

impl Build {
    /// Writes the program and fetches its dependencies.
    pub(super) fn new(directory: &Path, program: &Program) -> Result<Build, String> {
        let package = directory.join(program.name);
        let target = package.join("target");
        write(&package.join("Cargo.toml"), &program.manifest())?;
        for (name, text) in &program.files {
            write(&package.join("src").join(name), text)?;
        }
        let build = Build { name: program.name, package, target };
        build.cargo(&["fetch"])?;
        Ok(build)
    }

    /// Removes everything that was built.
    pub(super) fn clean(&self) -> Result<(), String> {
        match fs::remove_dir_all(&self.target) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(at(&self.target, &error)),
            _ => Ok(()),
        }
    }

    /// Removes build artifacts of these packages.
    pub(super) fn clean_packages(&self, packages: &[&str]) -> Result<(), String> {
        let target = self.target.display().to_string();
        let mut arguments = vec!["clean", "--release", "--frozen", "--target-dir", &target];
        arguments.extend(packages.iter().flat_map(|package| ["--package", package]));
        self.cargo(&arguments).map(|_| ())
    }

    /// Runs `cargo build --release`.
    pub(super) fn run(&self, selection: &[&str]) -> Result<Outcome, String> {
        let log = self.package.join("log");
        let _ = fs::remove_dir_all(&log);
        fs::create_dir_all(&log).map_err(|error| at(&log, &error))?;
        let mut command = self.command();
        command.args(["build", "--release", "--quiet", "--frozen", "--target-dir"]).arg(&self.target);
        command.args(selection);
        compiler::observe(&mut command, &log)?;
        let start = Instant::now();
        finish(&mut command)?;
        let seconds = start.elapsed().as_secs_f64();
        Ok(Outcome { seconds, compilations: compiler::read(&log)? })
    }

    /// Returns the number of crates in the dependency tree, without the program itself.
    pub(super) fn crates(&self) -> Result<usize, String> {
        let tree = self.cargo(&["tree", "--frozen", "--prefix", "none", "--edges", "normal,build"])?;
        let lines = tree.lines().map(|line| line.trim_end_matches(" (*)").trim_end_matches(" (proc-macro)"));
        let crates: BTreeSet<&str> = lines.filter(|line| !line.is_empty()).collect();
        Ok(crates.len().saturating_sub(1))
    }

    /// Returns `cargo metadata` of the program and its dependencies, as JSON.
    pub(super) fn metadata(&self) -> Result<String, String> {
        self.cargo(&["metadata", "--frozen", "--format-version", "1"])
    }

    /// Returns the size of the stripped program in bytes.
    pub(super) fn binary_size(&self) -> Result<u64, String> {
        let path = self.target.join("release").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        Ok(fs::metadata(&path).map_err(|error| at(&path, &error))?.len())
    }

    fn cargo(&self, arguments: &[&str]) -> Result<String, String> {
        finish(self.command().args(arguments))
    }

    /// Returns a command for the cargo that runs xtask, without the environment variables that it set.
    fn command(&self) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.package).stdin(Stdio::null());
        for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_INCREMENTAL", "RUSTFLAGS"] {
            command.env_remove(name);
        }
        command
    }
}

/// Waits for the process, and returns its standard output.
fn finish(command: &mut Command) -> Result<String, String> {
    let shown = format!("{command:?}");
    let output = command.output().map_err(|error| format!("error: {shown}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("error: {shown} failed\n{}", String::from_utf8_lossy(&output.stderr)))
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| at(parent, &error))?;
    }
    fs::write(path, text).map_err(|error| at(path, &error))
}
