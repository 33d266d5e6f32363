//! The `shapewright` command.

mod args;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::args::{Args, Command};

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        None => print(&Args::command().render_help().to_string()),
        Some(Command::Batch) => batch(),
        Some(Command::Explain { name }) => match shapewright::explain(&name.to_string_lossy()) {
            Ok(text) => print(&text),
            Err(error) => return fail(&error.to_string()),
        },
    };
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&error.to_string()),
        // A closed pipe is not an error.
        _ => ExitCode::SUCCESS,
    }
}

/// Answers the lines of standard input.
fn batch() -> io::Result<()> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        note("reading one request per line; end with Ctrl-D (`shapewright batch --help` shows requests)");
    }
    shapewright::answer_lines(input, io::stdout().lock())
}

fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}

fn fail(message: &str) -> ExitCode {
    note(&format!("error: {message}"));
    ExitCode::FAILURE
}

/// Writes a line to standard error, which may be closed.
fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
