//! `shapewright explain`.

use std::io;
use std::process::ExitCode;

use crate::args::{Explain, ExplainFormat};
use crate::output::{fail, print};

/// Prints what is known about a name.
pub(crate) fn run(args: &Explain) -> io::Result<ExitCode> {
    let name = args.name.to_string_lossy();
    let explained = match args.format {
        ExplainFormat::Text => shapewright::explain(&name),
        ExplainFormat::Json => shapewright::explain_as_json(&name),
    };
    match explained {
        Ok(text) => print(&text).map(|()| ExitCode::SUCCESS),
        Err(error) => Ok(fail(&error.to_string())),
    }
}
