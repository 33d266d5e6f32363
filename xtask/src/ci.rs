//! `cargo xtask ci`: the gate. `.ci/run` and the public workflow call it.

mod deny;
mod package;
mod semver;
mod steps;
mod tool;

use std::process::Command;
use std::time::{Duration, Instant};

use self::steps::{STEPS, Step, Work};
use crate::cli::Ci;
use crate::python;
use crate::workspace::root;

/// The reason why a step did not run.
type NotRun = &'static str;

/// Runs the command.
pub(crate) fn run(flags: &Ci) -> Result<(), String> {
    if flags.list {
        for step in STEPS {
            println!("{:<16}{}", step.name, step.about);
        }
        return Ok(());
    }
    let start = Instant::now();
    let (mut failed, mut not_run) = (Vec::new(), Vec::new());
    for step in selected(&flags.steps)? {
        match timed(step) {
            Ok(reason) => not_run.extend(reason.map(|reason| format!("{} ({reason})", step.name))),
            Err(error) => {
                eprintln!("{}", error.trim_end());
                failed.push(step.name);
                if !flags.keep_going {
                    break;
                }
            }
        }
    }
    let seconds = shown(start.elapsed());
    if !not_run.is_empty() {
        println!("\n== not run: {}", not_run.join(", "));
    }
    if failed.is_empty() {
        println!("\n== passed in {seconds}");
        return Ok(());
    }
    Err(format!("error: the gate failed after {seconds} at: {}", failed.join(", ")))
}

/// Returns the steps with these names in the order of the gate; all steps without names.
fn selected(names: &[String]) -> Result<Vec<&'static Step>, String> {
    for name in names {
        if !STEPS.iter().any(|step| step.name == name) {
            let near = ::codegen::nearest(name, STEPS.iter().map(|step| step.name));
            let help = near.map_or("`cargo xtask ci --list` lists all".to_owned(), |near| {
                format!("did you mean `{near}`?")
            });
            return Err(format!("error: the gate has no step `{name}`\n  help: {help}"));
        }
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| step.name == name);
    Ok(STEPS.iter().filter(wanted).collect())
}

/// Runs a step and prints its duration. Returns the reason if it did not run.
fn timed(step: &Step) -> Result<Option<NotRun>, String> {
    println!("\n== {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = match step.work {
        Work::Cargo(arguments, variables) => cargo(arguments, variables).map(|()| None),
        Work::Own(run) => run().map(|()| None),
        Work::IfPossible(run) => run(),
    };
    let verdict = match outcome {
        Ok(None) => "passed",
        Ok(Some(_)) => "not run",
        Err(_) => "failed",
    };
    println!("== {}: {verdict} in {}", step.name, shown(start.elapsed()));
    outcome
}

fn shown(time: Duration) -> String {
    format!("{}:{:02} min", time.as_secs() / 60, time.as_secs() % 60)
}

/// Runs cargo in the root directory, with the Python packages of the tests.
fn cargo(arguments: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    println!("cargo {}", arguments.join(" "));
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).envs(variables.iter().copied()).current_dir(root());
    command.env(python::VARIABLE, python::directory());
    let status = command.status().map_err(|error| format!("error: cargo cannot be run: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("error: cargo {}: {status}", arguments.join(" "))) }
}
