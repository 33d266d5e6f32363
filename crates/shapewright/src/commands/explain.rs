//! `shapewright explain`.

use std::io;
use std::process::ExitCode;

use crate::args::Explain;
use crate::output::{fail, print};

/// Prints what is known about a name.
pub(crate) fn run(args: &Explain) -> io::Result<ExitCode> {
    match shapewright::explain(&args.name.to_string_lossy()) {
        Ok(text) => print(&text).map(|()| ExitCode::SUCCESS),
        Err(error) => Ok(fail(&error.to_string())),
    }
}
