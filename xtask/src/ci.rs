//! `cargo xtask ci`: the gate. `.ci/run` and the public workflow call it.

mod package;
mod steps;

use std::process::Command;
use std::time::{Duration, Instant};

use self::steps::{STEPS, Step, Work};
use crate::cli::Ci;
use crate::python;
use crate::workspace::root;

/// Runs the command.
pub(crate) fn run(flags: &Ci) -> Result<(), String> {
    if flags.list {
        for step in STEPS {
            println!("{:<16}{}", step.name, step.about);
        }
        return Ok(());
    }
    let start = Instant::now();
    let mut failed = Vec::new();
    for step in selected(&flags.steps)? {
        if let Err(error) = timed(step) {
            eprintln!("{}", error.trim_end());
            failed.push(step.name);
            if !flags.keep_going {
                break;
            }
        }
    }
    let seconds = shown(start.elapsed());
    if failed.is_empty() {
        println!("\n== passed in {seconds}");
        return Ok(());
    }
    Err(format!("error: the gate failed after {seconds} at: {}", failed.join(", ")))
}

/// The steps of these names in the gate's order, all if there are none.
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

fn timed(step: &Step) -> Result<(), String> {
    println!("\n== {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = match step.work {
        Work::Cargo(arguments, variables) => cargo(arguments, variables),
        Work::Own(run) => run(),
    };
    let verdict = if outcome.is_ok() { "passed" } else { "failed" };
    println!("== {}: {verdict} in {}", step.name, shown(start.elapsed()));
    outcome
}

fn shown(time: Duration) -> String {
    format!("{}:{:02} min", time.as_secs() / 60, time.as_secs() % 60)
}

/// Runs cargo in the root, with the tests' Python packages.
fn cargo(arguments: &[&str], variables: &[(&str, &str)]) -> Result<(), String> {
    println!("cargo {}", arguments.join(" "));
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).envs(variables.iter().copied()).current_dir(root());
    command.env(python::VARIABLE, python::directory());
    let status = command.status().map_err(|error| format!("error: cargo cannot be run: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("error: cargo {}: {status}", arguments.join(" "))) }
}
