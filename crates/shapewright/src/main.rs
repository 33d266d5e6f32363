//! The `shapewright` command.

mod args;
mod commands;
mod files;
mod lsp;
mod output;

use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::args::{Args, Command};

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        None => output::print(&Args::command().render_help().to_string()).map(|()| ExitCode::SUCCESS),
        Some(Command::Batch(_)) => commands::batch::run(),
        Some(Command::Check(args)) => commands::check::run(&args),
        Some(Command::Completions(args)) => commands::completions::run(&args),
        Some(Command::Convert(args)) => commands::convert::run(&args),
        Some(Command::Diff(args)) => commands::diff::run(&args),
        Some(Command::Explain(args)) => commands::explain::run(&args),
        Some(Command::Man(args)) => commands::man::run(&args),
        Some(Command::Rules(args)) => commands::rules::run(&args),
        Some(Command::Skeleton(args)) => commands::skeleton::run(&args),
        Some(Command::Lsp(_)) => commands::lsp::run(),
    };
    match outcome {
        Ok(status) => status,
        // A closed pipe is not an error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = output::fail(&error.to_string());
            ExitCode::from(2)
        }
    }
}
