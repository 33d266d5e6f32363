//! Cargo subcommands that the gate installs if they are missing.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::workspace::root;

/// A cargo subcommand.
pub(super) struct Tool {
    /// The package, and its program.
    pub(super) name: &'static str,
    /// What follows `cargo`.
    pub(super) subcommand: &'static str,
    /// The versions that may be installed.
    pub(super) version: &'static str,
}

/// A subcommand that can be run.
pub(super) struct Installed<'a> {
    tool: &'a Tool,
    program: PathBuf,
}

impl Tool {
    /// The program, which is installed in `target/tools` if neither `PATH` nor that folder has it.
    pub(super) fn installed(&self) -> Result<Installed<'_>, String> {
        let tools = root().join("target/tools");
        let candidates = [PathBuf::from(self.name), tools.join("bin").join(self.name)];
        if let Some(program) = candidates.iter().find(|program| self.runs(program)) {
            return Ok(Installed { tool: self, program: program.clone() });
        }
        let tools = tools.to_string_lossy();
        super::cargo(
            &["install", "--quiet", "--locked", "--root", &tools, "--version", self.version, self.name],
            &[],
        )?;
        let [_, program] = candidates;
        Ok(Installed { tool: self, program })
    }

    fn runs(&self, program: &PathBuf) -> bool {
        let mut command = Command::new(program);
        command.args([self.subcommand, "--version"]).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }
}

impl Installed<'_> {
    /// Runs the subcommand in the root.
    pub(super) fn run(&self, arguments: &[impl AsRef<str>]) -> Result<(), String> {
        let Tool { name, subcommand, .. } = self.tool;
        let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        println!("cargo {subcommand} {}", arguments.join(" "));
        let status = Command::new(&self.program).arg(subcommand).args(arguments).current_dir(root()).status();
        let status = status.map_err(|error| format!("error: {name} cannot be run: {error}"))?;
        if status.success() { Ok(()) } else { Err(format!("error: {name}: {status}")) }
    }
}
