//! `shapewright diff`.

use std::io;
use std::process::ExitCode;

use shapewright::diff::{Format, diff, print};

use super::text::text;
use crate::args::{Diff, DiffFormat};
use crate::output::{note, print as print_text};

/// The exit status if the files mean different things.
const DIFFERENT: u8 = 1;

/// The exit status if a file cannot be read.
const UNREADABLE: u8 = 2;

/// Prints what two files mean differently.
pub(crate) fn run(args: &Diff) -> io::Result<ExitCode> {
    let texts = text(&args.old).and_then(|old| Ok((old, text(&args.new)?)));
    let outcome = texts
        .and_then(|(old, new)| diff(old, new, args.operation.as_deref()).map_err(|error| error.to_string()));
    let comparison = match outcome {
        Ok(comparison) => comparison,
        Err(lines) => {
            lines.lines().for_each(|line| note(&format!("error: {line}")));
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    let format = match args.format {
        DiffFormat::Text => Format::Text,
        DiffFormat::Json => Format::Json,
    };
    print_text(&print(&comparison, format))?;
    Ok(if comparison.is_same() { ExitCode::SUCCESS } else { ExitCode::from(DIFFERENT) })
}
