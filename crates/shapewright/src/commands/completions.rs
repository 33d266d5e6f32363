//! `shapewright completions`.

use std::io;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::{Args, Completions};
use crate::output::print_bytes;

/// Prints the script for a shell.
pub(crate) fn run(args: &Completions) -> io::Result<ExitCode> {
    let mut command = Args::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    print_bytes(&script)?;
    Ok(ExitCode::SUCCESS)
}
