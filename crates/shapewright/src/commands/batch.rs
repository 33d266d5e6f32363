//! `shapewright batch`.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use crate::output::note;

/// Answers the lines of standard input.
pub(crate) fn run() -> io::Result<ExitCode> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        note("reading one request per line; end with Ctrl-D (`shapewright batch --help` shows requests)");
    }
    shapewright::answer_lines(input, io::stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}
