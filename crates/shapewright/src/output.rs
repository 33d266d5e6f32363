//! Standard output and standard error.

use std::io::{self, Write};
use std::process::ExitCode;

use shapewright::report::shown;

/// Writes a text to standard output.
pub(crate) fn print(text: &str) -> io::Result<()> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output.
pub(crate) fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()
}

/// Says on standard error why the command fails.
pub(crate) fn fail(message: &str) -> ExitCode {
    for (index, line) in message.lines().enumerate() {
        note(&if index == 0 { format!("error: {line}") } else { line.to_owned() });
    }
    ExitCode::FAILURE
}

/// Writes a line to standard error, which may be closed. Names of files cannot change what a terminal shows.
pub(crate) fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{}", shown(line));
}
